import { AppError } from '../errors/app-error.ts';
import type { JobDefinition } from '../job/job-definition.ts';
import type { Application } from '../ports/repositories/candidates.ts';
import { nowOf, type TenantContext } from '../ports/services.ts';
import {
  isOpen,
  type RuleCorrection,
  type RuleOutcome,
  type ScreeningOutcome,
  type ScreeningResult,
} from './application.ts';
import { describeRules } from './describe-rule.ts';

/** The result of one rule that counts. */
export const effectiveResult = (rule: RuleOutcome): ScreeningResult => rule.correction?.result ?? rule.result;

/** The overall result over the required rules, people's corrections counting instead of what was read. */
function overall(job: JobDefinition, rules: readonly RuleOutcome[]): ScreeningResult {
  const required = new Set(
    describeRules(job)
      .filter((rule) => rule.required)
      .map((rule) => rule.ruleId),
  );
  const results = rules.filter((rule) => required.has(rule.ruleId)).map(effectiveResult);
  if (results.includes('mismatch')) return 'mismatch';
  return results.includes('unclear') ? 'unclear' : 'match';
}

/** A new reading with the corrections that people made on the one before. */
export function keepCorrections(
  job: JobDefinition,
  fresh: ScreeningOutcome,
  before: ScreeningOutcome | null,
): ScreeningOutcome {
  const rules = fresh.rules.map((rule) => {
    const correction = before?.rules.find((one) => one.ruleId === rule.ruleId)?.correction;
    return correction ? { ...rule, correction } : rule;
  });
  return { result: overall(job, rules), rules };
}

/** What a person says about one rule. */
export interface CorrectionRequest {
  readonly ruleId: string;
  readonly result: ScreeningResult;
  readonly reason: string;
}

/**
 * Confirms or corrects the result of one rule, or takes the correction back when `result` is null. It never moves the
 * application: 不符合 stays a fact for a person to weigh.
 * @throws AppError `NOT_FOUND` (application or rule); `STATE_CONFLICT` once the application is closed; `CONFLICT` when
 * the card changed meanwhile.
 */
export async function correctScreening(
  context: TenantContext,
  applicationId: string,
  request: CorrectionRequest | { readonly ruleId: string; readonly result: null },
): Promise<Application> {
  const { services, store, actor } = context;
  const application = await store.applications.get(applicationId);
  const version = application && (await store.jobs.version(application.jobVersionId));
  const held = application?.screening?.rules.find((rule) => rule.ruleId === request.ruleId);
  if (!application?.screening || !version || !held) throw new AppError('NOT_FOUND');
  if (!isOpen(application.status)) {
    throw new AppError('STATE_CONFLICT', { details: { state: application.status } });
  }
  const now = nowOf(services);
  const correction: RuleCorrection | null =
    request.result === null
      ? null
      : { result: request.result, reason: request.reason, by: actor.id ?? '', at: now };
  const rules = application.screening.rules.map((rule) => {
    if (rule.ruleId !== request.ruleId) return rule;
    const { correction: _before, ...read } = rule;
    return correction ? { ...read, correction } : read;
  });
  const screening = { result: overall(version.definition, rules), rules };
  await store.commit([
    store.applications.update(applicationId, { screening }, now, application.updatedAt),
    store.audit.add({
      actor,
      action: correction ? 'screening.corrected' : 'screening.correction_removed',
      subjectKind: 'application',
      subjectId: applicationId,
      at: now,
      data: { rule: request.ruleId, read: held.result, ...(correction ? { result: correction.result } : {}) },
    }),
  ]);
  return { ...application, screening, updatedAt: now };
}
