import { type Static, Type } from '@sinclair/typebox';

const Facts = Type.Record(Type.String(), Type.String());

/** What the candidate's page needs to open the bridge of the office client. */
export const BridgeFactsView = Type.Object({ app: Facts, sdk: Facts });
export type BridgeFactsView = Static<typeof BridgeFactsView>;

export const WordsView = Type.Object({
  /** What was understood; empty when nothing was. */
  words: Type.String(),
});
export type WordsView = Static<typeof WordsView>;
