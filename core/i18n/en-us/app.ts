import type { Translation } from '../message.ts';
import type { app as source } from '../zh-cn/app.ts';

/** English of `zh-cn/app.ts`. */
export const app: Translation<typeof source> = {
  'app.title': 'Jinji · AI interviews',
  'app.nav': 'Main navigation',
  'app.skip': 'Skip to content',
  'app.nav_jobs': 'Jobs',
  'app.nav_candidates': 'Candidates',
  'app.nav_reports': 'Reports',
  'app.nav_settings': 'Settings',
  'app.account': 'Account: {name}',
  'app.sign_out': 'Sign out',
  'app.signed_out': 'You are signed out',
  'app.language': 'Language',
  'app.language_zh': '中文',
  'app.language_en': 'English',
  'app.theme': 'Appearance',
  'app.theme_system': 'Same as system',
  'app.theme_light': 'Light',
  'app.theme_dark': 'Dark',
  'app.sample_title': 'This is the sample company',
  'app.sample_text':
    'Its jobs and candidates are for trying things out. Remove it with one click when you start for real.',
  'app.sample_remove': 'Remove the sample company',
  'app.sample_confirm_title': 'Remove the sample company?',
  'app.sample_confirm_text':
    'All sample jobs, candidates, recordings and reports are deleted for good. Your own company’s data is not touched. You are signed out of the sample company.',
  'app.sample_removed': 'The sample company is removed',
  'app.sign_in_title': 'Please sign in',
  'app.sign_in_text':
    'You are signed out, or not signed in yet. Open the sign-in link from your administrator again, or enter from the workbench of your office app.',
  'app.sign_in_owner_hint': 'If you run this server, this command makes a new sign-in link:',
  'app.sign_in_again': 'I have signed in, check again',
  'app.redeem_title': 'Welcome to Jinji',
  'app.redeem_text':
    'Choose the button below to sign in on this device. The link works once, within 15 minutes.',
  'app.redeem_button': 'Sign in',
  'app.redeem_busy': 'Signing in…',
  'app.redeem_missing': 'The sign-in link is incomplete',
  'app.redeem_missing_remedy':
    'Copy the whole link and open it again, or ask an administrator for a new one.',
  'app.not_found_title': 'There is no such page',
  'app.not_found_text': 'The link may be incomplete, or the content was deleted.',
  'app.not_found_home': 'Go to the start page',
  'app.forbidden_title': 'You may not see this page',
  'app.forbidden_text': 'If you need it for your work, ask an administrator.',
  'app.update_title': 'There is a new version',
  'app.update_text': 'Jinji has just been updated. Reload the page to go on.',
  'app.update_button': 'Reload',
  'app.role_owner': 'Owner',
  'app.role_hr': 'HR',
  'app.role_interviewer': 'Interviewer',
  'app.role_employee': 'Employee',
};
