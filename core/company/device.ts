/** What a person recognises a browser by: never a version or a model, which would tell more than that. */
export interface Device {
  /** Name of an app in the list of whoever read it. */
  readonly app: string | null;
  readonly system: string | null;
}
