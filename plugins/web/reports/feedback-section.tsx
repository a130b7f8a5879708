import { useState } from 'react';
import type { FeedbackView } from '#adapters/http/schemas/reports.ts';
import { Button } from '../kit/button.tsx';
import { useConfirm } from '../kit/confirm.tsx';
import { DateTime } from '../kit/date-time.tsx';
import { TextArea } from '../kit/field.tsx';
import { useT } from '../kit/i18n.tsx';
import { useUnsavedGuard } from '../kit/router.tsx';
import { useApi } from '../kit/session.tsx';
import { Badge, ErrorState, Notice, ProblemNotice, Skeleton } from '../kit/states.tsx';
import { useToast } from '../kit/toast.tsx';
import { useMutation } from '../kit/use-mutation.ts';
import { useQuery } from '../kit/use-query.ts';
import { MeLink } from './me-link.tsx';
import { PointList } from './point-list.tsx';
import { useLang, useReport } from './report-context.tsx';

type Draft = Pick<FeedbackView, 'summary' | 'strengths' | 'improvements' | 'tip'>;

const draftOf = ({ summary, strengths, improvements, tip }: FeedbackView): Draft => ({
  summary,
  strengths,
  improvements,
  tip,
});

const bodyOf = (draft: Draft) => ({
  ...draft,
  strengths: draft.strengths.map(({ dimension, text }) => ({ dimension, text })),
  improvements: draft.improvements.map(({ dimension, text }) => ({ dimension, text })),
});

const faultKinds = [
  'comparison',
  'personality',
  'emotion',
  'appearance',
  'protected',
  'honesty',
  'too_long',
] as const;

function Faults(props: { readonly faults: FeedbackView['faults'] }) {
  const t = useT();
  if (props.faults.length === 0) return null;
  return (
    <Notice tone="warn" title={t('reports.feedback_fault')}>
      <ul className="j-list">
        {props.faults.map((fault) => {
          const kind = faultKinds.find((one) => one === fault.kind);
          return (
            <li key={`${fault.path}${fault.kind}`}>
              {kind ? t(`reports.fault_${kind}`, { words: fault.words }) : t('reports.fault_empty')}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}

function Levels(props: { readonly levels: FeedbackView['levels'] }) {
  const t = useT();
  const lang = useLang();
  if (props.levels.length === 0) return null;
  return (
    <div>
      <p className="j-small j-muted">{t('reports.feedback_levels')}</p>
      <ul className="j-list j-small">
        {props.levels.map((level) => (
          <li key={level.dimension}>
            {level.name[lang]} <strong className="j-num">{level.score10}</strong>{' '}
            <span className="j-muted">{t('reports.band', { lo: level.band10[0], hi: level.band10[1] })}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Released(props: { readonly view: FeedbackView }) {
  const t = useT();
  const { view } = props;
  return (
    <div className="j-stack j-stack--tight">
      <p>{view.summary}</p>
      {[...view.strengths, ...view.improvements].map((point) => (
        <p key={`${point.dimension}${point.text}`}>
          {point.text}
          {point.quote && <q className="j-quote">{point.quote}</q>}
        </p>
      ))}
      {view.tip && <p>{view.tip}</p>}
      <Levels levels={view.levels} />
      <p className="j-small j-muted">
        {t('reports.feedback_released')} · {view.releasedBy ?? ''}{' '}
        {view.releasedAt && <DateTime iso={view.releasedAt} />}
        {view.openedAt && ` · ${t('reports.feedback_opened')}`}
      </p>
      <MeLink url={view.meUrl} />
    </div>
  );
}

interface EditorProps {
  readonly view: FeedbackView;
  readonly onChange: (view: FeedbackView) => void;
}

/** The draft with what can be done to it. */
function useFeedbackDraft({ view, onChange }: EditorProps) {
  const t = useT();
  const api = useApi();
  const toast = useToast();
  const confirm = useConfirm();
  const { document } = useReport();
  const path = `/applications/${document.application.id}/feedback`;
  const [draft, setDraft] = useState<Draft>(() => draftOf(view));
  const [dirty, setDirty] = useState(false);
  useUnsavedGuard(dirty);
  const save = useMutation((body: object, idempotencyKey) =>
    api.put<FeedbackView>(path, body, { idempotencyKey }),
  );
  const release = useMutation((_: null, idempotencyKey) =>
    api.post<FeedbackView>(`${path}/release`, {}, { idempotencyKey }),
  );
  const edit = (change: Partial<Draft>) => {
    setDirty(true);
    setDraft((before) => ({ ...before, ...change }));
  };
  const store = async (): Promise<FeedbackView | null> => {
    const saved = await save.run(bodyOf(draft));
    if (saved) {
      setDirty(false);
      onChange(saved);
    }
    return saved;
  };
  const keep = async () => {
    if (await store()) toast({ text: t('reports.feedback_saved') });
  };
  const send = async () => {
    const saved = dirty ? await store() : view;
    if (!saved || saved.faults.length > 0) return;
    const yes = await confirm({
      title: t('reports.feedback_release'),
      text: t('reports.feedback_release_text'),
      confirmLabel: t('reports.feedback_release'),
    });
    const released = yes ? await release.run(null) : null;
    if (!released) return;
    toast({ text: t('reports.feedback_released_toast') });
    onChange(released);
  };
  return { draft, dirty, edit, keep, send, save, release };
}

function Editor(props: EditorProps) {
  const t = useT();
  const { draft, dirty, edit, keep, send, save, release } = useFeedbackDraft(props);
  return (
    <div className="j-stack">
      <p className="j-small j-muted">{t('reports.feedback_help')}</p>
      <TextArea
        label={t('reports.feedback_summary')}
        rows={2}
        value={draft.summary}
        maxLength={500}
        onChange={(summary) => edit({ summary })}
      />
      <PointList
        title={t('reports.feedback_strengths')}
        points={draft.strengths}
        dimensions={props.view.dimensions}
        onChange={(strengths) => edit({ strengths })}
      />
      <PointList
        title={t('reports.feedback_improvements')}
        points={draft.improvements}
        dimensions={props.view.dimensions}
        onChange={(improvements) => edit({ improvements })}
      />
      <TextArea
        label={t('reports.feedback_tip')}
        optional
        rows={2}
        value={draft.tip}
        maxLength={500}
        onChange={(tip) => edit({ tip })}
      />
      <Levels levels={props.view.levels} />
      <Faults faults={props.view.faults} />
      <ProblemNotice problem={save.problem ?? release.problem} />
      <div className="j-row j-row--end">
        <Button busy={save.busy} disabled={!dirty} onClick={keep}>
          {t('reports.feedback_save')}
        </Button>
        <Button look="primary" busy={release.busy} onClick={send}>
          {t('reports.feedback_release')}
        </Button>
      </div>
      <MeLink url={props.view.meUrl} />
    </div>
  );
}

/** Feedback for the candidate: drafted from the report, edited and released by a person. */
export function FeedbackSection() {
  const t = useT();
  const api = useApi();
  const { document } = useReport();
  const id = document.application.id;
  const reportId = document.result?.reportId ?? null;
  const feedback = useQuery<FeedbackView>(reportId === null ? null : `feedback/${id}/${reportId}`, (signal) =>
    api.get(`/applications/${id}/feedback`, { signal }),
  );
  if (reportId === null) return null;
  return (
    <section className="j-card j-stack j-report__screen" aria-labelledby="report-feedback">
      <div className="j-row j-row--between">
        <h2 id="report-feedback">{t('reports.feedback')}</h2>
        {feedback.data && (
          <Badge tone={feedback.data.state === 'released' ? 'good' : 'plain'}>
            {t(`reports.feedback_${feedback.data.state}`)}
          </Badge>
        )}
      </div>
      {feedback.state === 'loading' && <Skeleton lines={4} />}
      {feedback.data === null && feedback.state === 'failed' && (
        <ErrorState problem={feedback.problem} onRetry={feedback.reload} />
      )}
      {feedback.data &&
        (feedback.data.state === 'released' ? (
          <Released view={feedback.data} />
        ) : (
          <Editor view={feedback.data} onChange={(view) => feedback.setData(() => view)} />
        ))}
    </section>
  );
}
