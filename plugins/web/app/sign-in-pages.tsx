import type { ReactNode } from 'react';
import { Button } from '../kit/button.tsx';
import { useT } from '../kit/i18n.tsx';
import { Menu } from '../kit/menu.tsx';
import { usePageTitle } from '../kit/page.tsx';
import { usePlace } from '../kit/router.tsx';
import { useApi } from '../kit/session.tsx';
import { Notice, ProblemNotice } from '../kit/states.tsx';
import { useMutation } from '../kit/use-mutation.ts';
import { usePreferenceGroups } from './account-menu.tsx';
import { localPath } from './local-path.ts';
import { Logo } from './logo.tsx';

/** The frame of a page before sign-in: the mark, the language, one card. */
function Door(props: { readonly children: ReactNode }) {
  const t = useT();
  const groups = usePreferenceGroups();
  return (
    <main className="j-door">
      <div className="j-door__box">
        <div className="j-row j-row--between">
          <span className="j-brand">
            <Logo />
            {t('common.product')}
          </span>
          <Menu
            groups={groups}
            button={(attributes) => (
              <button {...attributes} type="button" className="j-button j-button--quiet">
                {t('app.language')}
              </button>
            )}
          />
        </div>
        <section className="j-card j-stack">{props.children}</section>
      </div>
    </main>
  );
}

/** For a reader without a session: where sign-in links come from. */
export function SignInNeeded(props: { readonly onCheckAgain: () => void }) {
  const t = useT();
  usePageTitle(t('app.sign_in_title'));
  return (
    <Door>
      <h1>{t('app.sign_in_title')}</h1>
      <SignInHelp />
      <Button look="primary" wide onClick={props.onCheckAgain}>
        {t('app.sign_in_again')}
      </Button>
    </Door>
  );
}

/** The words of `SignInNeeded`, also shown over a page whose session has ended. */
export function SignInHelp() {
  const t = useT();
  return (
    <>
      <p>{t('app.sign_in_text')}</p>
      <details>
        <summary className="j-small">{t('app.sign_in_owner_hint')}</summary>
        <pre>
          <code>npm run -s jinji -- link</code>
        </pre>
      </details>
    </>
  );
}

/**
 * `/sign-in/<token>` or `/sign-in#<token>`: redeems a sign-in link by POST after a click, because chat apps open links
 * beforehand to show a preview.
 */
export function RedeemPage(props: { readonly token: string }) {
  const t = useT();
  const api = useApi();
  const { search } = usePlace();
  usePageTitle(t('app.redeem_title'));
  const redeem = useMutation((token: string, idempotencyKey) =>
    api.post('/session', { token }, { idempotencyKey }).then(() => true),
  );
  const start = async () => {
    if (await redeem.run(props.token)) window.location.replace(localPath(search.get('to')));
  };
  return (
    <Door>
      <h1>{t('app.redeem_title')}</h1>
      {props.token === '' ? (
        <Notice tone="bad" title={t('app.redeem_missing')}>
          <p>{t('app.redeem_missing_remedy')}</p>
        </Notice>
      ) : (
        <>
          <p>{t('app.redeem_text')}</p>
          <ProblemNotice problem={redeem.problem} />
          <Button look="primary" wide busy={redeem.busy} onClick={start}>
            {redeem.busy ? t('app.redeem_busy') : t('app.redeem_button')}
          </Button>
        </>
      )}
    </Door>
  );
}
