/** The consent ladder of R1. `interview` is needed to take part; each other one is asked apart, unticked, refusable and withdrawable. */
export const consentKinds = [
  'interview',
  'recording',
  'ai_scoring',
  'camera_analysis',
  'talent_pool',
  'research',
  'overseas_model',
] as const;
export type ConsentKind = (typeof consentKinds)[number];
