import { useState } from 'react';
import type { BusyView } from '#adapters/http/schemas/second-rounds.ts';
import { Button } from '../kit/button.tsx';
import { DateTime } from '../kit/date-time.tsx';
import { useT } from '../kit/i18n.tsx';
import { useApi } from '../kit/session.tsx';
import { Notice, ProblemNotice } from '../kit/states.tsx';
import { useMutation } from '../kit/use-mutation.ts';

/** Asks whether the interviewers are free; nothing is refused because of it. */
export function BusyCheck(props: {
  readonly startsAt: string;
  readonly minutes: number;
  readonly interviewerIds: readonly string[];
  readonly exceptId: string | null;
}) {
  const t = useT();
  const api = useApi();
  const [answer, setAnswer] = useState<BusyView | null>(null);
  const { startsAt, minutes, interviewerIds, exceptId } = props;
  const asking = useMutation((body: object) => api.post<BusyView>('/second-rounds/busy', body));
  const ask = async () => {
    const found = await asking.run({
      startsAt,
      minutes,
      interviewerIds,
      ...(exceptId ? { exceptId } : {}),
    });
    if (found) setAnswer(found);
  };
  return (
    <div className="j-stack j-stack--tight" aria-live="polite">
      <div className="j-row">
        <Button icon="calendar" busy={asking.busy} onClick={() => void ask()}>
          {t('rounds.check')}
        </Button>
      </div>
      <ProblemNotice problem={asking.problem} />
      {answer && answer.busy.length > 0 && (
        <Notice tone="warn">
          <ul>
            {answer.busy.map((one) => (
              <li key={`${one.personId}${one.from}${one.source}`}>
                {t('rounds.busy', {
                  name: one.name ?? t('messages.colleague'),
                  source: t(`rounds.busy_${one.source}`),
                })}{' '}
                <DateTime iso={one.from} detail="time" />–<DateTime iso={one.to} detail="time" />
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {answer && answer.calendars === 'failed' && <Notice tone="info">{t('rounds.free_unknown')}</Notice>}
      {answer && answer.busy.length === 0 && answer.calendars !== 'failed' && (
        <Notice tone="good">{t(answer.calendars === 'asked' ? 'rounds.free' : 'rounds.free_own')}</Notice>
      )}
    </div>
  );
}
