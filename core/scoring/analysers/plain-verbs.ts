import { beginningsOf } from '../patterns/beginnings.ts';
import type { Range } from '../text/sentences.ts';
import { unitSet, unitsOf } from '../text/unit-kinds.ts';
import type { FrameHit } from './frames.ts';

/** Everyday one-character verbs of doing. */
const isVerb = unitSet(
  unitsOf(
    '问找查改换修贴写画数算记拍试教讲带催盯跑送买借拉搬装拆锁关停退赔补垫约劝谈签调配测量称打做编建设定列排分留备翻看听学练啃考抄存拷传交报请帮陪守蹲走去接顶替扛挪清擦洗扫封盖剪切剥拌喷浇种抽挑拣选比对拿摆放挂提推喊拦叫递抬扶哄掏焊敲按压捆夹垒铺扎缝裁熨焯炖腌炸蒸煎烤削磨钻拧系包裹卷折叠倒灌加减扣删录输填盘点验收捡挖埋播割捆卸运开堵疏引护追访探停判断追排催牵凑托攒啃跟取转读念印发',
  ),
);
/** Words that begin with such a character and are no action. */
const IDLE =
  /^(?:看来(?=[，,])|看这|问题|数据|数字|算是|算了|记得|试用|讲究|讲真|带头|打算|打工|做人|做事|做法|设备|设计师|定期|定价|列表|排名|分钟|分公司|分店|留下|备注|看来|看法|看重|看好|看起来|看不|听说|听讲|学校|学历|学生|考虑|交期|报酬|请假|请问|请您|帮忙的|走路|去年|接着|接下来|顶多|清楚|清静|比如|比较|比方|对于|对我|对他|对不起|对面|对方|拿手|放心|提前|提到|推荐人|叫做|按照|按时|按期|压力|包括|包含|倒是|倒也|加上|加班|减少|点半|收入|收获|开始|开心|开店|停电|判断力|排队|取决|发生|发现|发展|跟我说|跟他们|转正|传统|选择|种种|种类|调皮|量大|打车|换句话|换成我|编制|建议|配合|配件|修养|分别|分数|做生意|做了[一二三四五六七八九十两几\d]+(?:多)?年|干了|跑了[一二三四五六七八九十两几\d]+年|走了(?:五|四|三|六|七|八|九|十|几)个|讲完|说白|放假|关系|关键|关于|提成|退休|退一步|打扰|看见|读书|念书|上班)/u;
const LEAD =
  /^(?:我们?|俺|咱们?|自己|就|先|再|又|也|还|都|便|才|去|来|亲自|马上|立刻|赶紧|当场|当天|当晚|一起|每天|每周|每周[一二三四五六日]|每晚|天天|晚上|早上|上午|下午|中午|白天|夜里|半夜|周末|下班|第二天|后来|然后|接着|于是|同时|最后|所以|一个个|一件件|一条条|一家家|一家一家|逐个|逐一|挨个|重新|主动|直接|专门|特意|连夜|干脆|顺手|一边|边|反复|多次|连续|继续|另外|并|并且|而且|开始|给他们?|给客户|跟他们?|跟客户|帮他们?|替他们?|和他们?|向领导|把[^，。！？；\s]{1,10}|用[^，。！？；\s]{1,6}|拿[^，。！？；\s]{1,6}|在[^，。！？；\s]{1,6}?(?:里|上|中|下|边|群|店|厂|家|场|门口)|[一二三四五六七八九十两\d]+点|那天|当时|回家|回来|回去|现场|每次|每个?|之后|之前|以后)/u;
const DONE =
  /^(?:了|好|给|出|完|成|下|上|回|过|到|清|着|掉|一|两|三|几|他|她|客|起|个|这|那|\d|进|遍|透|准|住|齐)/u;

/** Most clauses begin with something else. */
const leads = beginningsOf(LEAD);
const mayLead = leads === null ? () => true : unitSet(leads.map((piece) => piece.charCodeAt(0)));

/** Own one-character verbs: at the head of a clause (after subjects, adverbs, times and 把 … ) or followed by a sign that something was done. */
export const plainVerbs = (text: string, clauses: readonly Range[]): FrameHit[] => {
  const hits: FrameHit[] = [];
  for (const clause of clauses) {
    let at = clause.start;
    for (let step = 0; step < 5; step++) {
      const rest = text.slice(at, Math.min(clause.end, at + 16));
      if (isAct(rest, true)) {
        push(text, at, hits);
        break;
      }
      const lead = mayLead(rest.charCodeAt(0)) ? LEAD.exec(rest) : null;
      if (lead === null) break;
      at += lead[0].length;
    }
    for (let i = Math.max(at, clause.start); i < clause.end - 1; i++) {
      if (!isVerb(text.charCodeAt(i))) continue;
      if (INSIDE.test(text.slice(Math.max(clause.start, i - 1), i + 1))) continue;
      if (isAct(text.slice(i, i + 8), false)) push(text, i, hits);
    }
  }
  return hits;
};

/** Two-character words that end in such a character. */
const INSIDE =
  /(?:[决一肯确稳固规认约特假]定|[学疑访顾]问|[数科大同文教医自留]学|[好难]看|[情海日周月年简]报|[成社外公]交|[招]牌|中间|看看|试试|问问|我看(?=来)|在我看|相[比对]|面对|应对|[核绝反]对|收入|出去|过去|回去|进去|失去|上去|下去|请教|介绍|重[新要]|投入)$/u;

const isAct = (rest: string, atHead: boolean): boolean =>
  isVerb(rest.charCodeAt(0)) && ((atHead && rest.length > 2) || DONE.test(rest.slice(1))) && !IDLE.test(rest);

const push = (text: string, at: number, hits: FrameHit[]): void => {
  if (hits.at(-1)?.start === at) return;
  hits.push({ concept: 'action.single', key: `v:${text[at]}`, start: at, end: at + 2 });
};
