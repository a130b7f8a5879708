import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type ServerType, serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { CallbackRequest } from '#core/ports/platform.ts';
import { type ClientProxy, clientProxy } from './client-proxy.ts';
import { type MarketOffice, marketActs, withMarket } from './markets.ts';
import { type Office, openOffices, type Pushed } from './offices.ts';

/** The emulators by hand: the platforms' servers, a WebView around Jinji, and the page that plays the workbench. */
export interface Workbench {
  /** The workbench's page. */
  readonly url: string;
  /** What Jinji has to take for its own address: its pages are opened there, inside the mock client. */
  readonly clientUrl: string;
  readonly offices: readonly Office[];
  /** Companies that may install the app from the marketplaces. */
  readonly markets: readonly MarketOffice[];
  readonly client: ClientProxy;
  /** Settings that Jinji is started with. */
  readonly environment: Readonly<Record<string, string>>;
  /** Signs in by a one-time link and connects the company of that link to a platform; gives the app's home page. */
  connect(platform: string, ownerLink: string): Promise<string>;
  stop(): Promise<void>;
}

export interface WorkbenchPlaces {
  readonly port: number;
  readonly clientPort: number;
  /** Where Jinji answers. */
  readonly jinji: string;
}

type Fields = Readonly<Record<string, string | undefined>>;
const folder = import.meta.dirname;
const listen = (app: Hono, port: number): Promise<{ server: ServerType; port: number }> =>
  new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, (info: AddressInfo) =>
      resolve({ server, port: info.port }),
    );
  });

/** Starts everything on 127.0.0.1; a port of 0 takes a free one. */
export async function startWorkbench({ port, clientPort, jinji }: WorkbenchPlaces): Promise<Workbench> {
  const clock = { now: () => new Date() };
  const sides = openOffices(clock).map((office) => withMarket(office, clock));
  const offices = sides.map(([own]) => own);
  const markets = sides.map(([, market]) => market);
  const client = clientProxy([...offices, ...markets], jinji);
  const homes = new Map<string, string>();
  const app = new Hono();
  for (const office of offices) app.mount(`/${office.id}`, office.app.fetch);
  const place = { clientUrl: '' };
  const all = [...offices, ...markets];
  workbenchPages(app, { offices: all, markets, client, homes, jinji, clientUrl: () => place.clientUrl });
  const [page, web] = [await listen(app, port), await listen(client.app, clientPort)];
  const url = `http://127.0.0.1:${page.port}`;
  const clientUrl = `http://127.0.0.1:${web.port}`;
  place.clientUrl = clientUrl;
  app.get('/api/places', (c) => c.json({ clientUrl }));
  return {
    url,
    clientUrl,
    offices,
    markets,
    client,
    environment: {
      PUBLIC_URL: clientUrl,
      OFFICE_FRAME_ANCESTORS: `${url},http://localhost:${page.port}`,
      FEISHU_JS_SDK: `${clientUrl}/__client/h5-js-sdk.js`,
      ...Object.assign({}, ...offices.map((office) => office.environment(`${url}/${office.id}`))),
    },
    async connect(platform, ownerLink) {
      const home = await connectTo(jinji, offices, platform, ownerLink);
      homes.set(platform, home);
      return home;
    },
    async stop() {
      for (const { server } of [page, web]) {
        if ('closeAllConnections' in server) server.closeAllConnections();
        await new Promise((done) => server.close(done));
      }
    },
  };
}

interface Parts {
  readonly offices: readonly Office[];
  readonly markets: readonly MarketOffice[];
  readonly client: ClientProxy;
  readonly homes: Map<string, string>;
  /** Known once its port is. */
  readonly clientUrl: () => string;
  readonly jinji: string;
}

/** The page of the workbench and what its buttons call. */
function workbenchPages(app: Hono, { offices, markets, client, homes, jinji, clientUrl }: Parts): void {
  const file = (path: string, name: string, type: string) =>
    app.get(path, async (c) =>
      c.body(await readFile(join(folder, name), 'utf8'), 200, {
        'content-type': `${type}; charset=utf-8`,
        'cache-control': 'no-store',
      }),
    );
  file('/', 'workbench.html', 'text/html');
  file('/workbench.js', 'workbench.js', 'text/javascript');
  file('/workbench.css', 'workbench.css', 'text/css');
  app.get('/api/state', (c) =>
    c.json({
      offices: offices.map(({ id, name, company, settings }) => ({
        id,
        name,
        settings,
        market: markets.some((one) => one.id === id),
        home: homes.get(id) ?? null,
        people: [...company.people.values()].map((person) => ({
          id: person.id,
          name: person.name,
          title: person.title,
        })),
      })),
      calls: client.calls.slice(-40),
    }),
  );
  app.post('/api/hear', async (c) => {
    const { words } = await c.req.json<{ readonly words: string }>();
    client.hear(words);
    for (const office of offices) office.hear(words);
    return c.body(null, 204);
  });
  const officeOf = (id: string | undefined) => offices.find((office) => office.id === id);
  const send = async (path: string, push: CallbackRequest) => {
    const answer = await fetch(`${jinji}${path}?${new URLSearchParams(push.query)}`, {
      method: push.method,
      headers: push.headers,
      body: push.body as Uint8Array<ArrayBuffer>,
    });
    return { status: answer.status, answer: await answer.text() };
  };
  /** Sends pushes to the app whose home page is named, or to its provider; gives what Jinji answered last. */
  const deliver = async (id: string, home: string, pushed: Pushed) => {
    const market = markets.find((one) => one.id === id);
    if ('method' in pushed)
      return send(`/platform/${id}/callback/${home.split('?')[0]?.split('/').at(-1) ?? ''}`, pushed);
    let last = { status: 204, answer: '' };
    for (const { channel, request } of pushed)
      last = await send(`/platform/${market?.platform ?? id}/marketplace/${channel}`, request);
    return last;
  };
  app.post('/api/market', async (c) => {
    const { platform = '', act } = await c.req.json<Fields>();
    const market = markets.find(({ id }) => id === platform);
    const known = marketActs.find((one) => one === act);
    if (!market || !known) return c.json({ error: 'no marketplace' }, 404);
    if (known === 'install') homes.set(platform, market.home(clientUrl()));
    return c.json(await deliver(platform, '', market.act(known)));
  });
  app.post('/api/changed', async (c) => {
    const { platform = '', personId = '', title, home = '' } = await c.req.json<Fields>();
    const office = officeOf(platform);
    const person = office?.company.people.get(personId);
    if (!office || !person) return c.json({ error: 'nobody' }, 404);
    office.company.people.set(person.id, { ...person, title: title ?? person.title });
    return c.json(await deliver(platform, home, office.changed(person.id)));
  });
  app.get('/api/inbox', (c) => {
    const { platform, personId = '' } = c.req.query();
    const office = officeOf(platform);
    const engine = office?.approvals?.engine;
    return c.json({
      cards: office?.messages.cardsOf(personId) ?? [],
      pressable: office?.pressed !== null,
      approvals: (engine?.instances() ?? []).map(({ id, state, texts }) => ({
        id,
        state,
        text: [...texts.values()].join(' · '),
        waiting: engine?.waiting(id).includes(personId) ?? false,
      })),
    });
  });
  app.post('/api/press', async (c) => {
    const { platform = '', personId = '', label = '', home = '' } = await c.req.json<Fields>();
    const push = officeOf(platform)?.pressed?.(personId, label);
    return push ? c.json(await deliver(platform, home, push)) : c.json({ error: 'no button' }, 404);
  });
  app.post('/api/decide', async (c) => {
    const { platform = '', personId = '', id = '', verdict, home = '' } = await c.req.json<Fields>();
    const approvals = officeOf(platform)?.approvals;
    if (!approvals) return c.json({ error: 'no approvals' }, 404);
    approvals.engine.act(id, personId, { verdict: verdict === 'agreed' ? 'agreed' : 'refused' });
    return c.json(await deliver(platform, home, approvals.changed(id)));
  });
}

async function connectTo(
  jinji: string,
  offices: readonly Office[],
  platform: string,
  ownerLink: string,
): Promise<string> {
  const office = offices.find(({ id }) => id === platform);
  if (!office) throw new Error(`there is no platform ${platform}: wecom, dingtalk or feishu`);
  const headers = { 'content-type': 'application/json', 'x-jinji-request': '1' };
  const token = ownerLink.split(/[/#]/).at(-1);
  const signedIn = await fetch(`${jinji}/api/v1/session`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ token }),
  });
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0];
  if (!cookie) throw new Error(`the sign-in link was refused: ${signedIn.status} ${await signedIn.text()}`);
  const connected = await fetch(`${jinji}/api/v1/platforms/${platform}`, {
    method: 'PUT',
    headers: { ...headers, cookie },
    body: JSON.stringify({ settings: office.settings }),
  });
  if (!connected.ok) throw new Error(`connecting failed: ${connected.status} ${await connected.text()}`);
  const list = await fetch(`${jinji}/api/v1/platforms`, { headers: { cookie } });
  const { items } = (await list.json()) as {
    readonly items: readonly {
      readonly id: string;
      readonly connected: { readonly homeUrl: string } | null;
    }[];
  };
  const home = items.find(({ id }) => id === platform)?.connected?.homeUrl;
  if (!home) throw new Error('Jinji does not tell the home page of the app');
  return home;
}
