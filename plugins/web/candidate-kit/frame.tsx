import type { ReactNode } from 'react';
import { useReader } from './words.tsx';

/** The frame of a candidate's page: who asks, the lasting AI badge, the language, one column of content. */
export function Frame(props: {
  readonly company: string;
  /** The AI badge stays in view while AI takes part (R2). */
  readonly badge?: boolean;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
}) {
  const { t, locale, setLocale } = useReader();
  const other = locale === 'zh-CN' ? 'en-US' : 'zh-CN';
  return (
    <>
      <header className="c-head">
        <span className="c-head__company">{props.company || t('interview.title')}</span>
        {props.badge && (
          <span className="c-badge" title={t('interview.ai_badge_help')}>
            {t('interview.ai_badge')}
          </span>
        )}
        <button type="button" className="c-language" lang={other} onClick={() => setLocale(other)}>
          {t('interview.switch_language')}
        </button>
      </header>
      <main className="c-main">{props.children}</main>
      {props.footer && <footer className="c-foot">{props.footer}</footer>}
    </>
  );
}
