import type { Translation } from '../message.ts';
import type { quality as source } from '../zh-cn/quality.ts';

/** English of `zh-cn/quality.ts`. */
export const quality: Translation<typeof source> = {
  'quality.title': 'Rating quality',
  'quality.intro':
    'See whether people rate alike and how close the scorer is to them, and calibrate it on your own ratings where needed.',
  'quality.practice_open': 'Practise rating',
  'quality.tabs': 'Parts of rating quality',
  'quality.tab_people': 'Raters',
  'quality.tab_machine': 'Scorer',
  'quality.tab_decisions': 'Decisions and suggestions',
  'quality.only_blind':
    'Only blind ratings are measured: those given before any other score was visible. Turn on “people rate first” in a job to get them.',
  'quality.measured': {
    one: 'Measured over the newest {count} rated interview (at most {most}).',
    other: 'Measured over the newest {count} rated interviews (at most {most}).',
  },
  'quality.none_title': 'No ratings to measure yet',
  'quality.none':
    'Once somebody has rated a report, this page shows how strict each person is and how well they agree. To try it now, do a rating practice.',
  'quality.rater': 'Rater',
  'quality.rated': 'Ratings (blind)',
  'quality.rated_count': '{rated} ({blind})',
  'quality.with_people': 'Against other people',
  'quality.with_machine': 'Against the scorer',
  'quality.last_practice': 'Latest practice',
  'quality.no_pairs': 'Too few in common',
  'quality.no_practice': 'No practice yet',
  'quality.agree_very_good': 'Very good agreement',
  'quality.agree_good': 'Good agreement',
  'quality.agree_fair': 'Fair agreement',
  'quality.agree_low': 'Low agreement',
  'quality.figures': 'Weighted kappa {qwk} · same level {exact}% · within one level {adjacent}% ({pairs})',
  'quality.few': 'few ratings, for orientation only',
  'quality.lenient': '{levels} levels more lenient on average',
  'quality.strict': '{levels} levels stricter on average',
  'quality.even': 'neither lenient nor strict',
  'quality.narrow': 'rarely uses the ends of the scale',
  'quality.pairs_title': 'Two people on the same answers, blind',
  'quality.pairs_help':
    'Intraclass correlation (ICC): how reliable one person’s rating and the mean of both are; 1 is perfect.',
  'quality.pair': 'Raters',
  'quality.pair_names': '{one} and {two}',
  'quality.agreement': 'Agreement',
  'quality.icc': 'Reliability',
  'quality.icc_values': 'one person {single} · mean of both {average}',
  'quality.second_title': 'A second person should rate',
  'quality.second_help':
    'In these interviews a person and the scorer lie 1.5 levels or more apart, and only one person has rated.',
  'quality.second_none': 'No interview needs a second rater at present.',
  'quality.masked': 'Candidate (blind rating, name hidden)',
  'quality.scorer': 'Scorer version',
  'quality.family': 'Question type',
  'quality.family_behavioural': 'Behavioural',
  'quality.family_situational': 'Situational',
  'quality.family_knowledge': 'Knowledge',
  'quality.family_introduction': 'Introduction',
  'quality.family_code': 'Code',
  'quality.machine_none': 'There are no blind ratings to compare the scorer with yet.',
  'quality.calibration_title': 'Calibration',
  'quality.calibration_help':
    'A calibration moves the scorer’s scores onto your raters’ scale without ever changing their order. It affects only job versions published after it was put into force, so candidates of one version are always measured alike.',
  'quality.calibration_none': {
    one: 'Not enough blind ratings. A calibration is proposed once a question type has {count}.',
    other: 'Not enough blind ratings. A calibration is proposed once a question type has {count}.',
  },
  'quality.proposal': {
    one: '{family}: can be calibrated on {count} blind rating',
    other: '{family}: can be calibrated on {count} blind ratings',
  },
  'quality.proposal_error':
    'On interviews it was not fitted on, the mean distance would go from {before} to {after} levels.',
  'quality.proposal_few': {
    one: '{count} more blind rating is needed before it can be used.',
    other: '{count} more blind ratings are needed before it can be used.',
  },
  'quality.proposal_worse': 'It would not bring scores closer to people’s, so it cannot be put into force.',
  'quality.map_caption': 'Conversion: {family}',
  'quality.map_raw': 'Scorer’s own score (1–5)',
  'quality.map_people': 'Calibrated score (1–5)',
  'quality.adopt': 'Put into force',
  'quality.adopt_confirm_title': 'Put this calibration into force?',
  'quality.adopt_confirm':
    'Job versions published from now on will use it; published versions and existing reports stay as they are. You can stop it later.',
  'quality.adopted': 'Calibration in force',
  'quality.in_force': 'In force',
  'quality.retired': 'Stopped',
  'quality.adopted_by': 'put into force by {name}',
  'quality.retire': 'Stop',
  'quality.retire_confirm_title': 'Stop this calibration?',
  'quality.retire_confirm':
    'Job versions published from now on will not use it; published versions stay as they are.',
  'quality.retired_done': 'Calibration stopped',
  'quality.recheck': {
    one: '{count} new blind rating since then: look at it again.',
    other: '{count} new blind ratings since then: look at it again.',
  },
  'quality.history': 'Calibrations used so far',
  'quality.decisions_help':
    'How often people decide otherwise than the suggestion. It is only advice; if it is hardly ever overruled, the system may be deciding.',
  'quality.decisions_none': 'No decision on a suggestion yet.',
  'quality.decisions_rate': 'Of {total} decisions, {different} differ from the suggestion ({percent}%).',
  'quality.audit_advised':
    'Among more than a hundred decisions hardly any differs from the suggestion. Turn on “people rate first” in a few jobs so that people judge by themselves.',
  'quality.audit_fine': 'No sign that suggestions are followed blindly.',
  'quality.audit_early': 'Whether suggestions are followed blindly can be told after a hundred decisions.',
  'quality.practice_title': 'Rating practice',
  'quality.practice_intro':
    'About ten minutes: rate six sample answers, then see the level each was written for and whether you are lenient or strict.',
  'quality.practice_what':
    'The sample answers were written for this product at levels 1, 3 and 5; they are not from real candidates. You may give any level from 1 to 5. The result only helps you learn the standard: you and HR can see it.',
  'quality.practice_start': 'Start',
  'quality.practice_again': 'Practise again',
  'quality.practice_sample': 'Sample {number} of {total}',
  'quality.practice_level': 'Your level',
  'quality.practice_anchors': 'Anchors',
  'quality.practice_hand_in': 'Hand in and see the result',
  'quality.practice_missing': {
    one: '{count} sample is not rated yet',
    other: '{count} samples are not rated yet',
  },
  'quality.practice_result': 'Result',
  'quality.practice_written': 'written for level {level}',
  'quality.practice_given': 'you gave level {level}',
  'quality.practice_same': 'same',
  'quality.practice_off': { one: '{count} level apart', other: '{count} levels apart' },
};
