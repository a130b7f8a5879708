import type { Translation } from '../message.ts';
import type { interview as source } from '../zh-cn/interview.ts';

/** English of `zh-cn/interview.ts`. */
export const interview: Translation<typeof source> = {
  'interview.title': 'AI interview',
  'interview.ai_badge': 'AI interviewer',
  'interview.ai_badge_help': 'AI asks and suggests scores on this page; a person decides.',
  'interview.language': 'Language',
  'interview.switch_language': '中文',
  'interview.loading': 'Opening the interview…',
  'interview.retry': 'Try again',
  'interview.reload': 'Reload the page',
  'interview.back': 'Back',
  'interview.continue': 'Continue',
  'interview.cancel': 'Cancel',
  'interview.minutes': { one: '{count} minute', other: '{count} minutes' },
  'interview.seconds': { one: '{count} second', other: '{count} seconds' },
  'interview.network': 'No connection',
  'interview.network_remedy': 'Check the network and try again. What you wrote is still on this device.',
  'interview.timeout': 'No answer in time',
  'interview.timeout_remedy': 'The network may be slow; try again. What you wrote is still on this device.',
  'interview.unreadable': 'The server’s answer cannot be read',
  'interview.unreadable_remedy': 'Reload the page; if it happens again, ask the person who invited you.',
  'interview.request_id': 'Number of this problem: {requestId}',

  'interview.link_unknown': 'This interview was not found',
  'interview.link_unknown_help':
    'The link may be incomplete. Open it from the message again, or ask the person who invited you.',
  'interview.link_expired': 'This link has expired',
  'interview.link_expired_help':
    'Stored answers are not lost. Ask the person who invited you for a new link.',
  'interview.link_revoked': 'This link was withdrawn',
  'interview.link_revoked_help': 'The person who invited you withdrew it. Please ask them.',
  'interview.ended_withdrawn': 'You have withdrawn from this interview',
  'interview.ended_withdrawn_help':
    'Nothing more is asked or scored. If you change your mind, contact {contact}.',
  'interview.ended_expired': 'The time for this interview is over',
  'interview.ended_expired_help': 'Stored answers are not lost. To take it after all, contact {contact}.',
  'interview.the_company': 'the person who invited you',

  'interview.welcome_title': '{company} invites you to an online interview for “{job}”',
  'interview.welcome_lead':
    'This is a structured interview: everyone gets the same questions and is assessed by the same standards.',
  'interview.fact_questions': { one: '{count} question', other: '{count} questions' },
  'interview.fact_minutes': { one: 'About {count} minute', other: 'About {count} minutes' },
  'interview.fact_modes_text': 'Answer in writing',
  'interview.fact_modes_voice': 'Answer in writing or by voice',
  'interview.fact_modes_video': 'Answer in writing, by voice or by video',
  'interview.fact_resume': 'You may leave and go on within 72 hours of the start',
  'interview.fact_until': 'Please start before {time}',
  'interview.fact_until_zone': 'Times are shown in {zone}',
  'interview.judged_title': 'What is judged',
  'interview.judged_lead': 'Only what you say counts, by these points:',
  'interview.not_judged_title': 'What is not judged',
  'interview.not_judged':
    'Not your looks, expression, accent, clothes or background; not name, sex, age, origin, family or school. Typing speed and pasting cost nothing.',
  'interview.ai_title': 'What AI does, and who decides',
  'interview.ai_asks': {
    one: 'The company set the questions. AI asks at most {count} follow-up, in fixed words.',
    other: 'The company set the questions. AI asks at most {count} follow-ups to each, in fixed words.',
  },
  'interview.ai_asks_none': 'The company set the questions. There are no follow-ups in this interview.',
  'interview.ai_scores':
    'With your consent, AI analyses the words of your answers by the points above and suggests scores with reasons.',
  'interview.ai_decides':
    'Recruiters decide; AI rejects nobody. Without consent to AI scoring, people rate everything within the same time.',
  'interview.data_title': 'How long data is kept',
  'interview.data_answers':
    'Answers and scores of people who are not hired are kept for at most {days} days.',
  'interview.data_media':
    'Video is deleted 30 days and audio 90 days after the decision; both are stored encrypted.',
  'interview.rights_title': 'Your rights',
  'interview.rights':
    'You may leave or withdraw consent at any time, see and export your data, have it corrected or deleted, and ask another person to review the result within 15 days.',
  'interview.contact_title': 'Whom to ask',
  'interview.contact': 'Contact {contact}.',
  'interview.contact_none': 'Ask the person who sent you this link.',
  'interview.begin': 'Get ready',
  'interview.person_button': 'I would rather talk to a person',
  'interview.person_title': 'Ask for an interview with a person',
  'interview.person_help':
    'The company sees your wish and contacts you. No reason is needed and the result is not affected. You can still take this online interview.',
  'interview.person_send': 'Send the wish',
  'interview.person_done':
    'You asked for an interview with a person; the company will contact you. You can still go on here.',

  'interview.consent_title': 'Your consent',
  'interview.consent_lead':
    'Please read and choose one by one. Only the one marked “required” is needed to take part; leaving the others unticked has no effect on the result, and you can withdraw them later.',
  'interview.consent_required': 'required',
  'interview.consent_optional': 'optional',
  'interview.consent_missing': 'This is needed to take part. Otherwise, ask for an interview with a person.',
  'interview.adjust_title': 'Do you need anything changed?',
  'interview.adjust_lead': 'No proof is needed, and the people who rate do not see these choices.',
  'interview.adjust_text_only': 'Answer everything in writing',
  'interview.adjust_text_only_help': 'Voice and video are not offered',
  'interview.adjust_no_timer': 'No timers',
  'interview.adjust_no_timer_help': 'No limits for preparing and answering',
  'interview.adjust_time': 'More time',
  'interview.adjust_time_1': 'Standard time',
  'interview.adjust_time_15': '1.5 times the time',
  'interview.adjust_time_2': 'Twice the time',
  'interview.adjust_person': 'Interview with a person',
  'interview.adjust_person_help': 'The company will contact you',
  'interview.language_title': 'Language of the interview',
  'interview.language_help':
    'Questions and scoring keep to it once you start; the language of the page can be switched at any time.',
  'interview.language_zh': '中文',
  'interview.language_en': 'English',
  'interview.consent_send': 'Confirm and continue',

  'interview.ready_title': 'Ready?',
  'interview.ready_shape_title': 'How to answer clearly',
  'interview.ready_shape':
    'Tell of one concrete case: the situation → your task → what you did yourself → how it turned out. When asked what you would do, give the steps and your reasons.',
  'interview.ready_rule_time': 'Before each question you have {time} to prepare; you may start earlier.',
  'interview.ready_rule_answer':
    'Voice and video answers take at most {time}; written answers are never cut off.',
  'interview.ready_rule_no_timer': 'As you chose, there are no time limits.',
  'interview.ready_rule_retake': {
    one: 'Each voice or video answer can be recorded again once.',
    other: 'Each voice or video answer can be recorded again {count} times.',
  },
  'interview.ready_rule_paste': 'You may look things up and paste; please tell of your own experience.',
  'interview.ready_rule_saved':
    'The next question comes once your answer is stored; stored answers cannot be changed.',
  'interview.practice_title': 'Practise once (not scored, not stored)',
  'interview.practice_question': 'Tell of something small that you learned lately. How did you learn it?',
  'interview.practice_label': 'Practice answer',
  'interview.practice_done': 'That is all there is to it. Your practice stayed on this device.',
  'interview.practice_try': 'Done practising',
  'interview.start': 'Start the interview',
  'interview.start_again': 'Go on with the interview',

  'interview.progress': 'Question {current} of {total}',
  'interview.follow_up': 'Follow-up',
  'interview.follow_up_ack': 'Thank you. One more thing:',
  'interview.original_question': 'The question was',
  'interview.asks': 'Please cover',
  'interview.prepare_title': 'Time to prepare',
  'interview.prepare_left': '{time} left',
  'interview.prepare_help':
    'Think of what to tell. Answering begins by itself when the time is up; you may also start now.',
  'interview.prepare_open': 'Start when you are ready; there is no time limit.',
  'interview.prepare_go': 'Start answering now',
  'interview.prepare_over': 'The time to prepare is over. Please answer.',
  'interview.mode_legend': 'How do you want to answer this question?',
  'interview.mode_text': 'Writing',
  'interview.mode_voice': 'Voice',
  'interview.mode_video': 'Video',
  'interview.answer_label': 'Your answer',
  'interview.answer_help': 'Type, dictate with your keyboard, or paste.',
  'interview.answer_count': { one: '{count} character', other: '{count} characters' },
  'interview.answer_suggest': 'Suggested time {time}; you are not cut off',
  'interview.answer_empty': 'Write an answer first, or skip this question.',
  'interview.answer_too_long': 'An answer has at most {max} characters; please shorten it.',
  'interview.draft_kept': 'Draft kept on this device',
  'interview.draft_none': 'Your draft is kept on this device',
  'interview.draft_unkept': 'This browser keeps no drafts: do not close the page',
  'interview.submit': 'Submit the answer',
  'interview.saving': 'Storing…',
  'interview.saved': 'Your last answer is stored ({time})',
  'interview.unsaved':
    'Not stored yet; your answer is still on this device. It is sent again once the network is back.',
  'interview.unsaved_other': 'Not stored yet; your answer is still on this device.',
  'interview.skip': 'Skip this question',
  'interview.skip_title': 'Skip this question?',
  'interview.skip_help':
    'You cannot come back to it. Skipping is not a zero, but there will be nothing to score for this question.',
  'interview.skip_yes': 'Skip',
  'interview.leave': 'Withdraw',
  'interview.leave_title': 'Withdraw from this interview?',
  'interview.leave_help':
    'For a break just close the page and come back before {time}. Withdrawing ends your application: nothing more is asked or scored.',
  'interview.leave_help_open':
    'To take it later just close the page. Withdrawing ends your application: nothing more is asked or scored.',
  'interview.leave_yes': 'Withdraw my application',

  'interview.finish_title': 'All questions are answered',
  'interview.finish_help': 'Please hand the interview in. It cannot be changed afterwards.',
  'interview.finish_list': 'Stored answers',
  'interview.finish_item': 'Question {number} · {mode} · {time}',
  'interview.finish_item_skipped': 'Question {number} · skipped',
  'interview.finish_item_follow': 'Question {number}, follow-up · {mode} · {time}',
  'interview.finish_send': 'Hand in the interview',
  'interview.done_title': 'Your interview is handed in. Thank you',
  'interview.done_next_ai': 'AI prepares suggestions for scores; then recruiters look at them and decide.',
  'interview.done_next_person': 'Recruiters read and rate your answers, and decide.',
  'interview.done_feedback':
    'Feedback appears on your own page, where you can also export your data, withdraw consent or ask for a review.',
  'interview.done_me': 'Open my page',
  'interview.done_copy': 'Copy the link of my page',
  'interview.done_copied': 'Copied. Please keep this link',
  'interview.done_copy_by_hand': 'Please select and copy this link:',
  'interview.done_close': 'You can close this page now.',

  'interview.other_title': 'The interview is open on another device',
  'interview.other_help':
    'All stored answers are there. If you go on here, the other device stops; drafts on it that were not submitted do not come along.',
  'interview.other_taken': 'You went on with this interview on another device, so it stopped here.',
  'interview.other_take': 'Continue here',

  'interview.insecure_title': 'This address cannot record directly',
  'interview.insecure_help':
    'Browsers open microphone and camera on encrypted addresses (https) only. You can answer in writing, or record with your phone’s own app and upload the file.',
};
