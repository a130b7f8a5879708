import type { TenantStore } from '../ports/repositories/tenant-store.ts';
import type { Change } from '../ports/unit-of-work.ts';
import { type NoticeKind, noticeKinds } from './notice-kinds.ts';

/** How a company wants cards to be sent. The inbox inside Jinji has everything all the same. */
export interface MessageSettings {
  /** Times of day in the company's zone, `HH:MM`, between which no card is sent; equal times: cards may always come. */
  readonly quietFrom: string;
  readonly quietTo: string;
  /** After a card, further news of the same kind within so many minutes come together as one. */
  readonly digestMinutes: number;
  /** Kinds that nobody gets a card for. */
  readonly off: readonly NoticeKind[];
}

/** How one person wants it. */
export interface PersonMessageSettings {
  readonly cards: boolean;
  readonly off: readonly NoticeKind[];
}

const companyKey = 'messages.company';
const personKey = (personId: string): string => `messages.person:${personId}`;

const defaults: MessageSettings = { quietFrom: '21:00', quietTo: '08:00', digestMinutes: 10, off: [] };
const personDefaults: PersonMessageSettings = { cards: true, off: [] };

const known = (kinds: readonly NoticeKind[]): NoticeKind[] =>
  noticeKinds.filter((kind) => kinds.includes(kind));

/** The company's settings, with the product's defaults where nothing was set. */
export async function messageSettings(store: TenantStore): Promise<MessageSettings> {
  const stored = { ...defaults, ...(await store.settings.get<Partial<MessageSettings>>(companyKey)) };
  return { ...stored, off: known(stored.off) };
}

/** Prepares saving them. */
export const saveMessageSettings = (store: TenantStore, settings: MessageSettings, at: string): Change =>
  store.settings.set(companyKey, settings, at);

/** A person's own settings. */
export async function personMessageSettings(
  store: TenantStore,
  personId: string,
): Promise<PersonMessageSettings> {
  const stored = {
    ...personDefaults,
    ...(await store.settings.get<Partial<PersonMessageSettings>>(personKey(personId))),
  };
  return { ...stored, off: known(stored.off) };
}

/** Prepares saving them. */
export const savePersonMessageSettings = (
  store: TenantStore,
  personId: string,
  settings: PersonMessageSettings,
  at: string,
): Change => store.settings.set(personKey(personId), settings, at);
