import { openPlatform } from '../platform/connection.ts';
import type { TenantContext } from '../ports/services.ts';
import type { TwoLanguages } from '../ports/two-languages.ts';
import { hasCards } from './deliver.ts';

/** Whether cards can reach colleagues in their office app. */
export interface CardStanding {
  readonly possible: boolean;
  /** What has to be set up first, where it is known. */
  readonly notSetUp: TwoLanguages | null;
}

/** How cards of the company stand now; asks nothing of the platform. */
export async function cardStanding(context: TenantContext): Promise<CardStanding> {
  if (!(await hasCards(context))) return { possible: false, notSetUp: null };
  const { connection } = await openPlatform(context.services, context.store);
  const notSetUp = connection.messages?.notSetUp ?? null;
  return { possible: connection.messages !== null && notSetUp === null, notSetUp };
}
