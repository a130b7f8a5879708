import type { BackgroundKind } from '../ports/background-jobs.ts';

/** Work that waits for an office platform's answers: it may stand still for a minute through no fault of ours. */
export const platformKinds = [
  'platform.event',
  'platform.sync',
  'platform.daily',
  'platform.recheck',
  'marketplace.notice',
  'installation.erase',
  'approval.advance',
  'approval.mirror',
  'second_round.calendar',
  'message.send',
  'message.check',
  'message.close',
] as const satisfies readonly BackgroundKind[];

/** Two rows of work that never wait for each other: scoring and all else of our own, and what calls an office platform. */
export type Lane = 'own' | 'platform';

/** Which kinds a lane takes. */
export const kindsOf = (
  lane: Lane,
): { readonly kinds: readonly BackgroundKind[]; readonly except: boolean } => ({
  kinds: platformKinds,
  except: lane === 'own',
});
