import type { Words } from './command.ts';

/** The settings of a service that answers by HTTP. */
export interface ServiceSettings {
  readonly url: string;
  readonly key: string;
  readonly model: string;
  /** Null where the time cannot be set. */
  readonly timeout: string | null;
  /** What the service does, in both languages. */
  readonly kind: Words;
}

export const llmSettings: ServiceSettings = {
  url: 'LLM_URL',
  key: 'LLM_KEY',
  model: 'LLM_MODEL',
  timeout: 'LLM_TIMEOUT_SECONDS',
  kind: { zh: '语言模型', en: 'language model' },
};

export const speechSettings: ServiceSettings = {
  url: 'TRANSCRIBER_URL',
  key: 'TRANSCRIBER_KEY',
  model: 'TRANSCRIBER_MODEL',
  timeout: null,
  kind: { zh: '语音识别', en: 'speech recogniser' },
};

/**
 * What a failed trial of a service means and what to do about it.
 * @param reason as the adapters name it: `status 401`, `timeout`, `connection`, `wrong answer`, `no_evidence` …; never a part of an answer
 */
export function serviceProblem(reason: string, settings: ServiceSettings): Words {
  const status = /^status (\d{3})$/.exec(reason)?.[1];
  return status === undefined ? withoutStatus(reason, settings) : withStatus(Number(status), settings);
}

function withStatus(status: number, { url, key, model, kind }: ServiceSettings): Words {
  const said = `HTTP ${status}`;
  if (status === 401 || status === 403) {
    return {
      zh: `${kind.zh}不接受密钥（${said}）：请检查 ${key} 是否填写完整、未过期，并有权使用该模型`,
      en: `the ${kind.en} refuses the key (${said}): is ${key} complete, still valid, and allowed to use the model?`,
    };
  }
  if (status === 402 || status === 429) {
    return {
      zh: `${kind.zh}的额度或频率已到上限（${said}）：请稍后再试，或在服务商处提高额度`,
      en: `the ${kind.en} is at its quota or rate limit (${said}): wait, or raise the limit with its provider`,
    };
  }
  if (status === 404) {
    return {
      zh: `没有这个模型或地址（${said}）：请检查 ${model} 的拼写；${url} 一般以 /v1 结尾`,
      en: `there is no such model or address (${said}): look at the spelling of ${model}; ${url} mostly ends in /v1`,
    };
  }
  if (status >= 500) {
    return {
      zh: `${kind.zh}自身出错（${said}）：请查看它的日志，稍后再试`,
      en: `the ${kind.en} fails by itself (${said}): look into its log and try again later`,
    };
  }
  return {
    zh: `${kind.zh}拒绝了请求（${said}）：请检查 ${model} 是否支持这种用途、${url} 是否是对应的接口`,
    en: `the ${kind.en} refuses the request (${said}): is ${model} made for this, and ${url} the right interface?`,
  };
}

function withoutStatus(reason: string, { url, model, timeout, kind }: ServiceSettings): Words {
  switch (reason) {
    case 'timeout':
      return {
        zh: `${kind.zh}没有在时限内回答：请确认模型已加载完${timeout ? `，或调大 ${timeout}` : ''}`,
        en: `the ${kind.en} did not answer in time: is the model loaded?${timeout ? ` Else raise ${timeout}` : ''}`,
      };
    case 'connection':
    case 'address':
      return {
        zh: `连不上${kind.zh}：请检查 ${url} 的地址和端口、服务是否启动、网络和防火墙`,
        en: `the ${kind.en} cannot be reached: look at address and port in ${url}, whether it runs, and at network and firewall`,
      };
    case 'no_evidence':
    case 'insufficient':
      return {
        zh: `模型能回答，但给不出原文引用：请在 ${model} 换一个能力更强的模型`,
        en: `the model answers, but does not quote the text: name a more able one in ${model}`,
      };
    case 'refused':
      return {
        zh: `模型拒绝回答普通的面试内容：请在 ${model} 换一个模型`,
        en: `the model refuses an ordinary interview answer: name another one in ${model}`,
      };
    default:
      return {
        zh: `回答不是约定的格式（${reason}）：请确认 ${url} 是兼容的接口（不是网页），必要时在 ${model} 换一个模型`,
        en: `the answer is not in the agreed form (${reason}): is ${url} a compatible interface and no web page? Else name another model in ${model}`,
      };
  }
}
