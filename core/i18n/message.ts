/** Names between braces in a message: `'共 {count} 人'` → `'count'`. */
export type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** A message that differs by number (CLDR cardinal categories of English). Chosen by the parameter `count`. */
export interface PluralMessage {
  readonly one: string;
  readonly other: string;
}

/** One area of the source catalogue: flat keys `area.key`. */
export type SourceMessages = Readonly<Record<string, string>>;

/** A complete translation of an area: the same keys; a key with `{count}` may have two forms. */
export type Translation<Source extends SourceMessages> = {
  readonly [Key in keyof Source]: 'count' extends Placeholders<Source[Key]> ? string | PluralMessage : string;
};

/** Any loaded area or catalogue, in whichever language. */
export type Messages = Readonly<Record<string, string | PluralMessage>>;

/** Values for the placeholders of the message(s) named by `Key`. */
export type MessageValues<Source extends SourceMessages, Key extends keyof Source> = Readonly<
  Record<Placeholders<Source[Key]>, string | number>
>;

/** Looks a text up and fills it. Placeholders are demanded by the compiler, from the Chinese text. */
export type TranslateOf<Source extends SourceMessages> = <Key extends keyof Source & string>(
  key: Key,
  ...values: [Placeholders<Source[Key]>] extends [never] ? [] : [values: MessageValues<Source, Key>]
) => string;
