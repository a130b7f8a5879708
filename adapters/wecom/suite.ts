/** The operator's third-party suite, as its console shows it. */
export interface WecomSuite {
  readonly suiteId: string;
  readonly suiteSecret: string;
  readonly callbackToken: string;
  readonly encodingAesKey: string;
  /** The provider's own corp id: checks of the callback addresses may name it as the receiver. */
  readonly providerCorpId: string;
  readonly eraseAfterDays: number;
  /** Installations by link are test installations, as WeCom wants it before the app is released. */
  readonly testInstall?: boolean;
}
