/** The time now. Every rule takes time from here, so that tests repeat. */
export interface Clock {
  now(): Date;
}
