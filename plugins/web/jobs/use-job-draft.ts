import { useEffect, useMemo, useRef, useState } from 'react';
import type { JobView } from '#adapters/http/schemas/jobs.ts';
import { useT } from '../kit/i18n.tsx';
import { useUnsavedGuard } from '../kit/router.tsx';
import { useApi } from '../kit/session.tsx';
import { useToast } from '../kit/toast.tsx';
import { DraftKeeper, type KeptDraft } from './draft-keeper.ts';

const pause = 700;

export type JobDraft = KeptDraft & Pick<DraftKeeper, 'change' | 'saveNow' | 'settle'>;

/** The draft of a job being edited: stored by itself after each pause, when the connection comes back, and on leaving a field for long. */
export function useJobDraft(job: JobView): JobDraft {
  const t = useT();
  const api = useApi();
  const toast = useToast();
  // The keeper outlives re-renderings; a reload of the page is a new one.
  const first = useRef(job);
  const keeper = useMemo(() => {
    const { id } = first.current;
    return new DraftKeeper(first.current, {
      save: (revision, draft) => api.put<JobView>(`/jobs/${id}/draft`, { revision, draft }),
      load: () => api.get<JobView>(`/jobs/${id}`),
      later: (run) => {
        const timer = setTimeout(run, pause);
        return () => clearTimeout(timer);
      },
    });
  }, [api]);
  const [kept, setKept] = useState(keeper.now);
  useEffect(() => {
    const end = keeper.subscribe(() => setKept(keeper.now()));
    const again = () => void keeper.saveNow();
    window.addEventListener('online', again);
    return () => {
      end();
      keeper.stop();
      window.removeEventListener('online', again);
    };
  }, [keeper]);
  useUnsavedGuard(kept.save.kind !== 'saved');
  useEffect(() => {
    if (kept.merges > 0) toast({ text: t('jobs.merged') });
  }, [kept.merges, toast, t]);
  return { ...kept, change: keeper.change, saveNow: keeper.saveNow, settle: keeper.settle };
}
