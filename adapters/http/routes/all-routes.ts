import type { AnyRoute } from '../route.ts';
import { routes as applications } from './applications.ts';
import { routes as approvalChains } from './approval-chains.ts';
import { routes as approvals } from './approvals.ts';
import { routes as audit } from './audit.ts';
import { routes as candidateInterview } from './candidate-interview.ts';
import { routes as candidates } from './candidates.ts';
import { routes as clientNames } from './client-names.ts';
import { routes as clientPages } from './client-pages.ts';
import { routes as company } from './company.ts';
import { routes as corrections } from './corrections.ts';
import { routes as decisions } from './decisions.ts';
import { routes as dictation } from './dictation.ts';
import { routes as dimensions } from './dimensions.ts';
import { routes as feedback } from './feedback.ts';
import { routes as invitations } from './invitations.ts';
import { routes as jobs } from './jobs.ts';
import { routes as marketplaceEntry } from './marketplace-entry.ts';
import { routes as marketplaceInstall } from './marketplace-install.ts';
import { routes as me } from './me.ts';
import { routes as messages } from './messages.ts';
import { routes as offers } from './offers.ts';
import { routes as officeAccount } from './office-account.ts';
import { routes as organisation } from './organisation.ts';
import { routes as people } from './people.ts';
import { routes as platformEntry } from './platform-entry.ts';
import { routes as platforms } from './platforms.ts';
import { routes as quality } from './quality.ts';
import { routes as recordingsPlayback } from './recordings-playback.ts';
import { routes as reportExports } from './report-exports.ts';
import { routes as reports } from './reports.ts';
import { routes as resumes } from './resumes.ts';
import { routes as secondRounds } from './second-rounds.ts';
import { routes as session } from './session.ts';
import { routes as settings } from './settings.ts';
import { routes as templates } from './templates.ts';

/** Every route of the API: the application, its description and the permission test are made from this list. */
export const allRoutes: readonly AnyRoute[] = [
  ...session,
  ...officeAccount,
  ...people,
  ...company,
  ...audit,
  ...jobs,
  ...templates,
  ...dimensions,
  ...settings,
  ...resumes,
  ...applications,
  ...candidates,
  ...invitations,
  ...reports,
  ...reportExports,
  ...decisions,
  ...feedback,
  ...quality,
  ...recordingsPlayback,
  ...candidateInterview,
  ...dictation,
  ...me,
  ...corrections,
  ...messages,
  ...secondRounds,
  ...platforms,
  ...marketplaceEntry,
  ...marketplaceInstall,
  ...organisation,
  ...platformEntry,
  ...clientPages,
  ...clientNames,
  ...approvals,
  ...offers,
  ...approvalChains,
];
