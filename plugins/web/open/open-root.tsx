import { useEffect, useState } from 'react';
import type { Locale } from '#core/i18n/locale.ts';
import type { Translate } from '#core/i18n/translator.ts';
import { Logo } from '../app/logo.tsx';
import { Root } from '../app/root.tsx';
import { buttonClass } from '../kit/button.tsx';
import { LanguageProvider, useT } from '../kit/i18n.tsx';
import { ProblemNotice } from '../kit/states.tsx';
import { type Entered, type EnterParts, enter } from './enter.ts';
import { signInAddress } from './entry-address.ts';

/** The app inside an office client: signs in silently, then shows the same pages as everywhere. */
export function OpenRoot(props: {
  readonly locale: Locale;
  readonly t: Translate;
  readonly parts: EnterParts;
}) {
  const { locale, t, parts } = props;
  const [entered, setEntered] = useState<Entered | null>(null);
  useEffect(() => {
    let here = true;
    enter(parts).then((result) => here && setEntered(result));
    return () => {
      here = false;
    };
  }, [parts]);
  if (entered?.kind === 'in') return <Root locale={locale} t={t} place={entered.place} />;
  return (
    <LanguageProvider value={{ locale, t, zone: 'Asia/Shanghai' }}>
      <Door parts={parts} entered={entered} />
    </LanguageProvider>
  );
}

function Door(props: { readonly parts: EnterParts; readonly entered: Entered | null }) {
  const t = useT();
  const { entered, parts } = props;
  return (
    <main className="j-door">
      <div className="j-door__box">
        <span className="j-brand">
          <Logo />
          {t('common.product')}
        </span>
        <section className="j-card j-stack">
          {entered?.kind === 'help' ? (
            <>
              <h1>{t('app.open_title')}</h1>
              <ProblemNotice problem={entered.problem} />
              <p>{t('app.open_text')}</p>
              <a className={buttonClass('primary')} href={signInAddress(parts.entry)}>
                {t('app.open_button')}
              </a>
            </>
          ) : (
            <p role="status">{t('app.open_busy')}</p>
          )}
        </section>
      </div>
    </main>
  );
}
