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
  'interview.request_id': 'Number of this problem:',

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
  'interview.ended_me': 'What was stored can be seen, exported, corrected or erased on your own page.',
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
  'interview.fact_language':
    'You were invited to an interview in {language}; you can change that in the next step',
  'interview.fact_untranslated':
    'The questions were written in {language}; those without a translation appear as written',
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
  'interview.data_place': 'Your data is stored in: {place}.',
  'interview.data_place_ask':
    'Your data is stored on servers that the employer uses; ask the contact below where they stand.',
  'interview.data_media':
    'Video is deleted {video} days and audio {audio} days after the application has ended; both are stored encrypted.',
  'interview.rights_title': 'Your rights',
  'interview.rights':
    'You may leave or withdraw consent at any time, see and export your data, have it corrected or deleted, and ask another person to review the result within 15 days.',
  'interview.contact_title': 'Whom to ask',
  'interview.contact': 'Questions? Contact {contact}.',
  'interview.contact_none': 'Questions? Ask the person who sent you this link.',
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
  'interview.language_untranslated':
    'Not all questions of this job are translated; those without a translation appear as written. The language is fixed once you start; the page’s can be switched at any time.',
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
    one: 'Each voice or video answer can be recorded again {count} time.',
    other: 'Each voice or video answer can be recorded again {count} times.',
  },
  'interview.ready_rule_paste': 'You may look things up and paste; please tell of your own experience.',
  'interview.ready_rule_saved':
    'The next question comes once your answer is stored; stored answers cannot be changed.',
  'interview.practice_title': 'Practise once (not scored, not sent)',
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
  'interview.code_label': 'Code (optional)',
  'interview.code_help':
    'Any language, or pseudo-code. It is not run: the idea, the key points and the cost you state are what counts.',
  'interview.code_symbols': 'Symbols',
  'interview.code_in': 'Indent',
  'interview.code_out': 'Outdent',
  'interview.code_keys': 'Tab indents, Shift+Tab goes back; press Esc first to leave the field with Tab.',
  'interview.code_failed':
    'The field for code did not load. Try again, or write the code in your answer above.',
  'interview.answer_help': 'Type, dictate with your keyboard, or paste.',
  'interview.answer_count': { one: '{count} character', other: '{count} characters' },
  'interview.answer_suggest': 'Suggested time {time}; you are not cut off',
  'interview.answer_empty': 'Write an answer first, or skip this question.',
  'interview.answer_too_long': 'An answer has at most {max} characters; please shorten it.',
  'interview.dictate': 'Speak instead of typing',
  'interview.dictate_listening': 'Listening. Say your answer, then press “Done”.',
  'interview.dictate_end': 'Done',
  'interview.dictate_cancel': 'Cancel',
  'interview.dictate_understanding': 'Turning speech into words…',
  'interview.dictate_failed': 'Nothing could be heard. Check the microphone permission, or type.',
  'interview.dictate_empty': 'Nothing was understood. Hold the phone closer and say it again.',
  'interview.dictate_help':
    'One minute at a time, as often as you like. The hiring company’s office app turns speech into words; we keep no sound. Check and correct the words before you hand in.',
  'interview.draft_kept': 'Draft kept on this device',
  'interview.draft_none': 'Your draft is kept on this device',
  'interview.draft_unkept': 'This browser keeps no drafts: do not close the page',
  'interview.submit': 'Submit the answer',
  'interview.saving': 'Storing…',
  'interview.saved': 'Your last answer is stored ({time})',
  'interview.next_title': 'Your answer is stored',
  'interview.next_loading': 'The next question is on its way…',
  'interview.next_offline': 'There is no network right now; the next question appears once it is back.',
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

  'interview.chunk_failed':
    'The recorder could not be loaded. Check the network and try again, or answer in writing.',
  'interview.check_title': 'Check your device (optional)',
  'interview.check_lead':
    'If you want to answer by voice or video, try your device first. Nothing is recorded or sent.',
  'interview.check_voice': 'Check the microphone',
  'interview.check_video': 'Check microphone and camera',
  'interview.check_well': 'It works',
  'interview.check_done': 'Good, your device is ready.',
  'interview.device_title': 'Recording device',
  'interview.device_microphone': 'microphone',
  'interview.device_both': 'microphone or camera',
  'interview.device_ask':
    'Your browser will ask for permission; please choose “Allow”. Nothing is recorded or sent before you start.',
  'interview.device_open_voice': 'Turn on the microphone',
  'interview.device_open_video': 'Turn on microphone and camera',
  'interview.device_again': 'Try again',
  'interview.fault_refused': 'No permission to use the {device}',
  'interview.fault_refused_help':
    'Allow it in the settings of your browser or of WeChat and try again; or answer in writing, with no effect on the result.',
  'interview.fault_missing': 'No {device} was found',
  'interview.fault_missing_help':
    'Connect one and try again; or answer in writing, with no effect on the result.',
  'interview.fault_busy': 'The {device} is used by another program',
  'interview.fault_busy_help':
    'End calls and other recordings and try again; or answer in writing, with no effect on the result.',
  'interview.fault_unsupported': 'This browser cannot record from the {device}',
  'interview.fault_unsupported_help':
    'Record with your phone’s own app and upload the file, or answer in writing, with no effect on the result.',
  'interview.fault_other': 'The {device} could not be opened',
  'interview.fault_other_help': 'Try again; or answer in writing, with no effect on the result.',
  'interview.level': 'Microphone level',
  'interview.level_try': 'Say a few words and see whether the bar moves.',
  'interview.level_quiet': 'Nothing is heard: check whether the microphone is muted.',
  'interview.picture': 'Camera picture',
  'interview.no_words_title': 'Before you record: there is no speech recognition here',
  'interview.no_words':
    'Recruiters can play your recording back, but only words are scored. Please also write your main points below, by typing or dictating with your keyboard. An answer without words is not scored low; it is marked “could not be scored”.',
  'interview.take_looking': 'Looking for a recording that was not submitted…',
  'interview.take_unkept':
    'This browser cannot keep an unfinished recording: do not close the page before you submit.',
  'interview.take_title': 'Your recording',
  'interview.take_found': 'A recording that was not submitted was found; you can go on with it.',
  'interview.take_elsewhere':
    'This was recorded on another device. It is stored on the server and cannot be played here.',
  'interview.recording_title': 'Recording',
  'interview.record_start': 'Start recording',
  'interview.record_stop': 'Stop recording',
  'interview.record_clock': '{time} / {limit}',
  'interview.record_ending': 'Less than {count} seconds left; it stops by itself.',
  'interview.record_again': { one: 'Record again ({count} left)', other: 'Record again ({count} left)' },
  'interview.again_title': 'Record again?',
  'interview.again_help':
    'This recording is given up: the company does not get it, and it is deleted when you submit your answer.',
  'interview.again_yes': 'Give up and record again',
  'interview.no_takes_left': 'No retake is left. Please answer this question in writing.',
  'interview.phone_voice': 'Record with your phone, then choose the file',
  'interview.phone_video': 'Film with your phone, then choose the file',
  'interview.phone_empty': 'The file is empty; please record again.',
  'interview.phone_large': 'The file is larger than {limit}; please record a shorter one.',
  'interview.upload_label': 'Upload',
  'interview.upload_soon': 'Your recording is uploaded while you speak.',
  'interview.upload_running': 'Uploading: the server has {stored} of {recorded} parts',
  'interview.upload_waiting':
    'No connection: the server has {stored} of {recorded} parts. The rest is on this device and follows by itself.',
  'interview.upload_done': 'Uploaded and stored completely',
  'interview.submit_after_upload': 'You can submit once everything is uploaded.',
  'interview.words_pending':
    'Speech is being turned into words, which you can then correct. Or submit now: the words are used as recognised.',
  'interview.words_failed': 'Speech could not be turned into words. Please write your main points below.',
  'interview.words_label': 'Recognised words (you can correct them)',
  'interview.words_help':
    'A machine wrote this down; please correct what it misheard. Your corrected words are scored; the original is kept with them.',
  'interview.points_label': 'Main points of your answer',
  'interview.points_help': 'Type or dictate with your keyboard. Only the words here are scored.',
  'interview.submit_without_words': 'Submit without waiting',
  'interview.no_points_title': 'Submit without written points?',
  'interview.no_points_help':
    'Recruiters can play your recording, but this question is marked “could not be scored” and a person has to rate it.',
  'interview.no_points_yes': 'Submit anyway',
};
