import type { CallbackRequest } from '#core/ports/platform.ts';
import type { MarketplaceChannel } from '#core/ports/platform-marketplace.ts';
import type { FormEngine } from './approval-engine.ts';
import type { Company } from './company.ts';
import type { FaultPlan } from './faults.ts';
import type { MessageStore } from './shown-card.ts';
import type { CalendarStore } from './shown-event.ts';

/** A push of a marketplace and the address it goes to. */
export interface MarketPush {
  readonly channel: MarketplaceChannel;
  readonly request: CallbackRequest;
}

/** A company that may install the app. */
export interface MarketCompany {
  readonly corpId: string;
  readonly company: Company;
  /** Who installs it. */
  readonly adminId: string;
  /** Administrators besides, and how much they may do. */
  readonly admins: Map<string, 'admin' | 'sub_admin'>;
}

/** Approvals of a company that installed the app. */
export interface MarketApprovals {
  readonly engine: FormEngine;
  changed(instanceId: string): readonly MarketPush[];
}

/** A marketplace as the contract plays it: an administrator clicks, the platform pushes. */
export interface Market {
  readonly faults: FaultPlan;
  /** Adds a company of the platform. */
  enrol(company: Company): MarketCompany;
  /** Everything that is pushed when the time has come for a ticket: none in between. */
  tick(): readonly MarketPush[];
  install(company: MarketCompany): readonly MarketPush[];
  /** The visible range shrinks to one department, or grows to everybody (null). */
  scope(company: MarketCompany, departmentId: string | null): readonly MarketPush[];
  suspend(company: MarketCompany): readonly MarketPush[];
  resume(company: MarketCompany): readonly MarketPush[];
  uninstall(company: MarketCompany): readonly MarketPush[];
  changed(company: MarketCompany, personId: string): readonly MarketPush[];
  /** What colleagues of a company were sent, and what stands in their calendars. */
  messages(company: MarketCompany): MessageStore;
  calendar(company: MarketCompany): CalendarStore;
  /** The company's approval app, and what is pushed when an instance has changed. */
  approvals(company: MarketCompany): MarketApprovals;
  /** The push of a pressed button with these words; null where cards of this market have none that answer. */
  pressed(company: MarketCompany, personId: string, label: string): readonly MarketPush[] | null;
  /** What comes back when somebody of the company opens the app inside the client: once. Null is somebody of another company. */
  opened(company: MarketCompany, personId: string | null): string;
  /** What must never be seen: keys, tickets, tokens, codes as issued so far. */
  secrets(): readonly string[];
  /** A push in the right form by somebody who does not have the keys. */
  forged(company: MarketCompany): MarketPush;
}
