import type { Clock } from './clock.ts';
import type { CallbackRequest, PlatformChange, ReceivedCallback } from './platform-callback.ts';
import type { PlatformTokens } from './platform-tokens.ts';

/** How much an administrator of the company may do on the platform. */
export type AdminLevel = 'admin' | 'sub_admin';

/** The company's administrators on the platform, from whom roles in Jinji may follow. */
export interface PlatformAdmins {
  /** Whether each person costs a call: then only those are asked about who sign in or hold a role by it. */
  readonly perPerson: boolean;
  /** Levels of the named people; who is no administrator is missing. */
  levels(ids: readonly string[]): Promise<ReadonlyMap<string, AdminLevel>>;
}

/** What a signed notice of the marketplace says. Whoever acts on it asks the platform how things are now, where it can be asked. */
export type MarketplaceNotice =
  /** A code that redeems a company's grant once, within minutes. */
  | { readonly kind: 'code'; readonly authCode: string }
  /** A company installed the app. `installerId` is the person who did, where the platform tells. */
  | { readonly kind: 'granted'; readonly corpId: string; readonly installerId: string | null }
  /** Permissions, visible range or administrators of the app changed. */
  | { readonly kind: 'changed'; readonly corpId: string }
  | { readonly kind: 'suspended'; readonly corpId: string }
  | { readonly kind: 'resumed'; readonly corpId: string }
  | { readonly kind: 'uninstalled'; readonly corpId: string }
  /** The app's administrators in the company changed. */
  | { readonly kind: 'admins'; readonly corpId: string }
  /** Something in a company's directory changed: handled as if it had come to the company's own address. */
  | { readonly kind: 'directory'; readonly corpId: string; readonly change: PlatformChange };

/** A notice with what orders and recognises it. */
export interface ReceivedNotice {
  /** Equal in every repetition. */
  readonly id: string;
  /** When the platform says that it happened, milliseconds since 1970: notices come late and in any order. */
  readonly at: number;
  /** Milliseconds since 1970 before which it is not acted on: where two notices of one second share an id, both must have happened. */
  readonly notBefore?: number;
  readonly notice: MarketplaceNotice;
}

/** The credential that the platform pushes every few minutes or hours, and without which no token is issued. */
export interface ProviderTicket {
  readonly value: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** A verified push to the provider: what to answer at once, and what it says. */
export interface ReceivedNotices {
  readonly answer: ReceivedCallback['answer'];
  /** Sealed at once; never queued, never logged. */
  readonly ticket: ProviderTicket | null;
  readonly notices: readonly ReceivedNotice[];
}

/** Tokens and ticket of the provider itself, not of a company. */
export interface ProviderTools {
  readonly tokens: PlatformTokens;
  readonly clock: Clock;
  /**
   * The newest ticket.
   * @throws AppError `PLATFORM_BUSY` when there is none; the platform was then asked to send one, where it can be
   */
  ticket(): Promise<string>;
}

/** A company's grant, as the platform gave it. `settings` is what a connection needs from then on; it is sealed. */
export interface MarketplaceGrant {
  readonly corpId: string;
  readonly companyName: string | null;
  readonly installerId: string | null;
  readonly settings: Readonly<Record<string, string>>;
}

/** What the app may see of the company, counted where the platform lists it. */
export interface VisibleScope {
  /** True: the whole company. */
  readonly everyone: boolean;
  readonly departments: number;
  readonly people: number;
}

/** What the platform says about a company's authorisation now. */
export type MarketplaceStanding =
  | {
      readonly kind: 'authorised';
      /** False: the platform does not tell whether the app is switched off for the company, only that the grant stands. */
      readonly running: boolean;
      readonly grant: MarketplaceGrant;
      /** Null: the platform does not tell. */
      readonly scope: VisibleScope | null;
      /** ISO 8601; null: no end, or none that the platform tells. */
      readonly expiresAt: string | null;
    }
  | { readonly kind: 'suspended' }
  | { readonly kind: 'gone' }
  /** It cannot be asked: what the newest signed notice says holds. */
  | { readonly kind: 'untold' };

/** Which address a push came to: the provider's, or that of the companies' own events. */
export type MarketplaceChannel = 'suite' | 'company';

/** Who signed in through the provider's app, before it is known in which company. */
export interface MarketplaceUser {
  readonly corpId: string;
  readonly id: string;
  readonly name: string | null;
}

/**
 * A platform's marketplace, open because the operator is registered there as a provider and has given the app's keys. Companies install
 * by themselves; each becomes a company of its own in Jinji.
 */
export interface PlatformMarketplace {
  /** Days between an uninstallation and the erasure of what the company had here; set by the operator within what the platform allows. */
  readonly eraseAfterDays: number;
  /**
   * Verifies, opens and understands a push, without a call to the platform.
   * @throws AppError `PLATFORM_CALLBACK_REFUSED`
   */
  receive(channel: MarketplaceChannel, request: CallbackRequest, nowMs: number): Promise<ReceivedNotices>;
  /**
   * Redeems a code.
   * @throws AppError `PLATFORM_SIGN_IN` for a used or expired one, and what other calls throw
   */
  redeem(authCode: string, provider: ProviderTools): Promise<MarketplaceGrant>;
  /** Asks how a company's authorisation stands. `settings` are those of its grant. */
  standing(
    company: { readonly corpId: string; readonly settings: Readonly<Record<string, string>> },
    provider: ProviderTools,
  ): Promise<MarketplaceStanding>;
  /** Asks for the ticket out of turn; null where the platform offers no such call. */
  readonly requestTicket: (() => Promise<void>) | null;
  /** Installation from a link of the operator's own; absent where companies install from the marketplace alone. */
  readonly installLink?: InstallLink;
  /** Sign-in where the address does not name the company; null where it always can. */
  readonly identity: MarketplaceIdentity | null;
}

/** Installation that begins in a browser: the platform asks the administrator, and sends back with a code for `redeem`. */
export interface InstallLink {
  /** Name of the query parameter in which the code comes back. */
  readonly codeParameter: string;
  /** The platform's page. `state` comes back unchanged. */
  address(
    request: { readonly redirectUri: string; readonly state: string },
    provider: ProviderTools,
  ): Promise<string>;
}

/** Sign-in through the provider's app by people of any company. */
export interface MarketplaceIdentity {
  readonly codeParameter: string;
  signInAddress(request: {
    readonly redirectUri: string;
    readonly state: string;
    readonly userAgent: string;
    readonly verifier: string;
  }): string;
  /** @throws AppError `PLATFORM_SIGN_IN` */
  userOf(code: {
    readonly value: string;
    readonly redirectUri: string;
    readonly verifier: string;
  }): Promise<MarketplaceUser>;
}
