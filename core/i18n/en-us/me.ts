import type { Translation } from '../message.ts';
import type { me as source } from '../zh-cn/me.ts';

/** English of `zh-cn/me.ts`. */
export const me: Translation<typeof source> = {
  'me.title': 'My interview',
  'me.loading': 'Opening…',
  'me.heading': 'Interview for “{job}”',
  'me.state_submitted': 'Handed in on {time}; it is being scored.',
  'me.state_scored': 'Handed in on {time}; recruiters will look at it and decide.',
  'me.state_released': 'The company has released feedback.',
  'me.state_withdrawn': 'The application was withdrawn; nothing more is scored.',
  'me.state_other': 'The interview has not been handed in.',
  'me.open_until':
    'This page can be opened until {time}. Keep the link to yourself: whoever has it can open the page.',
  'me.sections': 'On this page',

  'me.round': 'Second interview',
  'me.round_at': '{time} ({zone}), about {minutes} minutes',
  'me.round_place': 'Place: {place}',
  'me.round_pending': 'The meeting link will appear here.',
  'me.round_cancelled': 'The second interview of {time} is cancelled.',
  'me.round_keep': 'Add to my calendar',

  'me.feedback': 'Feedback',
  'me.feedback_none':
    'No feedback has been released yet. It will appear here; the company may also tell you otherwise.',
  'me.feedback_ai': 'Drafted by AI from your answers, checked and released by recruiters.',
  'me.feedback_person': 'Written by recruiters from your answers.',
  'me.strengths': 'What went well',
  'me.improvements': 'What could be better',
  'me.tip': 'A tip for practice',
  'me.quote': 'You said: “{quote}”',
  'me.levels': 'Assessment by point',
  'me.level': '{score} (likely between {from} and {to})',
  'me.levels_help':
    'Out of 10, for these answers only: not a comparison with others, not a judgement of your character. One interview can say only so much.',

  'me.appeal': 'Ask for a review',
  'me.appeal_lead':
    'If you think the result is wrong, somebody who took no part in the decision looks again and answers with reasons within 7 days.',
  'me.appeal_until': 'You can ask until {time}.',
  'me.appeal_no_result': 'You can ask within 15 days of the result. There is no result yet.',
  'me.appeal_pending': 'Your request for a review is being handled.',
  'me.appeal_answered': 'This result has been reviewed.',
  'me.appeal_passed': 'The time to ask for a review has passed ({time}).',
  'me.appeal_label': 'What should be looked at again, and why',
  'me.appeal_help': 'Only what concerns this interview; at most 2000 characters.',
  'me.appeal_send': 'Ask for a review',
  'me.appeal_sent': 'Your request was filed and will be answered by {time}.',
  'me.appeal_item': 'Asked on {time}',
  'me.appeal_state_open': 'Waiting for an answer (by {time})',
  'me.appeal_state_kept': 'The result stands',
  'me.appeal_state_changed': 'It will be decided anew',
  'me.answer': 'Answer: {answer}',
  'me.text_missing': 'Please write something first.',

  'me.data': 'What is stored about me',
  'me.data_name': 'Name',
  'me.data_phone': 'Phone',
  'me.data_email': 'Mail',
  'me.data_city': 'City',
  'me.data_resumes': 'Résumé files',
  'me.data_none': 'none',
  'me.data_recordings': 'Recordings',
  'me.data_recordings_count': { one: '{count} recording', other: '{count} recordings' },
  'me.data_answers': { one: 'My answers ({count} question)', other: 'My answers ({count} questions)' },
  'me.data_skipped': 'skipped',
  'me.data_no_words': 'no words',
  'me.data_probe': 'Follow-up: {probe}',
  'me.data_original': 'As the machine heard it: {text}',
  'me.data_keep':
    'Data of people who are not hired is kept for {days} days after the application has ended, video for {video} and audio for {audio} days; then it is deleted.',
  'me.export': 'Export all my data (JSON)',
  'me.export_done': 'Exported to your downloads.',
  'me.print': 'Print or save as PDF',

  'me.correct': 'Ask for a correction',
  'me.correct_lead':
    'If your name, contacts or résumé are wrong, or speech was misheard, say what is wrong and what it should be. You get an answer within 15 days.',
  'me.correct_label': 'What is wrong, and what it should be',
  'me.correct_send': 'Ask for the correction',
  'me.correct_sent': 'Your request was filed and will be answered by {time}.',
  'me.correct_state_open': 'Waiting for an answer (by {time})',
  'me.correct_state_done': 'Corrected',
  'me.correct_state_declined': 'Not corrected',

  'me.consents': 'My consents',
  'me.consents_lead': 'You can withdraw them at any time; what was done before stays lawful.',
  'me.consent_given': 'Given ({time})',
  'me.consent_not': 'Not given',
  'me.consent_taken_back': 'Withdrawn ({time})',
  'me.consent_withdraw': 'Withdraw this consent',
  'me.consent_withdraw_title': 'Withdraw “{title}”?',
  'me.consent_effect_interview': 'Your application is withdrawn with it; nothing more is scored.',
  'me.consent_effect_recording':
    'Your recordings are deleted at once and cannot be restored; written answers stay.',
  'me.consent_effect_ai_scoring':
    'The machine’s scores no longer count; people rate instead, within the same time. Decisions taken stay; you can ask for a review.',
  'me.consent_effect_other': 'From now on nothing is used for this purpose.',
  'me.consent_withdraw_yes': 'Withdraw',
  'me.consent_withdrawn': '“{title}” was withdrawn.',

  'me.end': 'Withdraw and erase',
  'me.withdraw': 'Withdraw my application',
  'me.withdraw_help': 'You leave this recruitment; data is kept for the times above.',
  'me.withdraw_title': 'Withdraw your application?',
  'me.withdraw_yes': 'Withdraw it',
  'me.withdrawn': 'Your application was withdrawn.',
  'me.erase': 'Erase everything about me',
  'me.erase_help':
    'All your applications at this company, résumés, answers, recordings and scores. It begins at once and cannot be undone; backups are overwritten within 15 days.',
  'me.erase_title': 'Erase everything?',
  'me.erase_text':
    'Running applications are withdrawn and this page can no longer be opened. Only records that do not name you stay (times and codes of consents and decisions).',
  'me.erase_yes': 'Erase everything for good',
  'me.erase_hired':
    'You were hired, so your data belongs to an employee file. Please ask the personnel department.',
  'me.erased_title': 'Your data is erased',
  'me.erased_text':
    'Your data was removed from this company’s system and the files are being destroyed. This page can no longer be opened.',

  'me.hr_title': 'Requests of candidates',
  'me.hr_lead':
    'Candidates ask to have their data corrected. Correct it in the candidate’s file or report first, then answer here; the candidate sees your answer.',
  'me.hr_open': 'To answer',
  'me.hr_closed': 'Answered',
  'me.hr_empty': 'No request is waiting',
  'me.hr_empty_closed': 'No request has been answered yet',
  'me.hr_empty_hint':
    'When a candidate asks for a correction on their page it appears here; answer within 15 days.',
  'me.hr_due': 'Answer by',
  'me.hr_overdue': 'overdue',
  'me.hr_unnamed': 'No name',
  'me.hr_answer': 'Answer',
  'me.hr_answer_title': 'Answer {name}',
  'me.hr_outcome': 'Outcome',
  'me.hr_done': 'Corrected',
  'me.hr_declined': 'Not corrected',
  'me.hr_words': 'Words for the candidate',
  'me.hr_words_help': 'Say what was corrected, or why not.',
  'me.hr_send': 'Send the answer',
  'me.hr_sent': 'Answered; the candidate can see it',
};
