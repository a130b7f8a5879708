import { createRoot } from 'react-dom/client';
import '../kit/tokens.css';
import '../kit/base.css';
import '../candidate-kit/candidate.css';
import './interview.css';
import { candidateClient, tokenOf } from '../candidate-kit/client.ts';
import { deviceName, keptIn, shortName } from '../candidate-kit/kept.ts';
import { chosenLocale, interviewWords, shellLocale } from '../candidate-kit/words.tsx';
import { InterviewRoot } from './interview-root.tsx';

async function start(): Promise<void> {
  const place = document.getElementById('root');
  if (!place) throw new Error('the shell has no #root');
  const token = tokenOf(location.pathname);
  const locale = chosenLocale() ?? shellLocale();
  document.documentElement.lang = locale;
  const device = deviceName();
  const client = candidateClient({ token, device, language: () => document.documentElement.lang });
  const kept = keptIn(`i.${shortName(token)}`);
  const t = await interviewWords(locale);
  createRoot(place).render(<InterviewRoot locale={locale} t={t} client={client} kept={kept} />);
}

void start();
