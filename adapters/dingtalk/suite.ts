/** The operator's third-party app, as the developer console shows it. */
export interface DingtalkSuite {
  /** Numeric; pushes name it. */
  readonly suiteId: string;
  readonly suiteKey: string;
  readonly suiteSecret: string;
  readonly callbackToken: string;
  readonly encodingAesKey: string;
  /** What the check of the callback address gets: the documents contradict each other. */
  readonly checkAnswer: 'success' | 'random';
  /** The work notice that was reviewed in the console; null: none, and notices stay inside Jinji. */
  readonly messageTemplateId: string | null;
  readonly eraseAfterDays: number;
}
