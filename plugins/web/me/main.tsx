import { createRoot } from 'react-dom/client';
import '../kit/tokens.css';
import '../kit/base.css';
import '../candidate-kit/candidate.css';
import './me.css';
import { candidateClient, tokenOf } from '../candidate-kit/client.ts';
import { deviceName } from '../candidate-kit/kept.ts';
import { chosenLocale, shellLocale } from '../candidate-kit/words.tsx';
import { MeRoot } from './me-root.tsx';
import { meWords } from './me-words.ts';

async function start(): Promise<void> {
  const place = document.getElementById('root');
  if (!place) throw new Error('the shell has no #root');
  const locale = chosenLocale() ?? shellLocale();
  document.documentElement.lang = locale;
  const client = candidateClient({
    token: tokenOf(location.pathname),
    device: deviceName(),
    language: () => document.documentElement.lang,
  });
  createRoot(place).render(<MeRoot locale={locale} t={await meWords(locale)} client={client} />);
}

void start();
