import { AppError } from '../errors/app-error.ts';
import type { InstallationState } from '../ports/repositories/marketplace.ts';

/** What moves an installation. */
export type InstallationEvent =
  /** The platform confirmed the grant, for the first time or again. */
  | 'granted'
  /** What the app may see or do changed. */
  | 'changed'
  /** The directory was read to its end. */
  | 'read'
  | 'suspended'
  | 'resumed'
  | 'uninstalled'
  /** Nothing happened; a worker only looks. */
  | 'checked';

/** Design §5. A missing entry means that nothing moves: events come twice and in any order. */
const moves: Readonly<Record<InstallationState, Partial<Record<InstallationEvent, InstallationState>>>> = {
  pending: { granted: 'active', changed: 'active', suspended: 'suspended', uninstalled: 'uninstalled' },
  active: { changed: 'scope_changed', suspended: 'suspended', uninstalled: 'uninstalled' },
  scope_changed: { read: 'active', suspended: 'suspended', uninstalled: 'uninstalled' },
  // Whatever happened meanwhile was not told: the directory is read before it counts as right.
  suspended: { granted: 'scope_changed', resumed: 'scope_changed', uninstalled: 'uninstalled' },
  // Installed again before the erasure began: the company goes on with what it had.
  uninstalled: { granted: 'scope_changed', resumed: 'scope_changed' },
};

/** The state after an event, or null when it moves nothing. */
export const nextState = (state: InstallationState, event: InstallationEvent): InstallationState | null =>
  moves[state][event] ?? null;

/** Whether the platform may be called for an installation in this state. */
export const mayCall = (state: InstallationState): boolean => state === 'active' || state === 'scope_changed';

/** @throws AppError `PLATFORM_DISCONNECTED` when it may not be called */
export function assertMayCall(platform: string, state: InstallationState): void {
  if (mayCall(state)) return;
  throw new AppError('PLATFORM_DISCONNECTED', { details: { platform, platformCode: state } });
}
