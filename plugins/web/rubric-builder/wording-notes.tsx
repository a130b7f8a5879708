import { useMemo } from 'react';
import { useT } from '../kit/i18n.tsx';
import { Icon } from '../kit/icons.tsx';
import { useBuilder, useLocalized } from './builder-context.tsx';

/** What the wording check says about a text, right below it. */
export function WordingNotes(props: { readonly text: string }) {
  const t = useT();
  const { lint } = useBuilder();
  const localized = useLocalized();
  const findings = useMemo(() => (props.text.trim() === '' ? [] : lint(props.text)), [props.text, lint]);
  if (findings.length === 0) return null;
  return (
    <ul className="j-wording" aria-live="polite">
      {findings.map((finding) => (
        <li key={`${finding.rule} ${finding.start}`} className={`j-wording--${finding.level}`}>
          <Icon name="alert" size={16} />
          <span>
            <strong>
              {finding.level === 'block'
                ? t('rubric.wording_block', { quote: finding.quote })
                : t('rubric.wording_warn', { quote: finding.quote })}
            </strong>{' '}
            {localized(finding.reason)} {localized(finding.suggestion)}
          </span>
        </li>
      ))}
    </ul>
  );
}
