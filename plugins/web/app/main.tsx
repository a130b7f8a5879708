import { createRoot } from 'react-dom/client';
import '../kit/tokens.css';
import '../kit/base.css';
import './app.css';
import { plainPlace } from '../kit/client-bridge.tsx';
import { initialLocale, loadTranslator } from './page-language.ts';
import { Root } from './root.tsx';
import { applyTheme, storedTheme } from './theme.ts';

async function start(): Promise<void> {
  const place = document.getElementById('root');
  if (!place) throw new Error('the shell has no #root');
  applyTheme(storedTheme());
  const locale = initialLocale();
  document.documentElement.lang = locale;
  const t = await loadTranslator(locale);
  createRoot(place).render(<Root locale={locale} t={t} place={plainPlace()} />);
}

void start();
