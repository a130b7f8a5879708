import type { AnyRoute } from '../route.ts';
import { routes as candidateInterview } from './candidate-interview.ts';
import { routes as company } from './company.ts';
import { routes as jobs } from './jobs.ts';
import { routes as templates } from './templates.ts';

/** Every route of the API: the application, its description and the permission test are made from this list. */
export const allRoutes: readonly AnyRoute[] = [...company, ...jobs, ...templates, ...candidateInterview];
