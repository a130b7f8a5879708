import { createRoot } from 'react-dom/client';
import '../kit/tokens.css';
import '../kit/base.css';
import '../app/app.css';
import { initialLocale, loadTranslator } from '../app/page-language.ts';
import { applyTheme, storedTheme } from '../app/theme.ts';
import { createApiClient } from '../kit/api-client.ts';
import type { EnterParts } from './enter.ts';
import { entryAddress, wantedPage } from './entry-address.ts';
import { OpenRoot } from './open-root.tsx';

/** Kept as long as the window: some clients refuse storage, and then the redirect is tried each time. */
function triedRedirect(installationId: string): EnterParts['tried'] {
  const key = `jinji-open-${installationId}`;
  return {
    get() {
      try {
        return window.sessionStorage.getItem(key) === '1';
      } catch {
        return false;
      }
    },
    set(tried) {
      try {
        if (tried) window.sessionStorage.setItem(key, '1');
        else window.sessionStorage.removeItem(key);
      } catch {
        // Read above.
      }
    },
  };
}

async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('the shell has no #root');
  applyTheme(storedTheme());
  const locale = initialLocale();
  document.documentElement.lang = locale;
  const t = await loadTranslator(locale);
  const opened = entryAddress(window.location.pathname, window.location.search);
  const wanted = opened && wantedPage(opened, window.location.search);
  if (wanted) window.history.replaceState(null, '', wanted);
  const entry = entryAddress(window.location.pathname, window.location.search);
  if (!entry) throw new Error('the shell lies elsewhere');
  const parts: EnterParts = {
    entry,
    userAgent: navigator.userAgent,
    framed: window.self !== window.top,
    client: (bearer, headers) =>
      createApiClient({ language: () => document.documentElement.lang, bearer, headers }),
    go: (address) => window.location.replace(address),
    tried: triedRedirect(entry.installationId),
  };
  createRoot(root).render(<OpenRoot locale={locale} t={t} parts={parts} />);
}

void start();
