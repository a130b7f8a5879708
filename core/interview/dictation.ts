import { AppError } from '../errors/app-error.ts';
import { openPlatform, platformOf } from '../platform/connection.ts';
import { nowOf, type TenantContext } from '../ports/services.ts';
import { assertAnswering, heldInterview } from './session.ts';

/** Longest speech in one go: a minute of 16-bit mono sound at 16 kHz, in bytes. */
export const longestSpeechBytes = 60 * 16_000 * 2;

/** How a candidate may speak instead of typing, with the company's office app. */
export interface DictationWays {
  /** The office app whose client may turn speech into words by itself. */
  readonly platform: string;
  /** Whether its server does that, for every browser. */
  readonly server: boolean;
}

/** What the company's office app offers; null without one. */
export async function dictationWays({ services, store }: TenantContext): Promise<DictationWays | null> {
  const row = await store.platform.installation();
  if (row?.state !== 'active') return null;
  const { clientPages } = platformOf(services, row.platform);
  return clientPages && { platform: row.platform, server: clientPages.recognisesSpeech };
}

/** What a page needs to open the client's bridge. */
export interface BridgeFacts {
  readonly app: Readonly<Record<string, string>>;
  readonly sdk: Readonly<Record<string, string>>;
}

/** Public facts of the company's app. @throws AppError `NOT_FOUND`, `PLATFORM_DISCONNECTED` */
export async function bridgeFacts({ services, store }: TenantContext): Promise<BridgeFacts> {
  const { connection, platform } = await openPlatform(services, store);
  if (!connection.client) throw new AppError('NOT_FOUND');
  return { app: connection.client.app, sdk: platform.clientPages?.sdk ?? {} };
}

/**
 * Words of what a candidate said, by the recogniser of the company's office app. The sound is passed on and forgotten.
 * @param sound 16-bit little-endian PCM, mono, 16 kHz
 * @throws AppError `VALIDATION` for other sound, `ANOTHER_DEVICE`, `STATE_CONFLICT`, `LINK_EXPIRED`, `NOT_FOUND` where nobody listens
 */
export async function hearCandidate(
  context: TenantContext,
  interviewId: string,
  { sound, deviceId }: { readonly sound: Uint8Array; readonly deviceId: string },
): Promise<string> {
  const { services, store, lang } = context;
  const { interview } = await heldInterview(context, interviewId);
  assertAnswering(interview, deviceId, nowOf(services));
  if (sound.byteLength === 0 || sound.byteLength % 2 !== 0) {
    throw new AppError('VALIDATION', {
      details: {
        field: 'body',
        problem: lang === 'zh' ? '需要 16 位单声道 PCM' : '16-bit mono PCM is needed',
      },
    });
  }
  const { connection } = await openPlatform(services, store);
  const recognise = connection.client?.recognise;
  if (!recognise) throw new AppError('NOT_FOUND');
  return recognise(sound);
}
