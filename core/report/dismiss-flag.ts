import { AppError } from '../errors/app-error.ts';
import { nowOf, type TenantContext } from '../ports/services.ts';
import { loadShownReport } from './read-report.ts';

/**
 * Sets a point to verify aside, with the reason; it stays in the report, marked. Repeating it changes nothing.
 * @throws AppError `NOT_FOUND` for an unknown point, `VALIDATION` without a reason, `RATE_FIRST`
 */
export async function dismissFlag(
  context: TenantContext,
  applicationId: string,
  key: string,
  reason: string,
): Promise<void> {
  const { services, store, actor, lang } = context;
  const subject = await loadShownReport(context, applicationId);
  if (!subject.report?.data.flags.some((flag) => flag.key === key)) throw new AppError('NOT_FOUND');
  if (reason.trim() === '') {
    throw new AppError('VALIDATION', {
      details: { field: 'reason', problem: lang === 'zh' ? '请写明已核实的情况' : 'say what was found' },
    });
  }
  if (subject.dismissals.some((one) => one.flagKey === key)) return;
  const at = nowOf(services);
  await store.commit([
    store.reports.dismiss({
      id: services.ids.next('dsm'),
      interviewId: subject.interview.id,
      flagKey: key,
      reason: reason.trim(),
      dismissedBy: actor.id ?? '',
      at,
    }),
    store.audit.add({
      actor,
      action: 'flag.dismissed',
      subjectKind: 'application',
      subjectId: applicationId,
      data: { flag: key },
      at,
    }),
  ]);
}

/** Puts a point back on the list. @throws AppError `NOT_FOUND` when it was not set aside, `RATE_FIRST` */
export async function restoreFlag(context: TenantContext, applicationId: string, key: string): Promise<void> {
  const { services, store, actor } = context;
  const subject = await loadShownReport(context, applicationId);
  if (!subject.dismissals.some((one) => one.flagKey === key)) throw new AppError('NOT_FOUND');
  await store.commit([
    store.reports.restore(subject.interview.id, key),
    store.audit.add({
      actor,
      action: 'flag.restored',
      subjectKind: 'application',
      subjectId: applicationId,
      data: { flag: key },
      at: nowOf(services),
    }),
  ]);
}
