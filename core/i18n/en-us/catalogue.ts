import type { Translation } from '../message.ts';
import type { catalogue as source } from '../zh-cn/catalogue.ts';
import { app } from './app.ts';
import { approvals } from './approvals.ts';
import { candidates } from './candidates.ts';
import { common } from './common.ts';
import { interview } from './interview.ts';
import { jobs } from './jobs.ts';
import { library } from './library.ts';
import { me } from './me.ts';
import { messages } from './messages.ts';
import { quality } from './quality.ts';
import { reasons } from './reasons.ts';
import { reports } from './reports.ts';
import { rounds } from './rounds.ts';
import { rubric } from './rubric.ts';
import { settings } from './settings.ts';

/** All areas of this language. A new area is one import and one line here, in both languages. */
export const catalogue = {
  ...common,
  ...app,
  ...rubric,
  ...approvals,
  ...jobs,
  ...library,
  ...candidates,
  ...reasons,
  ...reports,
  ...quality,
  ...settings,
  ...interview,
  ...me,
  ...messages,
  ...rounds,
} satisfies Translation<typeof source>;
