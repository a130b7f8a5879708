import type { Closing, NoticeKind } from '../../message/notice-kinds.ts';
import type { Change, Page, PageRequest } from '../unit-of-work.ts';

/** Something that one person of the staff is told. It holds ids, codes and times; names are looked up when it is read. */
export interface Notice {
  readonly id: string;
  readonly personId: string;
  readonly kind: NoticeKind;
  /** Equal for the same news to the same person, which is then told once. */
  readonly key: string;
  /** What it is about: an interview, a second round, an approval, an appeal. */
  readonly subjectId: string;
  readonly applicationId: string | null;
  readonly params: Readonly<Record<string, string | number>>;
  /** Whether its card may come in quiet hours. */
  readonly urgent: boolean;
  /** `wanted`: a card is to be sent; `none`: it stays in the inbox; `made`: it belongs to the message. */
  readonly card: 'wanted' | 'none' | 'made';
  readonly messageId: string | null;
  readonly createdAt: string;
  readonly readAt: string | null;
}

/** A card to one person over the office platform, with what became of it. */
export interface Message {
  readonly id: string;
  readonly personId: string;
  readonly kind: NoticeKind;
  /**
   * `waiting`: to be sent; `sent`: the platform took it; `skipped`: read or settled before it was sent; `failed`: given up, see
   * the code; `unreachable`: the person has no account there or is out of the app's range; `uncertain`: the answer was lost and
   * sending it again could make a second card.
   */
  readonly state: 'waiting' | 'sent' | 'skipped' | 'failed' | 'unreachable' | 'uncertain';
  /** The platform's name of the card. */
  readonly ref: string | null;
  /** The person's id on the platform, once known. */
  readonly accountId: string | null;
  readonly errorCode: string | null;
  readonly platformCode: string | null;
  readonly attempts: number;
  readonly firstTriedAt: string | null;
  readonly sentAt: string | null;
  /** What came of the thing, once it is settled. */
  readonly closing: Closing | null;
  /** Whether the card shows it: `wanted` is still to be done, `never` cannot be. */
  readonly closed: 'open' | 'wanted' | 'done' | 'never';
  readonly revision: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface MessageRepository {
  /** Does nothing when the person has a notice of that key. */
  addNotice(notice: Notice): Change;
  notice(id: string): Promise<Notice | null>;
  /** A person's notices, newest first. */
  notices(
    personId: string,
    filter: { readonly unread?: boolean | undefined },
    page: PageRequest,
  ): Promise<Page<Notice>>;
  unread(personId: string): Promise<number>;
  /** Keeps the first moment; `ids` null: all of the person's. */
  markRead(personId: string, ids: readonly string[] | null, at: string): Change;
  /** Notices of a person that wait for a card, oldest first. */
  wanted(personId: string): Promise<readonly Notice[]>;
  /** These notices get no card. */
  withoutCard(ids: readonly string[]): Change;
  noticesOf(messageId: string): Promise<readonly Notice[]>;
  /** Notices about a subject. */
  noticesAbout(subjectId: string): Promise<readonly Notice[]>;

  /** A card for these notices. Guarded: each must still wait for one. */
  addMessage(message: Message, noticeIds: readonly string[]): readonly Change[];
  message(id: string): Promise<Message | null>;
  /** The newest card of a kind to a person. */
  latest(personId: string, kind: NoticeKind): Promise<Message | null>;
  messages(
    filter: { readonly state?: Message['state'] | undefined },
    page: PageRequest,
  ): Promise<Page<Message>>;
  /** Guarded by the revision, which it raises by one. */
  update(
    id: string,
    revision: number,
    set: Partial<Omit<Message, 'id' | 'personId' | 'kind' | 'revision' | 'createdAt'>>,
  ): Change;
  /** Deletes notices and messages made before a time. */
  sweep(before: string): readonly Change[];
}
