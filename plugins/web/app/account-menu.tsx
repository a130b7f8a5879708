import type { Locale } from '#core/i18n/locale.ts';
import type { MessageKey } from '#core/i18n/translator.ts';
import { useAppPlace } from '../kit/client-bridge.tsx';
import { useT } from '../kit/i18n.tsx';
import { Icon } from '../kit/icons.tsx';
import { Menu, type MenuGroup } from '../kit/menu.tsx';
import { useNameless } from '../kit/mirror-name.tsx';
import { PersonName } from '../kit/person-name.tsx';
import { useApi, useReadSessionAgain, useSession } from '../kit/session.tsx';
import { problemWords } from '../kit/states.tsx';
import { useToast } from '../kit/toast.tsx';
import { asProblem } from '../kit/use-query.ts';
import { usePreferences } from './preferences.tsx';

const roleNames: Readonly<Record<string, MessageKey>> = {
  owner: 'app.role_owner',
  hr: 'app.role_hr',
  interviewer: 'app.role_interviewer',
  employee: 'app.role_employee',
};

/** The signed-in person: language, appearance, sign out. */
export function AccountMenu() {
  const t = useT();
  const { person, tenant } = useSession();
  const readAgain = useReadSessionAgain();
  const nameless = useNameless();
  const signOut = useSignOut();
  const api = useApi();
  // The choice has taken effect already; if this fails, the cookie still keeps it for this browser.
  const remember = (locale: Locale) =>
    void api.put('/session/locale', { locale }).then(
      // The sample company is called by the language that its owner reads.
      () => tenant.sample && readAgain(),
      () => undefined,
    );
  // In an office client the next opening signs in again by itself, so there is nothing to sign out of.
  const leave = useAppPlace()?.platform ? [] : [{ items: [{ label: t('app.sign_out'), run: signOut }] }];
  const groups = [...usePreferenceGroups(remember), ...leave];
  const name = person.name ?? nameless('person');
  const roles = person.roles.map((role) => {
    const key = roleNames[role] as 'app.role_owner' | undefined;
    return key ? t(key) : role;
  });
  return (
    <Menu
      groups={groups}
      button={(attributes) => (
        <button {...attributes} type="button" className="j-account">
          <span className="j-sr">{t('app.account', { name })}</span>
          <span className="j-account__face" aria-hidden="true">
            {Array.from(name).slice(0, /^[A-Za-z]/.test(name) ? 2 : 1)}
          </span>
          <span className="j-account__words" aria-hidden="true">
            <span>
              <PersonName id={person.id} name={person.name} fallback={name} />
            </span>
            <span className="j-small j-muted">{roles.join(' · ')}</span>
          </span>
          <Icon name="more" size={18} />
        </button>
      )}
    />
  );
}

function useSignOut(): () => void {
  const t = useT();
  const api = useApi();
  const toast = useToast();
  return () => {
    api.remove('/session').then(
      () => window.location.assign('/'),
      (error: unknown) => toast({ text: problemWords(asProblem(error), t).title, tone: 'bad' }),
    );
  };
}

/** Language and appearance as menu groups; also for pages without a session. */
export function usePreferenceGroups(onLocale?: (locale: Locale) => void): MenuGroup[] {
  const t = useT();
  const { locale, setLocale, theme, setTheme } = usePreferences();
  const choose = (next: Locale) => {
    setLocale(next);
    onLocale?.(next);
  };
  return [
    {
      label: t('app.language'),
      items: [
        { label: t('app.language_zh'), checked: locale === 'zh-CN', run: () => choose('zh-CN') },
        { label: t('app.language_en'), checked: locale === 'en-US', run: () => choose('en-US') },
      ],
    },
    {
      label: t('app.theme'),
      items: [
        { label: t('app.theme_system'), checked: theme === 'system', run: () => setTheme('system') },
        { label: t('app.theme_light'), checked: theme === 'light', run: () => setTheme('light') },
        { label: t('app.theme_dark'), checked: theme === 'dark', run: () => setTheme('dark') },
      ],
    },
  ];
}
