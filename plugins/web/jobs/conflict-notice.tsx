import { useState } from 'react';
import type { JobSection } from '#core/job/merge-drafts.ts';
import { Button } from '../kit/button.tsx';
import { RadioGroup } from '../kit/choice.tsx';
import { DateTime } from '../kit/date-time.tsx';
import { useT } from '../kit/i18n.tsx';
import { Notice } from '../kit/states.tsx';
import { useSectionName } from './change-words.tsx';
import type { DraftConflict } from './draft-keeper.ts';

/** Two people changed the same part: the reader chooses for each part which version stays. */
export function ConflictNotice(props: {
  readonly conflict: DraftConflict;
  readonly onSettle: (theirs: readonly JobSection[]) => Promise<unknown>;
}) {
  const t = useT();
  const sectionName = useSectionName();
  const { sections, theirs } = props.conflict;
  const [taken, setTaken] = useState<readonly JobSection[]>([]);
  return (
    <Notice
      tone="warn"
      urgent
      title={t('jobs.conflict_title')}
      actions={
        <Button look="primary" onClick={() => void props.onSettle(taken)}>
          {t('jobs.conflict_apply')}
        </Button>
      }
    >
      <p>
        {t('jobs.conflict_text')} <DateTime iso={theirs.updatedAt} />
      </p>
      {sections.map((section) => (
        <RadioGroup
          key={section}
          legend={sectionName(section)}
          value={taken.includes(section) ? 'theirs' : 'mine'}
          onChange={(choice) =>
            setTaken((before) => [
              ...before.filter((one) => one !== section),
              ...(choice === 'theirs' ? [section] : []),
            ])
          }
          options={[
            { value: 'mine', label: t('jobs.conflict_mine') },
            { value: 'theirs', label: t('jobs.conflict_theirs') },
          ]}
        />
      ))}
    </Notice>
  );
}
