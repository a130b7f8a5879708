import { Button } from '../kit/button.tsx';
import { useT } from '../kit/i18n.tsx';
import { Icon } from '../kit/icons.tsx';
import { Spinner } from '../kit/spinner.tsx';
import { problemWords } from '../kit/states.tsx';
import type { JobDraft } from './use-job-draft.ts';

/** Says truthfully whether what was typed is stored, and lets the reader try again. */
export function SaveLine(props: { readonly editing: JobDraft }) {
  const t = useT();
  const { save, conflict, saveNow } = props.editing;
  if (conflict) return <SaveWords tone="bad">{t('jobs.save_conflict')}</SaveWords>;
  if (save.kind === 'failed') {
    const { title } = problemWords(save.problem, t);
    const first = save.problem.problem.errors[0];
    return (
      <div className="j-save j-save--bad" role="alert">
        <Icon name="alert" size={18} />
        <span>
          {t('jobs.save_failed', {
            problem: first ? `${first.field} ${first.problem}` : title,
          })}
        </span>
        <Button look="quiet" onClick={() => void saveNow()}>
          {t('common.retry')}
        </Button>
      </div>
    );
  }
  if (save.kind === 'incomplete') return <SaveWords tone="bad">{t('jobs.save_incomplete')}</SaveWords>;
  if (save.kind === 'saved') {
    return (
      <SaveWords tone="good">
        <Icon name="check-circle" size={18} />
        {t('jobs.saved')}
      </SaveWords>
    );
  }
  return (
    <SaveWords>
      {save.kind === 'saving' && <Spinner />}
      {save.kind === 'saving' ? t('common.saving') : t('jobs.save_waiting')}
    </SaveWords>
  );
}

function SaveWords(props: { readonly tone?: 'good' | 'bad'; readonly children: React.ReactNode }) {
  return <output className={props.tone ? `j-save j-save--${props.tone}` : 'j-save'}>{props.children}</output>;
}
