import type { MeView } from '#adapters/http/schemas/me.ts';
import type { CandidateClient } from '../candidate-kit/client.ts';

/** What the page acts through. */
export interface MeSession {
  readonly client: CandidateClient;
  readonly view: MeView;
  readonly setView: (view: MeView) => void;
  readonly erased: () => void;
}
