import type { Platform } from '#core/ports/platform.ts';
import type { FixedClock } from '#test/support/fixed-ports.ts';
import type { Market } from '../emulators/shared/market.ts';
import type { CompanyIds } from './office-emulator.ts';

/** A platform's marketplace under test: a fresh one for each test. */
export interface MarketCase {
  readonly name: string;
  readonly ids: CompanyIds;
  /** Whether the platform says by itself when an app was switched off, and on again. */
  readonly tellsSwitch: boolean;
  /** Whether an uninstallation can be checked with the platform, so that an old notice of one does nothing. */
  readonly tellsGone: boolean;
  open(clock: FixedClock): { readonly market: Market; readonly platform: Platform };
}
