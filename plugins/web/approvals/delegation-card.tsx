import { useState } from 'react';
import type { DelegationView } from '#adapters/http/schemas/approvals.ts';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { TextInput } from '../kit/field.tsx';
import { useT } from '../kit/i18n.tsx';
import { useApi } from '../kit/session.tsx';
import { ProblemNotice } from '../kit/states.tsx';
import { useToast } from '../kit/toast.tsx';
import { useMutation } from '../kit/use-mutation.ts';
import { useQuery } from '../kit/use-query.ts';
import { useNameOf } from './approval-words.tsx';
import { ColleaguePicker } from './colleague-picker.tsx';

/** Who decides in the reader's place while they are away. */
export function DelegationCard() {
  const t = useT();
  const api = useApi();
  const toast = useToast();
  const nameOf = useNameOf();
  const [open, setOpen] = useState(false);
  const own = useQuery('delegation', (signal) =>
    api.get<DelegationView>('/approvals/delegation', { signal }),
  );
  const end = useMutation((_: null, idempotencyKey) =>
    api.remove('/approvals/delegation', { idempotencyKey }),
  );
  const delegation = own.data?.delegation ?? null;
  const stop = async () => {
    if ((await end.run(null)) === null) return;
    toast({ text: t('approvals.away_ended') });
    own.setData(() => ({ delegation: null }));
  };
  return (
    <section className="j-card j-stack j-stack--tight" aria-labelledby="away-title">
      <h2 id="away-title">{t('approvals.away')}</h2>
      <p className="j-muted">
        {delegation
          ? t('approvals.away_now', {
              from: delegation.from,
              until: delegation.until,
              name: nameOf(delegation.to),
            })
          : t('approvals.away_text')}
      </p>
      <ProblemNotice problem={own.problem ?? end.problem} />
      <div className="j-row">
        <Button onClick={() => setOpen(true)}>{t('approvals.away_set')}</Button>
        {delegation && (
          <Button busy={end.busy} onClick={() => void stop()}>
            {t('approvals.away_end')}
          </Button>
        )}
      </div>
      {open && (
        <DelegationDialog onClose={() => setOpen(false)} onSaved={(next) => own.setData(() => next)} />
      )}
    </section>
  );
}

function DelegationDialog(props: {
  readonly onClose: () => void;
  readonly onSaved: (next: DelegationView) => void;
}) {
  const t = useT();
  const api = useApi();
  const toast = useToast();
  const [to, setTo] = useState<string | null>(null);
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const save = useMutation((body: object, idempotencyKey) =>
    api.put<DelegationView>('/approvals/delegation', body, { idempotencyKey }),
  );
  const send = async () => {
    const next = await save.run({ to, from, until });
    if (!next) return;
    toast({ text: t('approvals.away_saved') });
    props.onSaved(next);
    props.onClose();
  };
  return (
    <Dialog
      title={t('approvals.away_set')}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>{t('common.cancel')}</Button>
          <Button
            look="primary"
            busy={save.busy}
            disabled={to === null || from === '' || until === ''}
            onClick={() => void send()}
          >
            {t('common.save')}
          </Button>
        </>
      }
    >
      <div className="j-stack">
        <ProblemNotice problem={save.problem} />
        <div className="j-approval-pair">
          <TextInput type="date" label={t('approvals.away_from')} value={from} onChange={setFrom} />
          <TextInput
            type="date"
            label={t('approvals.away_until')}
            value={until}
            onChange={setUntil}
            error={save.problem?.forField('until')}
          />
        </div>
        <ColleaguePicker legend={t('approvals.pass_on_to')} value={to} onChange={({ key }) => setTo(key)} />
      </div>
    </Dialog>
  );
}
