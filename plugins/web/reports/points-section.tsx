import { useState } from 'react';
import type { ReportView } from '#adapters/http/schemas/reports.ts';
import type { PointToVerify } from '#core/report/report-document.ts';
import { clauseAround } from '#core/report/whole-clauses.ts';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { TextArea } from '../kit/field.tsx';
import { useLacks, useT } from '../kit/i18n.tsx';
import { useApi, useMay } from '../kit/session.tsx';
import { Badge, ProblemNotice } from '../kit/states.tsx';
import { useMutation } from '../kit/use-mutation.ts';
import { useLang, useReport } from './report-context.tsx';

function DismissDialog(props: { readonly point: PointToVerify; readonly onClose: () => void }) {
  const t = useT();
  const lacks = useLacks();
  const api = useApi();
  const lang = useLang();
  const { document, show } = useReport();
  const [reason, setReason] = useState('');
  const dismiss = useMutation((body: { key: string; reason: string }, idempotencyKey) =>
    api.post<ReportView>(`/applications/${document.application.id}/dismissals`, body, { idempotencyKey }),
  );
  const send = async () => {
    const view = await dismiss.run({ key: props.point.key, reason: reason.trim() });
    if (!view) return;
    show(view);
    props.onClose();
  };
  return (
    <Dialog
      title={t('reports.dismiss_title')}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>{t('common.cancel')}</Button>
          <Button
            look="primary"
            busy={dismiss.busy}
            lacks={lacks([reason.trim() === '' && t('reports.dismiss_reason')])}
            onClick={send}
          >
            {t('reports.dismiss')}
          </Button>
        </>
      }
    >
      <div className="j-stack">
        <ProblemNotice problem={dismiss.problem} />
        <p>{props.point.reason[lang]}</p>
        <TextArea
          label={t('reports.dismiss_reason')}
          help={t('reports.dismiss_help')}
          value={reason}
          onChange={setReason}
          maxLength={500}
          data-autofocus
        />
      </div>
    </Dialog>
  );
}

function Point(props: { readonly point: PointToVerify; readonly onDismiss: () => void }) {
  const t = useT();
  const api = useApi();
  const mayDecide = useMay('decision.write');
  const lang = useLang();
  const { document, show } = useReport();
  const { point } = props;
  const at = document.questions.findIndex(({ id }) => id === point.questionId);
  const turn = document.questions[at]?.turns.find(({ answerId }) => answerId === point.turnId);
  // Whoever asks reads one language and may have to speak the other.
  const spoken = document.interview.lang;
  const restore = useMutation((body: { key: string }, idempotencyKey) =>
    api.post<ReportView>(`/applications/${document.application.id}/dismissals/undo`, body, {
      idempotencyKey,
    }),
  );
  const putBack = async () => {
    const view = await restore.run({ key: point.key });
    if (view) show(view);
  };
  return (
    <li className="j-card j-stack j-stack--tight">
      <div className="j-row j-row--between">
        <span className="j-row j-row--tight">
          <Badge tone={point.dismissal ? 'plain' : 'warn'}>{t(`reports.flag_${point.kind}`)}</Badge>
          {at >= 0 && <span className="j-small j-muted">{t('reports.question_n', { number: at + 1 })}</span>}
        </span>
        {mayDecide &&
          (point.dismissal ? (
            <Button look="quiet" busy={restore.busy} onClick={putBack}>
              {t('reports.restore')}
            </Button>
          ) : (
            <Button look="quiet" onClick={props.onDismiss}>
              {t('reports.dismiss')}
            </Button>
          ))}
      </div>
      {point.quote && (
        <blockquote className="j-quote">
          {turn ? clauseAround(turn.text, point.quote) : point.quote}
        </blockquote>
      )}
      <p>{point.reason[lang]}</p>
      <p>
        <span className="j-muted">{t('reports.ask_next')}</span> {point.ask[lang]}
        {spoken !== lang && (
          <>
            <br />
            <span lang={spoken}>{point.ask[spoken]}</span>
          </>
        )}
      </p>
      {point.dismissal && (
        <p className="j-small j-muted">
          {t('reports.dismissed_by', {
            name: point.dismissal.by ?? t('common.unknown'),
            reason: point.dismissal.reason,
          })}
        </p>
      )}
      <ProblemNotice problem={restore.problem} />
    </li>
  );
}

/** Points to verify: a quote, why, and what to ask; they never change a score. */
export function PointsSection() {
  const t = useT();
  const { document } = useReport();
  const [open, setOpen] = useState<PointToVerify | null>(null);
  const points = [...document.pointsToVerify].sort(
    (a, b) => Number(a.dismissal !== null) - Number(b.dismissal !== null),
  );
  return (
    <section className="j-stack j-stack--tight" aria-labelledby="report-points">
      <h2 id="report-points" tabIndex={-1}>
        {t('reports.points')}
      </h2>
      <p className="j-small j-muted">{t('reports.points_help')}</p>
      {points.length === 0 ? (
        <p>{t('reports.points_none')}</p>
      ) : (
        <ul className="j-stack j-stack--tight">
          {points.map((point) => (
            <Point key={point.key} point={point} onDismiss={() => setOpen(point)} />
          ))}
        </ul>
      )}
      {open && <DismissDialog point={open} onClose={() => setOpen(null)} />}
    </section>
  );
}
