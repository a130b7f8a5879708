import { useMemo } from 'react';
import type { WordingFinding } from '#core/template/wording-lint.ts';
import { useT } from '../kit/i18n.tsx';
import { Icon } from '../kit/icons.tsx';
import { useBuilder, useLocalized } from './builder-context.tsx';
import './wording-notes.css';

/** What the wording check says about a text of the rubric, right below it. */
export function WordingNotes(props: { readonly text: string }) {
  const { lint } = useBuilder();
  const findings = useMemo(() => (props.text.trim() === '' ? [] : lint(props.text)), [props.text, lint]);
  return <WordingList findings={findings} />;
}

/** Findings about wording: the words, why they are a problem, and what to write instead. */
export function WordingList(props: { readonly findings: readonly WordingFinding[] }) {
  const t = useT();
  const localized = useLocalized();
  const { findings } = props;
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
