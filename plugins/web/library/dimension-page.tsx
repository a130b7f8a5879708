import type { DimensionDetailsView } from '#adapters/http/schemas/dimensions.ts';
import type { PackSummaryView } from '#adapters/http/schemas/jobs.ts';
import type { QuestionBank } from '#core/template/schemas/question.ts';
import type { ListPage } from '../kit/api-client.ts';
import { ApiProblem } from '../kit/api-problem.ts';
import { Button, buttonClass } from '../kit/button.tsx';
import { useT } from '../kit/i18n.tsx';
import { Icon } from '../kit/icons.tsx';
import { PageFrame } from '../kit/page.tsx';
import { Link, useParam } from '../kit/router.tsx';
import { useApi, useMay } from '../kit/session.tsx';
import { Badge, ErrorState, Notice, Skeleton } from '../kit/states.tsx';
import { useQuery } from '../kit/use-query.ts';
import { AnchorList } from '../rubric-builder/anchor-list.tsx';
import { useLocalized } from '../rubric-builder/builder-context.tsx';
import { DimensionUses, DimensionVersions } from './dimension-uses.tsx';
import { Exemplars, Indicators } from './dimension-words.tsx';
import '../jobs/jobs.css';
import './library.css';
import { QuestionList } from './question-list.tsx';
import { useDimensionActions } from './use-dimension-actions.ts';

interface Loaded {
  readonly details: DimensionDetailsView;
  readonly bank: QuestionBank | null;
  readonly packs: readonly PackSummaryView[];
}

/** `/library/dimensions/:code`: what is judged, on which anchors, by which words and questions, and who uses it. */
export function Page() {
  const t = useT();
  const api = useApi();
  const code = useParam('code');
  const loaded = useQuery<Loaded>(`dimension/${code}`, async (signal) => {
    const [details, bank, packs] = await Promise.all([
      api.get<DimensionDetailsView>(`/dimensions/${code}`, { signal }),
      api.get<QuestionBank>(`/question-banks/${code}`, { signal }).catch((error: unknown) => {
        if (error instanceof ApiProblem && error.problem.status === 404) return null;
        throw error;
      }),
      api.get<ListPage<PackSummaryView>>('/packs', { signal }),
    ]);
    return { details, bank, packs: packs.items };
  });
  if (loaded.data !== null) return <DimensionView {...loaded.data} reload={loaded.reload} />;
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

function DimensionView({ details, bank, packs, reload }: Loaded & { readonly reload: () => void }) {
  const t = useT();
  const localized = useLocalized();
  const { dimension, own, archivedAt } = details;
  return (
    <PageFrame
      title={localized(dimension.name)}
      intro={localized(dimension.definition)}
      crumbs={[{ label: t('library.dimensions'), to: '/library/dimensions' }]}
      actions={own && <OwnActions details={details} reload={reload} />}
    >
      <p className="j-row j-row--badges">
        <Badge>{t(`rubric.family_${dimension.family}`)}</Badge>
        {own && <Badge tone="brand">{t('rubric.own')}</Badge>}
        {dimension.redLine && <Badge tone="bad">{t('rubric.red_line')}</Badge>}
        <Badge>{t('library.code', { code: dimension.code, version: dimension.version })}</Badge>
      </p>
      {dimension.redLine && <p className="j-small j-muted">{t('rubric.red_line_help')}</p>}
      {archivedAt !== null && (
        <Notice tone="warn" title={t('library.archived_title')}>
          <p>{t('library.archived_text')}</p>
        </Notice>
      )}
      <section className="j-stack">
        <h2>{t('rubric.anchors')}</h2>
        <AnchorList anchors={dimension.anchors} />
      </section>
      <Indicators indicators={dimension.indicators} own={own} />
      <Exemplars exemplars={dimension.exemplars} own={own} />
      <section className="j-stack">
        <h2>{t('library.questions')}</h2>
        {bank === null ? (
          <p className="j-muted">{t('library.questions_none')}</p>
        ) : (
          <QuestionList questions={bank.questions} dimensions={[{ dimension }]} />
        )}
      </section>
      <DimensionUses details={details} packs={packs} />
      {own && <DimensionVersions versions={details.versions} />}
    </PageFrame>
  );
}

function OwnActions(props: { readonly details: DimensionDetailsView; readonly reload: () => void }) {
  const t = useT();
  const mayWrite = useMay('job.write');
  const { dimension, archivedAt } = props.details;
  const actions = useDimensionActions(props.reload);
  if (!mayWrite) return null;
  if (archivedAt !== null) {
    return (
      <Button look="primary" icon="undo" onClick={() => void actions.restore(dimension)}>
        {t('library.restore')}
      </Button>
    );
  }
  return (
    <>
      <Link to={`/library/dimensions/${dimension.code}/edit`} className={buttonClass('primary')}>
        <Icon name="edit" size={18} />
        {t('common.edit')}
      </Link>
      <Button onClick={() => void actions.archive(dimension)}>{t('library.archive')}</Button>
    </>
  );
}
