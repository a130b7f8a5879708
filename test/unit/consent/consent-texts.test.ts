import { expect, test } from 'vitest';
import { consentTexts, consentWording, filledConsent } from '#core/consent/consent-texts.ts';

const days = { videoDays: 20, audioDays: 45 };

test('only taking part is needed; every other consent can be refused', () => {
  expect(consentTexts.filter((text) => text.required).map((text) => text.kind)).toEqual(['interview']);
});

test('the consent to recordings names the days that the company keeps them, in both languages', () => {
  const recording = consentTexts.find((text) => text.kind === 'recording');
  if (!recording) throw new Error('no consent to recordings');
  const filled = filledConsent(recording, days);

  for (const lang of ['zh', 'en'] as const) {
    expect(consentWording(filled, lang)).toContain('20');
    expect(consentWording(filled, lang)).toContain('45');
  }
});

test('no placeholder is left in a consent that is shown', () => {
  const shown = consentTexts.flatMap((text) => {
    const filled = filledConsent(text, days);
    return [consentWording(filled, 'zh'), consentWording(filled, 'en')];
  });

  expect(shown.filter((words) => /[{}]/.test(words))).toEqual([]);
});
