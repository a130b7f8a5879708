import type { TwoLanguages } from './two-languages.ts';

/** A button of a card: it opens a page, or tells Jinji that it was pressed. */
export type CardButton =
  | { readonly kind: 'open'; readonly label: string; readonly url: string }
  | { readonly kind: 'act'; readonly label: string; readonly action: string };

/** A line of a card. */
export interface CardLine {
  readonly label: string;
  readonly text: string;
  /** Id of a colleague whose name the platform hides from apps: `text` only stands for it, and the platform may print the name itself. */
  readonly hiddenName?: string;
}

/** A message to one colleague, in the words and the language that it is read in. */
export interface Card {
  /** Names this card for ever: sending it again with the same key never makes a second one. Letters, digits, `_` and `-`, 50 at most. */
  readonly key: string;
  readonly lang: 'zh' | 'en';
  readonly title: string;
  readonly lines: readonly CardLine[];
  /** Where the card itself leads. */
  readonly url: string;
  /** Three at most. */
  readonly buttons: readonly CardButton[];
}

/** What became of a card that was handed over. */
export type CardSent =
  /** The platform took it; `ref` is the platform's own name of it, opaque to the product. */
  | { readonly kind: 'sent'; readonly ref: string }
  /** The platform cannot reach this person: gone, or outside of the app's range. */
  | { readonly kind: 'unreachable'; readonly platformCode: string }
  /** The provider has bought no licence for this person, without which the platform delivers nothing (WeCom, third-party apps). */
  | { readonly kind: 'unlicensed' };

/** What the platform tells later about a card that it took. */
export type CardOutcome =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'pending' }
  | { readonly kind: 'dropped'; readonly platformCode: string };

/**
 * Cards to colleagues.
 *
 * All throw AppError `PLATFORM_BUSY`, `PLATFORM_PERMISSION`, `PLATFORM_DISCONNECTED`, `PLATFORM_UNEXPECTED`,
 * `UPSTREAM_UNAVAILABLE`.
 */
export interface PlatformMessages {
  /** Why no card can go out yet, and who has to set what up; null: cards go out. */
  readonly notSetUp: TwoLanguages | null;
  /**
   * Sends a card to a person by the platform's id.
   * @param repeated an earlier try ended without an answer, so the card may be there already
   */
  send(to: string, card: Card, repeated: boolean): Promise<CardSent>;
  /**
   * Whether sending a card of that key again cannot make a second one, because the platform still knows the first or can be asked for it.
   * Times in milliseconds since 1970.
   */
  mayRepeat(firstTriedAt: number, now: number): boolean;
  /**
   * Ends a card: its buttons give way to `closed`, which says what came of it. Null: this card can no longer be changed.
   */
  close(ref: string, to: string, card: Card, closed: string): Promise<'closed' | null>;
  /** Asks what became of a card, seconds after it was taken; null where taking it says all. */
  readonly outcome: ((ref: string, to: string) => Promise<CardOutcome>) | null;
}
