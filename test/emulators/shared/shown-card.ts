/** A card as the client of a platform shows it to its reader. */
export interface ShownCard {
  readonly title: string;
  readonly texts: readonly string[];
  /** Words on the buttons that can still be pressed. */
  readonly buttons: readonly string[];
  /** What stands there instead, once it is settled. */
  readonly closed: string | null;
  readonly url: string;
}

/** The message store behind an emulator, as a test looks into it. */
export interface MessageStore {
  /** Cards of a person, oldest first. */
  cardsOf(userId: string): readonly ShownCard[];
}
