import { useEffect, useState } from 'react';
import type { DimensionDetailsView } from '#adapters/http/schemas/dimensions.ts';
import type { Dimension } from '#core/template/schemas/dimension.ts';
import '../jobs/jobs.css';
import { useLintWording } from '../jobs/use-lint-wording.ts';
import type { ListPage } from '../kit/api-client.ts';
import { Button, buttonClass } from '../kit/button.tsx';
import { useT } from '../kit/i18n.tsx';
import { PageFrame } from '../kit/page.tsx';
import { Link, useNavigate, useUnsavedGuard } from '../kit/router.tsx';
import { useApi } from '../kit/session.tsx';
import { ErrorState, Notice, ProblemNotice, Skeleton } from '../kit/states.tsx';
import { useToast } from '../kit/toast.tsx';
import { useMutation } from '../kit/use-mutation.ts';
import { useQuery } from '../kit/use-query.ts';
import { useLocalized, useWritingLanguage } from '../rubric-builder/builder-context.tsx';
import { OwnDimensionFields } from '../rubric-builder/own-dimension-fields.tsx';
import { ownDimensionFaults } from '../rubric-builder/own-dimension-form.ts';
import { bodyOf, formOf } from './dimension-form.ts';
import { GapsNotice } from './gaps-notice.tsx';
import './library.css';
import { SignFields } from './sign-fields.tsx';
import { TrialPanel } from './trial-panel.tsx';

interface Loaded {
  /** Null for a new one. */
  readonly stored: Dimension | null;
  readonly names: readonly string[];
}

/** The page that writes a dimension of the company's own; `code` is null for a new one. */
export function EditDimension({ code }: { readonly code: string | null }) {
  const t = useT();
  const api = useApi();
  const loaded = useQuery<Loaded>(`edit-dimension/${code}`, async (signal) => {
    const [details, all] = await Promise.all([
      code === null ? null : api.get<DimensionDetailsView>(`/dimensions/${code}`, { signal }),
      api.get<ListPage<Dimension>>('/dimensions', { signal }),
    ]);
    const others = all.items.filter((dimension) => dimension.code !== code);
    return {
      stored: details?.dimension ?? null,
      names: others.flatMap(({ name }) => [name.zh, name.en]),
    };
  });
  if (loaded.data !== null) {
    return <Editor key={loaded.data.stored?.version ?? 0} {...loaded.data} reload={loaded.reload} />;
  }
  return (
    <PageFrame
      title={t('library.dimensions')}
      crumbs={[{ label: t('library.dimensions'), to: '/library/dimensions' }]}
    >
      {loaded.state === 'failed' ? (
        <ErrorState problem={loaded.problem} onRetry={loaded.reload} />
      ) : (
        <Skeleton />
      )}
    </PageFrame>
  );
}

const formId = 'own-dimension';

function useSaving(stored: Dimension | null) {
  const api = useApi();
  return useMutation((body: ReturnType<typeof bodyOf>, idempotencyKey) =>
    stored
      ? api.put<Dimension>(
          `/dimensions/${stored.code}`,
          { ...body, version: stored.version },
          { idempotencyKey },
        )
      : api.post<Dimension>('/dimensions', body, { idempotencyKey }),
  );
}

function Editor({ stored, names, reload }: Loaded & { readonly reload: () => void }) {
  const t = useT();
  const toast = useToast();
  const navigate = useNavigate();
  const language = useWritingLanguage();
  const localized = useLocalized();
  const lint = useLintWording();
  const [form, setForm] = useState(() => formOf(stored, language));
  const [first] = useState(form);
  const [checked, setChecked] = useState(false);
  const [saved, setSaved] = useState<string | null>(null);
  const saving = useSaving(stored);
  useUnsavedGuard(form !== first && saved === null);
  // After the guard above has learned that nothing is unsaved.
  useEffect(() => {
    if (saved !== null) navigate(`/library/dimensions/${saved}`, { replace: true });
  }, [saved, navigate]);
  const faults = checked ? ownDimensionFaults(form.words, names) : [];
  const save = async () => {
    setChecked(true);
    if (ownDimensionFaults(form.words, names).length > 0) {
      requestAnimationFrame(() => document.querySelector<HTMLElement>(`#${formId} [aria-invalid]`)?.focus());
      return;
    }
    const dimension = await saving.run(bodyOf(form, stored, language));
    if (!dimension) return;
    toast({ text: t('library.saved', { name: localized(dimension.name), version: dimension.version }) });
    setSaved(dimension.code);
  };
  const back = stored ? `/library/dimensions/${stored.code}` : '/library/dimensions';
  return (
    <PageFrame
      title={stored ? t('library.edit_title', { name: localized(stored.name) }) : t('rubric.own_new')}
      intro={t('rubric.own_intro')}
      crumbs={[{ label: t('library.dimensions'), to: '/library/dimensions' }]}
    >
      <div className="j-library-editor">
        <form
          id={formId}
          className="j-card j-stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <h2>{t('library.form')}</h2>
          <OwnDimensionFields
            words={form.words}
            onChange={(words) => setForm({ ...form, words })}
            faults={faults}
            lint={lint}
          />
          <SignFields form={form} onChange={setForm} lint={lint} />
          {stored && <p className="j-small j-muted">{t('library.save_text')}</p>}
          <ProblemNotice problem={saving.problem} />
          {saving.problem?.problem.status === 409 && (
            <Notice tone="warn" actions={<Button onClick={reload}>{t('library.load_newest')}</Button>}>
              <p>{t('library.conflict')}</p>
            </Notice>
          )}
          <div className="j-row j-row--end">
            <Link to={back} className={buttonClass()}>
              {t('common.cancel')}
            </Link>
            <Button look="primary" submit busy={saving.busy}>
              {t('rubric.own_save')}
            </Button>
          </div>
        </form>
        <div className="j-stack j-library-aside">
          <TrialPanel form={form} stored={stored} onChange={setForm} />
          <GapsNotice form={form} stored={stored} />
        </div>
      </div>
    </PageFrame>
  );
}
