/** A calendar entry as its reader sees it. */
export interface ShownEvent {
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string | null;
  readonly attendees: readonly string[];
}

/** The calendars behind an emulator. */
export interface CalendarStore {
  /** All entries that are there, oldest first. */
  events(): readonly ShownEvent[];
  /** Somebody is busy with something else; false where the platform tells nobody. */
  occupy(userId: string, from: string, to: string): boolean;
}
