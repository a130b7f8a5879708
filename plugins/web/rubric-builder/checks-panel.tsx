import { rubricLimits } from '#core/rubric/draft.ts';
import { useJoined, useT } from '../kit/i18n.tsx';
import { Icon } from '../kit/icons.tsx';
import { useBuilder, useLocalized } from './builder-context.tsx';
import { type BuilderFinding, findingDimension } from './builder-findings.ts';
import { rowFieldId } from './rubric-row.tsx';

function useFindingWords(): (finding: BuilderFinding, name: string) => string {
  const t = useT();
  const localized = useLocalized();
  const joined = useJoined();
  const { minRows: min, maxRows: max } = rubricLimits;
  return (finding, name) => {
    switch (finding.kind) {
      case 'rows_min':
        return t('rubric.find_rows_min', { min });
      case 'rows_max':
        return t('rubric.find_rows_max', { max });
      case 'weights_sum':
        return t('rubric.find_weights_sum');
      case 'unvalidated': {
        const gaps = joined(finding.gaps.map((gap) => t(`rubric.gap_${gap}`)));
        return t('rubric.find_unvalidated', { name, gaps });
      }
      case 'wording': {
        const { quote, reason } = finding.finding;
        return t('rubric.find_wording', { name, quote, reason: localized(reason) });
      }
      default:
        return t(`rubric.find_${finding.kind}`, { name });
    }
  };
}

/** What must be solved before publishing and what is worth a look, each with the way to its row. */
export function ChecksPanel(props: { readonly findings: readonly BuilderFinding[] }) {
  const t = useT();
  const { findings } = props;
  const parts = [
    { severity: 'block', title: t('rubric.checks_block') },
    { severity: 'warn', title: t('rubric.checks_warn') },
  ] as const;
  return (
    <section className="j-checks" aria-label={t('rubric.checks')} aria-live="polite">
      {findings.length === 0 && (
        <p className="j-checks__ok">
          <Icon name="check-circle" /> {t('rubric.checks_ok')}
        </p>
      )}
      {parts.map(({ severity, title }) => {
        const own = findings.filter((finding) => finding.severity === severity);
        if (own.length === 0) return null;
        return (
          <div key={severity} className={`j-checks__part j-checks__part--${severity}`}>
            <h3>
              <Icon name="alert" size={18} /> {title} <span className="j-num">{own.length}</span>
            </h3>
            <ul>
              {own.map((finding, index) => (
                <FindingLine key={index} finding={finding} />
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}

function FindingLine(props: { readonly finding: BuilderFinding }) {
  const t = useT();
  const localized = useLocalized();
  const { draft, shipped } = useBuilder();
  const words = useFindingWords();
  const place = findingDimension(props.finding, draft, shipped);
  const name = place?.dimension ? localized(place.dimension.name) : (place?.code ?? '');
  const go = () => {
    const row = place && document.getElementById(rowFieldId(place.code));
    row?.scrollIntoView({ block: 'center' });
    (row?.querySelector<HTMLElement>('textarea') ?? row)?.focus({ preventScroll: true });
  };
  return (
    <li>
      <span>{words(props.finding, name)}</span>
      {place && (
        <button type="button" className="j-link-button" onClick={go}>
          {t('rubric.go_to')}
        </button>
      )}
    </li>
  );
}
