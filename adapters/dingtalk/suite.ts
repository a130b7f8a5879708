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
  readonly eraseAfterDays: number;
}
