import type { Platform } from '#core/ports/platform.ts';
import type { FixedClock } from '#test/support/fixed-ports.ts';
import type { Market } from '../emulators/shared/market.ts';
import type { ApprovalForm, CompanyIds } from './office-emulator.ts';

/** A platform's marketplace under test: a fresh one for each test. */
export interface MarketCase {
  readonly name: string;
  readonly ids: CompanyIds;
  /** Whether an installation hands out a code that has to be redeemed before the platform says more. */
  readonly redeems: boolean;
  /** The form of approvals in every company. */
  readonly approvals: ApprovalForm;
  open(clock: FixedClock): { readonly market: Market; readonly platform: Platform };
}
