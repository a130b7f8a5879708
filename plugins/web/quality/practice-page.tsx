import { useState } from 'react';
import type { PracticeView } from '#adapters/http/schemas/quality.ts';
import { Button } from '../kit/button.tsx';
import { RadioGroup } from '../kit/choice.tsx';
import { useLanguage, useT } from '../kit/i18n.tsx';
import { PageFrame } from '../kit/page.tsx';
import { useSearchParam, useUnsavedGuard } from '../kit/router.tsx';
import { useApi, useMay } from '../kit/session.tsx';
import { Badge, ErrorState, Notice, ProblemNotice, Skeleton } from '../kit/states.tsx';
import { useMutation } from '../kit/use-mutation.ts';
import { useQuery } from '../kit/use-query.ts';
import { ComparisonWords } from './comparison.tsx';

const levels = ['1', '2', '3', '4', '5'] as const;
type Level = (typeof levels)[number];
type Item = PracticeView['items'][number];

function useLang(): 'zh' | 'en' {
  return useLanguage().locale === 'zh-CN' ? 'zh' : 'en';
}

function Outcome(props: { readonly item: Item }) {
  const t = useT();
  const { given, written } = props.item;
  if (given === null || written === null) return null;
  const off = Math.abs(given - written);
  return (
    <p className="j-row">
      <Badge tone={off === 0 ? 'good' : off === 1 ? 'warn' : 'bad'}>
        {off === 0 ? t('quality.practice_same') : t('quality.practice_off', { count: off })}
      </Badge>
      <span>
        {t('quality.practice_given', { level: given })} · {t('quality.practice_written', { level: written })}
      </span>
    </p>
  );
}

function Sample(props: {
  readonly item: Item;
  readonly number: number;
  readonly total: number;
  readonly level: Level | null;
  readonly onLevel: (level: Level) => void;
}) {
  const t = useT();
  const lang = useLang();
  const { item } = props;
  const finished = item.written !== null;
  return (
    <li className="j-card j-stack">
      <h2>
        {t('quality.practice_sample', { number: props.number, total: props.total })} · {item.dimension[lang]}
      </h2>
      <p className="j-small j-muted">{item.definition[lang]}</p>
      <blockquote className="j-quote">{item.text}</blockquote>
      {finished ? (
        <>
          <Outcome item={item} />
          <details>
            <summary>{t('quality.practice_anchors')}</summary>
            <ol className="j-stack j-stack--tight">
              {item.anchors.map((anchor) => (
                <li key={anchor.zh}>{anchor[lang]}</li>
              ))}
            </ol>
          </details>
        </>
      ) : (
        <RadioGroup
          cards
          legend={t('quality.practice_level')}
          value={props.level}
          onChange={props.onLevel}
          options={levels.map((value, index) => ({
            value,
            label: value,
            help: item.anchors[index]?.[lang] ?? '',
          }))}
        />
      )}
    </li>
  );
}

function Running(props: {
  readonly practice: PracticeView;
  readonly onDone: (practice: PracticeView) => void;
}) {
  const t = useT();
  const api = useApi();
  const { practice } = props;
  const [given, setGiven] = useState<readonly (Level | null)[]>(practice.items.map(() => null));
  const missing = given.filter((level) => level === null).length;
  useUnsavedGuard(practice.finishedAt === null && missing < given.length);
  const send = useMutation((body: object, idempotencyKey) =>
    api.post<PracticeView>(`/rating-practices/${practice.id}/levels`, body, { idempotencyKey }),
  );
  const handIn = async () => {
    const done = await send.run({ levels: given.map(Number) });
    if (!done) return;
    props.onDone(done);
    window.scrollTo({ top: 0 });
  };
  return (
    <>
      <ol className="j-stack j-stack--loose">
        {practice.items.map((item, index) => (
          <Sample
            key={item.text}
            item={item}
            number={index + 1}
            total={practice.items.length}
            level={given[index] ?? null}
            onLevel={(level) => setGiven((before) => before.map((one, i) => (i === index ? level : one)))}
          />
        ))}
      </ol>
      <ProblemNotice problem={send.problem} />
      {practice.finishedAt === null && (
        <div className="j-row">
          <Button
            look="primary"
            busy={send.busy}
            lacks={missing > 0 ? t('quality.practice_missing', { count: missing }) : null}
            onClick={handIn}
          >
            {t('quality.practice_hand_in')}
          </Button>
        </div>
      )}
    </>
  );
}

/** Practising on sample answers of known level. The practice is in the address, so a reload goes on with it. */
export function Page() {
  const t = useT();
  const api = useApi();
  const mayMeasure = useMay('quality.read');
  const [id, setId] = useSearchParam('practice');
  const read = useQuery<PracticeView>(id === '' ? null : `practice/${id}`, (signal) =>
    api.get(`/rating-practices/${id}`, { signal }),
  );
  const start = useMutation((_: null, idempotencyKey) =>
    api.post<PracticeView>('/rating-practices', {}, { idempotencyKey }),
  );
  const begin = async () => {
    const practice = await start.run(null);
    if (practice) setId(practice.id);
  };
  const practice = id === '' ? null : read.data;
  return (
    <PageFrame
      title={t('quality.practice_title')}
      intro={t('quality.practice_intro')}
      crumbs={[
        mayMeasure
          ? { label: t('quality.title'), to: '/quality' }
          : { label: t('reports.title'), to: '/reports' },
      ]}
    >
      <div className="j-stack j-stack--loose">
        <ProblemNotice problem={start.problem} />
        {id !== '' && read.state === 'loading' && <Skeleton lines={8} />}
        {id !== '' && read.data === null && read.state === 'failed' && (
          <ErrorState problem={read.problem} onRetry={read.reload} />
        )}
        {practice?.result && (
          <section className="j-card j-stack j-stack--tight">
            <h2>{t('quality.practice_result')}</h2>
            <ComparisonWords value={practice.result} trust={0} />
          </section>
        )}
        {id === '' && <Notice tone="info">{t('quality.practice_what')}</Notice>}
        {(id === '' || practice?.finishedAt) && (
          <div>
            <Button look="primary" busy={start.busy} onClick={begin}>
              {t(id === '' ? 'quality.practice_start' : 'quality.practice_again')}
            </Button>
          </div>
        )}
        {practice && (
          <Running key={practice.id} practice={practice} onDone={(next) => read.setData(() => next)} />
        )}
      </div>
    </PageFrame>
  );
}
