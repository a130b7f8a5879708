import { useState } from 'react';
import { decisionReasons, goesAgainst, type Outcome } from '#core/report/decision-reasons.ts';
import { Button } from '../kit/button.tsx';
import { RadioGroup } from '../kit/choice.tsx';
import { useConfirm } from '../kit/confirm.tsx';
import { DateTime } from '../kit/date-time.tsx';
import { Select, TextArea } from '../kit/field.tsx';
import { useLacks, useT } from '../kit/i18n.tsx';
import { useUnsavedGuard } from '../kit/router.tsx';
import { useApi, useMay, useSession } from '../kit/session.tsx';
import { Notice, ProblemNotice } from '../kit/states.tsx';
import { useToast } from '../kit/toast.tsx';
import { useMutation } from '../kit/use-mutation.ts';
import { ReopenButton } from './reopen-button.tsx';
import { useReport } from './report-context.tsx';

function useDecision() {
  const api = useApi();
  const { document } = useReport();
  return useMutation((body: { outcome: Outcome; reasonCode: string; note: string | null }, idempotencyKey) =>
    api.post<{ status: string }>(
      `/applications/${document.application.id}/decisions`,
      { ...body, reportId: document.result?.reportId ?? null },
      { idempotencyKey },
    ),
  );
}

/** The choice so far, and sending it. */
function useDecisionForm() {
  const t = useT();
  const lacks = useLacks();
  const confirm = useConfirm();
  const toast = useToast();
  const { document, reload } = useReport();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [reason, setReason] = useState('');
  const [note, setNote] = useState('');
  const decision = useDecision();
  useUnsavedGuard(note.trim() !== '');
  const suggestion = document.result?.suggestion ?? null;
  const against = outcome !== null && goesAgainst(outcome, suggestion) ? suggestion : null;
  const noteNeeded = against !== null || reason === 'other';
  const missing = lacks([
    outcome === null && t('reports.decision'),
    outcome !== null && reason === '' && t('reports.decide_reason'),
    noteNeeded && note.trim() === '' && t('reports.decide_note'),
  ]);
  const choose = (next: Outcome | null) => {
    setOutcome(next);
    setReason('');
  };
  const send = async () => {
    if (!outcome || missing !== null) return;
    if (outcome === 'reject') {
      const yes = await confirm({
        title: t('reports.decide_reject'),
        text: t('reports.decide_reject_text'),
        confirmLabel: t('reports.decide_reject'),
        danger: true,
      });
      if (!yes) return;
    }
    const done = await decision.run({ outcome, reasonCode: reason, note: note.trim() || null });
    if (!done) return;
    toast({ text: t('reports.decided') });
    choose(null);
    setNote('');
    reload();
  };
  return { outcome, choose, reason, setReason, note, setNote, against, noteNeeded, missing, send, decision };
}

function Outcomes(props: { readonly value: Outcome | null; readonly onChange: (value: Outcome) => void }) {
  const t = useT();
  const { actions } = useReport();
  const { advanceTo } = actions;
  return (
    <RadioGroup<Outcome>
      legend={t('reports.decision')}
      legendHidden
      cards
      value={props.value}
      onChange={props.onChange}
      options={[
        ...(advanceTo
          ? [
              {
                value: 'advance' as const,
                label: t('reports.decide_advance_to', { status: t(`reports.status_${advanceTo}`) }),
              },
            ]
          : []),
        { value: 'hold', label: t('reports.decide_hold') },
        ...(actions.reject ? [{ value: 'reject' as const, label: t('reports.decide_reject') }] : []),
      ]}
    />
  );
}

function Form() {
  const t = useT();
  const { person } = useSession();
  const form = useDecisionForm();
  const { outcome, reason, note, against, noteNeeded, decision } = form;
  return (
    <div className="j-stack j-report__screen">
      <Outcomes value={outcome} onChange={form.choose} />
      {against && (
        <Notice tone="warn">
          {t('reports.decide_against', { suggestion: t(`reports.suggest_${against}`) })}
        </Notice>
      )}
      {outcome && (
        <>
          <Select
            label={t('reports.decide_reason')}
            value={reason}
            onChange={form.setReason}
            options={[
              { value: '', label: t('reports.not_rated_yet'), disabled: true },
              ...decisionReasons[outcome].map((code) => ({
                value: code,
                label: t(`reports.reason_${code}`),
              })),
            ]}
          />
          <TextArea
            label={t('reports.decide_note')}
            optional={!noteNeeded}
            help={t('reports.decide_note_needed')}
            rows={3}
            value={note}
            onChange={form.setNote}
            maxLength={2000}
            error={decision.problem?.forField('note') ?? null}
          />
        </>
      )}
      <ProblemNotice problem={decision.problem} />
      <Button look="primary" wide busy={decision.busy} lacks={form.missing} onClick={form.send}>
        {person.name ? t('reports.decide_confirm', { name: person.name }) : t('reports.decide_confirm_plain')}
      </Button>
    </div>
  );
}

/** The decision of a named person with its reason. */
export function DecisionSection() {
  const t = useT();
  const mayDecide = useMay('decision.write');
  const { document, actions } = useReport();
  const open = actions.advanceTo !== null || actions.reject;
  const waiting = document.hidden || document.result === null;
  return (
    <section className="j-card j-stack j-decision" aria-labelledby="report-decision">
      <h2 id="report-decision" tabIndex={-1}>
        {t('reports.decision')}
      </h2>
      {!open && <p className="j-muted">{t(waiting ? 'reports.decided_wait' : 'reports.decided_closed')}</p>}
      {open && (mayDecide ? <Form /> : <p className="j-muted">{t('reports.human_decides')}</p>)}
      {document.decisions.length === 0 && <p className="j-report__print">{t('reports.human_decides')}</p>}
      {actions.reopen && mayDecide && <ReopenButton />}
      {document.decisions.length > 0 && (
        <ul className="j-list j-small">
          {document.decisions.map((one) => (
            <li key={one.id}>
              <strong>
                {t('reports.decided_by', {
                  name: one.by.name ?? t('common.unknown'),
                  outcome: t(`reports.outcome_${one.outcome}`),
                })}
              </strong>{' '}
              · {t(`reports.reason_${one.reasonCode}`)}
              {one.note && ` · ${one.note}`}{' '}
              <span className="j-muted">
                <DateTime iso={one.at} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
