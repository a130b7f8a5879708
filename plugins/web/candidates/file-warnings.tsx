import type { ApplicationView } from '#adapters/http/schemas/candidates.ts';
import { useT } from '../kit/i18n.tsx';
import { Notice } from '../kit/states.tsx';

const reasons = [
  'invisible',
  'background_colour',
  'tiny',
  'off_page',
  'covered',
  'clipped',
  'not_displayed',
] as const;
type Reason = (typeof reasons)[number];
const isReason = (word: string): word is Reason => (reasons as readonly string[]).includes(word);

/** What the reader should know before trusting the file: text that nobody sees, words to a machine, a bad reading. */
export function FileWarnings(props: { readonly view: ApplicationView }) {
  const t = useT();
  const { view } = props;
  const hidden = view.read?.hidden ?? [];
  const warnings = view.read?.profile.warnings ?? [];
  const allTold = warnings.filter((one) => one.code === 'instruction_like_text');
  const isHidden = (text: string | undefined) => hidden.some((part) => part.text === text);
  const told = allTold.filter((one) => one.detail !== undefined && !isHidden(one.detail));
  const uncertain = warnings.filter(
    (one) => one.code === 'encoding_guessed' || one.code === 'field_uncertain',
  );
  return (
    <>
      {view.candidate.minor && (
        <Notice
          tone={view.candidate.minor === 'too_young' ? 'bad' : 'warn'}
          title={t(`candidates.minor_${view.candidate.minor}`)}
        >
          <p>{t(`candidates.minor_${view.candidate.minor}_text`)}</p>
        </Notice>
      )}
      {hidden.length > 0 && (
        <Notice tone="warn" title={t('candidates.hidden_title', { count: hidden.length })}>
          <p>{t('candidates.hidden_text')}</p>
          {told.length < allTold.length && <p>{t('candidates.hidden_instruction')}</p>}
          <ul className="j-hidden-list">
            {hidden.map((part) => (
              <li key={`${part.page} ${part.reason} ${part.text}`}>
                <q>{part.text}</q>{' '}
                <span className="j-small j-muted">
                  {t('candidates.hidden_where', {
                    page: part.page,
                    reason: t(`candidates.hidden_${isReason(part.reason) ? part.reason : 'invisible'}`),
                  })}
                </span>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {told.length > 0 && (
        <Notice tone="warn" title={t('candidates.instruction_title')}>
          <p>{t('candidates.instruction_text')}</p>
          <ul className="j-hidden-list">
            {told.map((one) => (
              <li key={one.detail}>
                <q>{one.detail}</q>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {warnings.some(({ code }) => code === 'truncated') && (
        <Notice tone="warn" title={t('candidates.cut_title')}>
          <p>{t('candidates.cut_text')}</p>
        </Notice>
      )}
      {uncertain.length > 0 && (
        <Notice tone="info" title={t('candidates.uncertain_title')}>
          <p>{t('candidates.uncertain_text')}</p>
        </Notice>
      )}
      {view.resume?.problem && (
        <Notice tone="info" title={t('candidates.typed_by_hand')}>
          <p>{view.resume.problem.title}</p>
        </Notice>
      )}
    </>
  );
}
