import type { JobSummaryView } from '#adapters/http/schemas/jobs.ts';
import { useConfirm } from '../kit/confirm.tsx';
import { useT } from '../kit/i18n.tsx';
import { useApi } from '../kit/session.tsx';
import { problemWords } from '../kit/states.tsx';
import { useToast } from '../kit/toast.tsx';
import { asProblem } from '../kit/use-query.ts';

type JobName = Pick<JobSummaryView, 'id' | 'title'>;

/** Close, reopen and delete a job; each says what happened and calls `onDone`. Closing can be undone. */
export function useJobActions(onDone: (what: 'closed' | 'reopened' | 'deleted') => void) {
  const t = useT();
  const api = useApi();
  const toast = useToast();
  const confirm = useConfirm();
  const failed = (error: unknown) => {
    const words = problemWords(asProblem(error), t);
    toast({ text: `${words.title} ${words.remedy}`, tone: 'bad' });
  };

  const reopen = async ({ id, title }: JobName) => {
    try {
      await api.post(`/jobs/${id}/reopen`);
      toast({ text: t('jobs.reopened', { title }) });
      onDone('reopened');
    } catch (error) {
      failed(error);
    }
  };
  const close = async (job: JobName) => {
    const { id, title } = job;
    const yes = await confirm({
      title: t('jobs.close_title', { title }),
      text: t('jobs.close_text'),
      confirmLabel: t('jobs.close'),
    });
    if (!yes) return;
    try {
      await api.post(`/jobs/${id}/close`);
      toast({
        text: t('jobs.closed', { title }),
        action: { label: t('common.undo'), run: () => void reopen(job) },
      });
      onDone('closed');
    } catch (error) {
      failed(error);
    }
  };
  const remove = async ({ id, title }: JobName) => {
    const yes = await confirm({
      title: t('jobs.delete_title', { title }),
      text: t('jobs.delete_text'),
      confirmLabel: t('jobs.delete'),
      danger: true,
    });
    if (!yes) return;
    try {
      await api.remove(`/jobs/${id}`);
      toast({ text: t('jobs.deleted', { title }) });
      onDone('deleted');
    } catch (error) {
      failed(error);
    }
  };
  return { close, reopen, remove };
}
