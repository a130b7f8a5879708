import { useRef, useState } from 'react';
import type { ApplicationItemView, InvitationView } from '#adapters/http/schemas/candidates.ts';
import { newIdempotencyKey } from '../kit/api-client.ts';
import type { ApiProblem } from '../kit/api-problem.ts';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { useLanguage } from '../kit/i18n.tsx';
import { useApi } from '../kit/session.tsx';
import { ProgressBar, problemWords } from '../kit/states.tsx';
import { useToast } from '../kit/toast.tsx';
import { asProblem } from '../kit/use-query.ts';
import { DaysChoice, type InviteLanguage, LanguageChoice } from './invite-dialog.tsx';
import { copyText } from './qr-picture.ts';

type Item = ApplicationItemView;

/** What became of one invitation. */
interface Outcome {
  readonly item: Item;
  readonly url: string | null;
  readonly problem: ApiProblem | null;
}

/** The bar below the list while rows are picked, and the dialog that invites them one after the other. */
export function BulkInvite(props: {
  readonly chosen: readonly Item[];
  /** How many rows are on the page. */
  readonly shown: number;
  readonly onAll: () => void;
  readonly onClear: () => void;
  readonly onInvited: () => void;
}) {
  const { t } = useLanguage();
  const [open, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
    props.onClear();
    props.onInvited();
  };
  return (
    <section className="j-bulk" aria-label={t('candidates.bulk')}>
      <span role="status">{t('candidates.picked', { count: props.chosen.length })}</span>
      <div className="j-row">
        {props.chosen.length < props.shown && (
          <Button onClick={props.onAll}>{t('candidates.pick_all', { count: props.shown })}</Button>
        )}
        <Button onClick={props.onClear}>{t('candidates.pick_none')}</Button>
        <Button look="primary" icon="link" onClick={() => setOpen(true)}>
          {t('candidates.invite_picked')}
        </Button>
      </div>
      {open && <BulkDialog chosen={props.chosen} onClose={close} />}
    </section>
  );
}

function useBulkInvite(chosen: readonly Item[]) {
  const api = useApi();
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const [busy, setBusy] = useState(false);
  const stopped = useRef(false);
  const run = async (lang: InviteLanguage, linkDays: number) => {
    setBusy(true);
    for (const item of chosen) {
      if (stopped.current) break;
      const outcome = await api
        .post<InvitationView>(
          `/applications/${item.id}/invitation`,
          { lang, linkDays },
          { idempotencyKey: newIdempotencyKey() },
        )
        .then(
          ({ url }): Outcome => ({ item, url, problem: null }),
          (error: unknown): Outcome => ({ item, url: null, problem: asProblem(error) }),
        );
      setOutcomes((before) => [...before, outcome]);
    }
    setBusy(false);
  };
  const stop = () => {
    stopped.current = true;
  };
  return { outcomes, busy, run, stop };
}

function BulkDialog(props: { readonly chosen: readonly Item[]; readonly onClose: () => void }) {
  const { t, locale } = useLanguage();
  const toast = useToast();
  const [lang, setLang] = useState<InviteLanguage>(locale === 'zh-CN' ? 'zh' : 'en');
  const [days, setDays] = useState(7);
  const { outcomes, busy, run, stop } = useBulkInvite(props.chosen);
  const begun = busy || outcomes.length > 0;
  const nameOf = (item: Item) => item.candidateName ?? t('candidates.unnamed');
  const close = () => {
    stop();
    props.onClose();
  };
  const copyAll = async () => {
    const lines = outcomes.flatMap(({ item, url }) =>
      url ? [`${nameOf(item)}\t${item.jobTitle}\t${url}`] : [],
    );
    const done = await copyText(lines.join('\n'));
    toast(done ? { text: t('common.copied') } : { tone: 'bad', text: t('candidates.copy_failed') });
  };
  return (
    <Dialog
      wide
      title={t('candidates.bulk_title', { count: props.chosen.length })}
      onClose={close}
      footer={
        begun ? (
          <>
            <Button icon="copy" busy={busy} onClick={copyAll}>
              {t('candidates.copy_all')}
            </Button>
            <Button look="primary" onClick={close}>
              {t('common.finish')}
            </Button>
          </>
        ) : (
          <>
            <Button onClick={close}>{t('common.cancel')}</Button>
            <Button look="primary" onClick={() => run(lang, days)}>
              {t('candidates.make_links')}
            </Button>
          </>
        )
      }
    >
      {begun ? (
        <div className="j-stack">
          <ProgressBar value={outcomes.length / props.chosen.length} label={t('candidates.bulk')} />
          <ul className="j-outcomes">
            {outcomes.map(({ item, url, problem }) => (
              <li key={item.id}>
                <strong>{nameOf(item)}</strong>
                {url ? <code>{url}</code> : <span className="j-bad">{problem && failure(problem, t)}</span>}
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <div className="j-stack">
          <p>{t('candidates.bulk_text')}</p>
          <LanguageChoice value={lang} onChange={setLang} />
          <DaysChoice value={days} onChange={setDays} />
        </div>
      )}
    </Dialog>
  );
}

function failure(problem: ApiProblem, t: Parameters<typeof problemWords>[1]): string {
  const { title, remedy } = problemWords(problem, t);
  return `${title} ${remedy}`;
}
