/** Words in both languages of the product. */
export interface TwoLanguages {
  readonly zh: string;
  readonly en: string;
}
