/* The workbench's own page: chooses who opens which app on what, and shows what the platforms saw. */
const at = (id) => document.getElementById(id);
const { clientUrl } = await (await fetch('/api/places')).json();
let state = { offices: [], calls: [] };

const option = (value, label) =>
  Object.assign(document.createElement('option'), { value, textContent: label });
const item = (text) => Object.assign(document.createElement('li'), { textContent: text });
const office = () => state.offices.find(({ id }) => id === at('platform').value);

const button = (label, press) => {
  const made = Object.assign(document.createElement('button'), { type: 'button', textContent: label });
  made.addEventListener('click', press);
  return made;
};

/** What the chosen person has before them: cards with their buttons, and applications to decide on. */
async function readInbox() {
  const place = { platform: at('platform').value, personId: at('person').value };
  const inbox = await (await fetch(`/api/inbox?${new URLSearchParams(place)}`)).json();
  const act = (path, more) => async () => {
    const answer = await (await post(path, { ...place, home: at('home').value, ...more })).json();
    at('pushed').textContent = answer.error ?? `进击应答 ${answer.status}`;
    await readInbox();
  };
  at('messages').replaceChildren(
    ...inbox.cards.toReversed().map((card) => {
      const line = item([card.title, ...card.texts, card.closed ?? ''].filter(Boolean).join('\n'));
      line.append(button('打开', () => openPage(card.url)));
      if (inbox.pressable)
        line.append(...card.buttons.map((label) => button(label, act('/api/press', { label }))));
      return line;
    }),
  );
  at('approvals').replaceChildren(
    ...inbox.approvals.toReversed().map(({ id, state, text, waiting }) => {
      const line = item(`${text}\n${id} ${state}`);
      if (waiting) {
        line.append(
          button('同意', act('/api/decide', { id, verdict: 'agreed' })),
          button('拒绝', act('/api/decide', { id, verdict: 'refused' })),
        );
      }
      return line;
    }),
  );
}

async function read() {
  if (at('platform').value) await readInbox();
  state = await (await fetch('/api/state')).json();
  at('calls').replaceChildren(
    ...state.calls
      .toReversed()
      .map(({ at: time, platform, name, outcome }) =>
        item(`${time.slice(11, 19)} ${platform} ${name}: ${outcome}`),
      ),
  );
}

function choose() {
  const { people, settings, home, market } = office();
  at('market').hidden = !market;
  at('person').replaceChildren(...people.map(({ id, name, title }) => option(id, `${name}（${title}）`)));
  at('settings').replaceChildren(
    ...Object.entries(settings).flatMap(([name, value]) => [
      Object.assign(document.createElement('dt'), { textContent: name }),
      Object.assign(document.createElement('dd'), { textContent: value }),
    ]),
  );
  if (home || market) at('home').value = home ?? '';
}

const post = (path, body) =>
  fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

at('platform').addEventListener('change', choose);
at('person').addEventListener('change', () => void readInbox());
at('device').addEventListener('change', () => {
  at('frame').dataset.device = at('device').value;
});
function openPage(address) {
  const { pathname, search } = new URL(address, clientUrl);
  const visitor = { platform: office().id, personId: at('person').value, device: at('device').value };
  at('frame').dataset.device = visitor.device;
  at('page').src =
    `${clientUrl}/__client/enter?${new URLSearchParams({ ...visitor, to: pathname + search })}`;
}
at('open').addEventListener('click', () => openPage(at('home').value));
at('window').addEventListener('click', () => {
  const { pathname, search } = new URL(at('home').value, clientUrl);
  const visitor = { platform: office().id, personId: at('person').value, device: at('device').value };
  window.open(`${clientUrl}/__client/enter?${new URLSearchParams({ ...visitor, to: pathname + search })}`);
});
at('hear').addEventListener('click', () => post('/api/hear', { words: at('words').value }));
at('changed').addEventListener('click', async () => {
  const answer = await post('/api/changed', {
    platform: office().id,
    personId: at('person').value,
    title: at('title').value,
    home: at('home').value,
  });
  const { status, error } = await answer.json();
  at('pushed').textContent = error ? `没有推送：${error}` : `进击应答 ${status}`;
});
for (const act of at('market').querySelectorAll('button')) {
  act.addEventListener('click', async () => {
    const answer = await post('/api/market', { platform: office().id, act: act.dataset.act });
    const { status, error } = await answer.json();
    at('pushed').textContent = error ? `没有推送：${error}` : `进击应答 ${status}`;
    await read();
    choose();
  });
}
window.addEventListener('message', ({ data }) => {
  if (data?.mockClient) void read();
});

await read();
at('platform').replaceChildren(...state.offices.map(({ id, name }) => option(id, name)));
const connected = state.offices.find(({ home }) => home);
if (connected) at('platform').value = connected.id;
choose();
setInterval(read, 2000);
