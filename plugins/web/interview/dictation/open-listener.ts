import type { SignatureView } from '#adapters/http/schemas/client-pages.ts';
import type { BridgeFactsView, WordsView } from '#adapters/http/schemas/dictation.ts';
import type { BridgeModule, Dictation } from '#core/ports/client-bridge.ts';
import type { InterviewSession } from '../interview-session.ts';
import { listen, mayListen } from './pcm-listener.ts';

const bridges = import.meta.glob<BridgeModule>('../../../*/bridge.ts');

/** Begins to listen; null where neither the client nor the server turns speech into words. */
export type Listener = () => Promise<Dictation>;

/** Finds who listens: the server of the company's office app, or the client in which the page is open. */
export async function openListener({ client, view }: InterviewSession): Promise<Listener | null> {
  const ways = view.dictation;
  if (ways === null) return null;
  if (ways.server) {
    if (!mayListen()) return null;
    return () =>
      listen(async (content) => {
        const headers = { 'Content-Type': 'application/octet-stream' };
        const path = '/interview/dictation';
        return (
          await client.request<WordsView>(path, {
            method: 'POST',
            bytes: { content, headers },
            timeout: 40_000,
          })
        ).words;
      });
  }
  const module = await bridges[`../../../${ways.platform}/bridge.ts`]?.();
  if (!module?.isClient(navigator.userAgent)) return null;
  const { app, sdk } = await client.request<BridgeFactsView>('/interview/client');
  const bridge = await module.openBridge({
    app,
    sdk,
    sign: (url) =>
      client.request<SignatureView>('/interview/client/signature', { method: 'POST', body: { url } }),
  });
  return bridge.dictate;
}
