/* The native side of an office client, as its web view offers it to pages: names and shapes as the platforms' documents and packages say. */
(() => {
  const request = new XMLHttpRequest();
  // Pages ask for their client's name at once, so it has to be there before the first script.
  request.open('GET', '/__client/visitor', false);
  request.send();
  const visitor = JSON.parse(request.responseText);
  if (!visitor) return;
  const phone = visitor.device === 'phone';
  Object.defineProperty(navigator, 'userAgent', { value: visitor.userAgent });

  const call = async (name, params = {}) => {
    const body = JSON.stringify({ name, params: { ...params, pageUrl: window.location.href } });
    const answer = await fetch('/__client/call', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    return answer.json();
  };
  const tell = (name, params) => {
    window.parent.postMessage({ mockClient: true, name, params }, '*');
    void call(name, params);
    return {};
  };

  const wecom = () => {
    const configured = new Set();
    let listed = [];
    const answers = {
      preVerifyJSAPI: (p) => call('config', p),
      agentConfig: (p) => {
        listed = p.jsApiList;
        return call('agentConfig', p);
      },
      shareToExternalContact: (p) => call('shareToExternalContact', { ...p, listed }),
      selectEnterpriseContact: async () => {
        const { people } = await call('people');
        return { result: { departmentList: [], userList: people.map((p) => ({ ...p, avatar: '' })) } };
      },
      scanQRCode: async () => ({ resultStr: (await call('scan')).text }),
      stopRecord: async () => ({ localId: 'local-1' }),
      translateVoice: async () => ({ translateResult: (await call('words')).words }),
    };
    window.WeixinJSBridge = {
      async invoke(name, params, done) {
        const config = name === 'preVerifyJSAPI' || name === 'agentConfig';
        if (!config && !configured.has('agentConfig')) return done({ err_msg: `${name}:access denied` });
        const answer = answers[name] ? await answers[name](params) : tell(name, params);
        if (config && !answer.error) configured.add(name);
        return done({ ...answer, err_msg: answer.error ? `${name}:fail ${answer.error}` : `${name}:ok` });
      },
      on() {},
    };
    window.WeixinSandBox = {};
    window.WWOpenData = {
      bind: async (element) => {
        const { name } = await call('name', { id: element.getAttribute('openid') });
        // The true component hides the name from the page; a closed tree does the same.
        element.attachShadow({ mode: 'closed' }).textContent = name;
      },
    };
  };

  const dingtalk = () => {
    let configured = false;
    const answers = {
      'runtime.permission.requestAuthCodeV2': () => call('code'),
      'runtime.permission.requestJsApis': async (p) => {
        const answer = await call('config', p);
        configured = !answer.error;
        return answer;
      },
      'biz.contact.complexPicker': async () => {
        const { people } = await call('people');
        const users = people.map(({ id, name }) => ({ emplId: id, name, avatar: '' }));
        return { selectedCount: users.length, users, departments: [] };
      },
      'biz.util.scan': () => call('scan'),
      'device.audio.stopRecord': async () => ({ mediaId: 'media-1', duration: 3 }),
      'device.audio.translateVoice': async () => ({
        mediaId: 'media-1',
        content: (await call('words')).words,
      }),
      // It answers when a recording has ended by itself, which here none does.
      'device.audio.onRecordEnd': () => new Promise(() => undefined),
    };
    const answer = async (name, params) => {
      const guarded = /^(device\.audio|biz\.contact)\./.test(name);
      if (guarded && !configured) return { error: '7' };
      if (answers[name]) return answers[name](params);
      return tell(name, params);
    };
    if (phone) {
      window.WebViewJavascriptBridge = {
        init() {},
        registerHandler() {},
        async callHandler(name, params, done) {
          const { error, ...result } = await answer(name, params);
          done(error ? { errorCode: error, errorMessage: error } : { errorCode: '0', result });
        },
      };
      return;
    }
    // On desktops the package talks to the window around the page by messages.
    const hostOrigin = 'https://desktop.dingtalk.com';
    window.dd_bridge_config = JSON.stringify({
      hostOrigin,
      containerId: '1',
      corsIframe: true,
      hostVersion: '7.6.10',
    });
    window.dingtalk = { platform: { invokeAPI() {} } };
    const post = window.postMessage.bind(window);
    window.postMessage = async (message, ...more) => {
      if (message?.type !== 'request' || !message.msgId) return post(message, ...more);
      const { error, ...result } = await answer(message.methodName, message.body);
      const body = error ? { errorCode: error, errorMessage: error } : result;
      const data = { type: 'response', msgId: message.msgId, success: !error, body };
      window.dispatchEvent(new MessageEvent('message', { data, origin: hostOrigin }));
    };
  };

  window.mockClient = { call, tell };
  if (visitor.platform === 'wecom') wecom();
  if (visitor.platform === 'dingtalk') dingtalk();
})();
