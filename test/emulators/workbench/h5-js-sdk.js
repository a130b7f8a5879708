/* Feishu's SDK as pages see it, over the mock client: names and refusals as its documents say. */
(() => {
  const { call, tell } = window.mockClient;
  const allowed = new Set();
  const answering = (work) => (wish) => {
    work(wish).then((answer) => {
      if (answer.error) wish.fail?.({ errno: Number(answer.error), errMsg: String(answer.error) });
      else wish.success?.(answer);
    });
  };
  const guarded = (name, work) =>
    answering(async (wish) => (allowed.has(name) ? work(wish) : { error: '333440' }));
  window.h5sdk = {
    ready: (done) => setTimeout(done, 0),
    error() {},
    async config(wish) {
      const { onSuccess, onFail, jsApiList, ...proof } = wish;
      const { error } = await call('config', proof);
      if (error) return onFail({ errno: Number(error) });
      for (const name of jsApiList) allowed.add(name);
      onSuccess();
    },
  };
  window.tt = {
    requestAccess: answering(() => call('code')),
    setNavigationBarTitle: (wish) => tell('setNavigationBarTitle', wish),
    closeWindow: () => tell('closeWindow', {}),
    scanCode: guarded('scanCode', async () => ({ result: (await call('scan')).text })),
    share: guarded('share', async ({ title, url }) => tell('share', { title, url })),
    chooseContact: guarded('chooseContact', async () => {
      const { people } = await call('people');
      return { data: people.map(({ id, name }) => ({ openId: id, name })) };
    }),
  };
})();
