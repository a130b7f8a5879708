import type { InterviewSettings, Thresholds } from './job-definition.ts';

/**
 * Defaults of the interview. They are policy: most companies keep what is preset (Dunlop et al. 2022), so each
 * value follows assessment §1.5.
 */
export const defaultInterview: InterviewSettings = {
  voice: true,
  video: false,
  preparationSeconds: 60,
  answerSeconds: 180,
  retakes: 1,
  followUps: 2,
  linkDays: 7,
  humanRatesFirst: false,
};

/** Cuts on the 0–10 scale: above "meets the job" with confidence, and clearly below (assessment §2.5). */
export const defaultThresholds: Thresholds = { cutHi: 5.5, cutLo: 4, rationale: '' };
