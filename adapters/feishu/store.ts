/** The operator's store app, as the developer console shows it. */
export interface FeishuStore {
  readonly appId: string;
  readonly appSecret: string;
  readonly encryptKey: string;
  readonly verificationToken: string;
  readonly eraseAfterDays: number;
}
