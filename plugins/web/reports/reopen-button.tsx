import { useState } from 'react';
import type { ReportView } from '#adapters/http/schemas/reports.ts';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { TextArea } from '../kit/field.tsx';
import { useLacks, useT } from '../kit/i18n.tsx';
import { useApi } from '../kit/session.tsx';
import { ProblemNotice } from '../kit/states.tsx';
import { useToast } from '../kit/toast.tsx';
import { useMutation } from '../kit/use-mutation.ts';
import { useReport } from './report-context.tsx';

/** Takes a rejection back, with the reason. */
export function ReopenButton() {
  const t = useT();
  const lacks = useLacks();
  const api = useApi();
  const toast = useToast();
  const { document, show } = useReport();
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState('');
  const reopen = useMutation((body: { note: string }, idempotencyKey) =>
    api.post<ReportView>(`/applications/${document.application.id}/reopen`, body, { idempotencyKey }),
  );
  const send = async () => {
    const view = await reopen.run({ note: note.trim() });
    if (!view) return;
    setOpen(false);
    show(view);
    toast({ text: t('reports.reopened') });
  };
  return (
    <>
      <Button icon="undo" onClick={() => setOpen(true)}>
        {t('reports.reopen')}
      </Button>
      {open && (
        <Dialog
          title={t('reports.reopen_title')}
          onClose={() => setOpen(false)}
          footer={
            <>
              <Button onClick={() => setOpen(false)}>{t('common.cancel')}</Button>
              <Button
                look="primary"
                busy={reopen.busy}
                lacks={lacks([note.trim() === '' && t('reports.reopen_note')])}
                onClick={send}
              >
                {t('reports.reopen')}
              </Button>
            </>
          }
        >
          <div className="j-stack">
            <ProblemNotice problem={reopen.problem} />
            <TextArea
              label={t('reports.reopen_note')}
              value={note}
              onChange={setNote}
              maxLength={2000}
              data-autofocus
            />
          </div>
        </Dialog>
      )}
    </>
  );
}
