import type { QualityView } from '#adapters/http/schemas/quality.ts';
import { useT } from '../kit/i18n.tsx';
import { Badge, type Tone } from '../kit/states.tsx';

type Comparison = NonNullable<QualityView['raters'][number]['people']>;
type Agreement = Comparison['agreement'];

const grades = [
  [0.8, 'very_good', 'good'],
  [0.6, 'good', 'good'],
  [0.4, 'fair', 'warn'],
  [-Infinity, 'low', 'bad'],
] as const satisfies readonly (readonly [number, string, Tone])[];

/** From half of half a level on, a difference is worth naming. */
const namedDifference = 0.25;
const narrowSpread = 0.6;

export const fixed = (value: number, places = 2): string => value.toFixed(places);
const percent = (share: number): string => String(Math.round(share * 100));

/** A weighted kappa in a word; without colour where it rests on too little. */
export function GradeBadge(props: { readonly qwk: number; readonly few?: boolean }) {
  const t = useT();
  const [, word, tone] = grades.find(([from]) => props.qwk >= from) ?? grades[3];
  return <Badge tone={props.few ? 'plain' : tone}>{t(`quality.agree_${word}`)}</Badge>;
}

/** How well two sides agree, in a word and in figures. */
export function AgreementWords(props: { readonly agreement: Agreement; readonly trust: number }) {
  const t = useT();
  const { agreement, trust } = props;
  const few = agreement.pairs < trust;
  return (
    <div className="j-stack j-stack--tight">
      <div>
        <GradeBadge qwk={agreement.qwk} few={few} />
        {few && <span className="j-small j-muted"> {t('quality.few')}</span>}
      </div>
      <span className="j-small j-muted">
        {t('quality.figures', {
          qwk: fixed(agreement.qwk),
          exact: percent(agreement.exact),
          adjacent: percent(agreement.adjacent),
          pairs: agreement.pairs,
        })}
      </span>
    </div>
  );
}

/** Lenient or strict, and whether the ends of the scale are avoided. */
export function BiasWords(props: {
  readonly bias: Pick<Comparison['bias'], 'difference'> & { readonly spread?: number | null };
}) {
  const t = useT();
  const { difference, spread = null } = props.bias;
  const levels = fixed(Math.abs(difference), 1);
  const words =
    Math.abs(difference) < namedDifference
      ? t('quality.even')
      : t(difference > 0 ? 'quality.lenient' : 'quality.strict', { levels });
  return (
    <span className="j-small">
      {words}
      {spread !== null && spread < narrowSpread && ` · ${t('quality.narrow')}`}
    </span>
  );
}

/** Agreement and bias together; a dash with words where there is too little. */
export function ComparisonWords(props: { readonly value: Comparison | null; readonly trust: number }) {
  const t = useT();
  if (!props.value) return <span className="j-small j-muted">{t('quality.no_pairs')}</span>;
  return (
    <div className="j-stack j-stack--tight">
      <AgreementWords agreement={props.value.agreement} trust={props.trust} />
      <BiasWords bias={props.value.bias} />
    </div>
  );
}
