import type { TwoLanguages } from './two-languages.ts';

/** A talk to be written into colleagues' calendars. */
export interface CalendarEvent {
  /** Names this event for ever: writing it again with the same key never makes a second one. Letters, digits, `_` and `-`, 50 at most. */
  readonly key: string;
  readonly title: string;
  readonly description: string;
  /** ISO 8601 UTC. */
  readonly startsAt: string;
  readonly endsAt: string;
  /** IANA zone in which the company lives. */
  readonly zone: string;
  readonly place: string | null;
  /** In whose name it stands where the platform wants a person; null: nobody in particular. */
  readonly organiserId: string | null;
  /** The platform's ids of those who come. */
  readonly attendeeIds: readonly string[];
  /** Whether the platform should make a meeting for it. */
  readonly meeting: boolean;
}

/** An event as the platform keeps it. */
export interface SavedEvent {
  /** The platform's own name of it, opaque to the product. */
  readonly ref: string;
  /** Null where none was asked for, or the platform tells none. */
  readonly meetingUrl: string | null;
}

/** When somebody is busy; why is nobody's business. */
export interface BusyTime {
  readonly personId: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Calendars of colleagues.
 *
 * All throw AppError `PLATFORM_BUSY`, `PLATFORM_PERMISSION`, `PLATFORM_DISCONNECTED`, `PLATFORM_UNEXPECTED`,
 * `UPSTREAM_UNAVAILABLE`.
 */
export interface PlatformCalendar {
  /** Writes the event, or finds the one that a lost answer left behind. */
  create(event: CalendarEvent): Promise<SavedEvent>;
  /** Whether `create` of a key that was first tried then can still not make a second event. Milliseconds since 1970. */
  mayRepeat(firstTriedAt: number, now: number): boolean;
  /** Brings time, words and people of an event to what `event` says. Doing it twice harms nothing. */
  change(ref: string, event: CalendarEvent): Promise<SavedEvent>;
  /** Takes it out of the calendars; one that is gone already is fine. */
  cancel(ref: string): Promise<void>;
  /** When people are busy in a span; null where the platform does not tell. */
  readonly busy: ((ids: readonly string[], from: string, to: string) => Promise<readonly BusyTime[]>) | null;
  /** Whether it can make meetings with a link. */
  readonly meetings: boolean;
  /** What it does not offer, and what to do instead, for those who arrange; null: it offers all. */
  readonly limits: TwoLanguages | null;
}
