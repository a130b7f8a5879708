import type { RescoredView } from '#adapters/http/schemas/reports.ts';
import { buttonClass, IconButton } from '../kit/button.tsx';
import { useConfirm } from '../kit/confirm.tsx';
import { useLanguage, useT } from '../kit/i18n.tsx';
import { Menu } from '../kit/menu.tsx';
import { Link } from '../kit/router.tsx';
import { useApi, useMay } from '../kit/session.tsx';
import { problemWords } from '../kit/states.tsx';
import { useToast } from '../kit/toast.tsx';
import { useMutation } from '../kit/use-mutation.ts';
import { useLang, useReport } from './report-context.tsx';

function useRescore() {
  const t = useT();
  const api = useApi();
  const toast = useToast();
  const confirm = useConfirm();
  const { document, show } = useReport();
  const rescore = useMutation((_: null, idempotencyKey) =>
    api
      .post<RescoredView>(`/applications/${document.application.id}/rescore`, {}, { idempotencyKey })
      .catch((error) => {
        toast({ text: problemWords(error, t).title, tone: 'bad' });
        throw error;
      }),
  );
  return async () => {
    const yes = await confirm({
      title: t('reports.rescore'),
      text: t('reports.rescore_text'),
      confirmLabel: t('reports.rescore'),
    });
    const answer = yes ? await rescore.run(null) : null;
    if (!answer) return;
    show(answer.view);
    toast({ text: t(answer.changed ? 'reports.rescored' : 'reports.rescore_same') });
  };
}

/** Lets the browser fetch a file with the session's cookie. */
function download(address: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  link.click();
}

/** Print, exports, scoring again, and the way to the candidate. */
export function ReportActions() {
  const t = useT();
  const api = useApi();
  const lang = useLang();
  const { zone } = useLanguage();
  const { document: report, actions } = useReport();
  const mayDecide = useMay('decision.write');
  const mayReadCandidate = useMay('candidate.read');
  const rescore = useRescore();
  const path = `/applications/${report.application.id}/report`;
  return (
    <>
      {mayReadCandidate && !report.hidden && (
        <Link className={buttonClass()} to={`/candidates/${report.application.id}`}>
          {t('reports.to_candidate')}
        </Link>
      )}
      {!report.hidden && (
        <Menu
          groups={[
            {
              items: [
                { label: t('reports.print'), icon: 'print', run: () => window.print() },
                {
                  label: t('reports.export_html'),
                  icon: 'download',
                  run: () => download(api.address(`${path}.html`, { lang, zone })),
                },
                {
                  label: t('reports.export_json'),
                  icon: 'download',
                  run: () => download(api.address(`${path}.json`)),
                },
                ...(actions.rescore && mayDecide
                  ? [{ label: t('reports.rescore'), icon: 'refresh' as const, run: () => void rescore() }]
                  : []),
              ],
            },
          ]}
          button={(attributes) => <IconButton icon="more" label={t('common.more')} {...attributes} />}
        />
      )}
    </>
  );
}
