import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Context, Hono } from 'hono';
import type { Office } from './offices.ts';

/** Who is using which client on what. */
export interface Visitor {
  readonly platform: string;
  readonly personId: string;
  readonly device: 'phone' | 'desktop';
}

/** A call that a page made to its client, as the workbench shows it. */
export interface ClientCall {
  readonly at: string;
  readonly platform: string;
  readonly name: string;
  readonly outcome: string;
}

export interface ClientProxy {
  readonly app: Hono;
  readonly calls: readonly ClientCall[];
  /** What the client hears when somebody dictates. */
  hear(words: string): void;
}

const folder = import.meta.dirname;
type Fields = Readonly<Record<string, unknown>>;

/**
 * Plays an office client's WebView around Jinji: pages pass through it, and inside them stands the client's native bridge, under the
 * client's name for itself; the sign-in page that a client would open by itself is the emulator's.
 * @param jinji where the server answers, without a slash at the end
 */
export function clientProxy(offices: readonly Office[], jinji: string): ClientProxy {
  const app = new Hono();
  const calls: ClientCall[] = [];
  let heard = '我在上一家门店负责排班，三个月里把缺勤率降了一半。';
  // Kept here and not in a cookie, which a frame of another site would not send.
  let visitor: Visitor | null = null;
  const officeOf = () => offices.find(({ id }) => id === visitor?.platform);

  app.get('/__client/enter', (c) => {
    const { platform = '', personId = '', device = 'phone', to = '/' } = c.req.query();
    visitor = { platform, personId, device: device === 'desktop' ? 'desktop' : 'phone' };
    return c.redirect(to, 302);
  });
  const script = (file: string) => async (c: Context) =>
    c.body(await readFile(join(folder, file), 'utf8'), 200, {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'no-store',
    });
  app.get('/__client/mock-client.js', script('mock-client.js'));
  app.get('/__client/h5-js-sdk.js', script('h5-js-sdk.js'));
  app.post('/__client/call', async (c) => {
    const office = officeOf();
    if (!visitor || !office) return c.json({ error: 'no client' }, 400);
    const { name, params } = await c.req.json<{ readonly name: string; readonly params: Fields }>();
    const answer = answerOf(office, visitor, { name, params, heard });
    calls.push({
      at: new Date().toISOString(),
      platform: office.id,
      name,
      outcome: 'error' in answer ? String(answer.error) : 'ok',
    });
    return c.json(answer);
  });
  app.get('/__client/leave', (c) => {
    visitor = null;
    return c.redirect('/', 302);
  });
  app.get('/__client/visitor', (c) =>
    c.json(
      visitor && {
        ...visitor,
        // The client is the same whoever made the app.
        platform: visitor.platform.replace(/-market$/, ''),
        userAgent: officeOf()?.userAgent(visitor.device) ?? '',
      },
    ),
  );
  app.all('*', async (c) => {
    const office = officeOf();
    const answer = await passOn(c, jinji, visitor && office ? office.userAgent(visitor.device) : null);
    const location = answer.headers.get('location');
    if (location && visitor && office?.signInHost.test(location)) {
      calls.push({ at: new Date().toISOString(), platform: office.id, name: 'sign-in page', outcome: 'ok' });
      const headers = new Headers(answer.headers);
      headers.set('location', String(office.signedIn(new URL(location), visitor.personId)));
      return new Response(null, { status: 302, headers });
    }
    return office ? withClient(answer) : answer;
  });
  return {
    app,
    calls,
    hear: (words) => {
      heard = words;
    },
  };
}

/** The request as it is, but for the client's name and the server's own origin. */
async function passOn(c: Context, jinji: string, userAgent: string | null): Promise<Response> {
  const url = new URL(c.req.url);
  const headers = new Headers(c.req.raw.headers);
  for (const name of ['host', 'connection', 'accept-encoding', 'content-length']) headers.delete(name);
  if (userAgent) headers.set('user-agent', userAgent);
  const body = c.req.method === 'GET' || c.req.method === 'HEAD' ? null : await c.req.arrayBuffer();
  const answer = await fetch(`${jinji}${url.pathname}${url.search}`, {
    method: c.req.method,
    headers,
    redirect: 'manual',
    ...(body ? { body } : {}),
  });
  const kept = new Headers(answer.headers);
  for (const name of ['content-encoding', 'content-length', 'transfer-encoding', 'connection'])
    kept.delete(name);
  return new Response(answer.body, { status: answer.status, headers: kept });
}

/** A page with the client's native bridge in front of everything else; the page's own content policy stays as it is. */
async function withClient(answer: Response): Promise<Response> {
  if (!answer.headers.get('content-type')?.startsWith('text/html')) return answer;
  const html = await answer.text();
  const script = '<script src="/__client/mock-client.js"></script>';
  return new Response(html.replace('<head>', `<head>${script}`), {
    status: answer.status,
    headers: answer.headers,
  });
}

/** What the client answers to a page's call. */
function answerOf(
  office: Office,
  visitor: Visitor,
  { name, params, heard }: { readonly name: string; readonly params: Fields; readonly heard: string },
): Fields {
  const someone = [...office.company.people.values()].filter(({ id }) => id !== visitor.personId).slice(0, 2);
  switch (name) {
    case 'code':
      return { code: office.inPageCode(visitor.personId) };
    case 'config':
    case 'agentConfig': {
      const refusal = office.refuses(name, params);
      return refusal === null ? {} : { error: refusal };
    }
    case 'shareToExternalContact': {
      const listed = (params.listed ?? []) as readonly string[];
      const refusal = office.customers?.share(visitor.personId, listed, params) ?? null;
      return refusal === null ? {} : { error: refusal };
    }
    case 'people':
      return { people: someone.map((person) => ({ id: person.id, name: person.name })) };
    case 'name': {
      const id = String(params.id);
      return { name: office.company.people.get(id)?.name ?? office.company.departments.get(id)?.name ?? id };
    }
    case 'words':
      return { words: heard };
    case 'scan':
      return { text: 'https://example.com/scanned' };
    default:
      return {};
  }
}
