import { useState } from 'react';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { TextInput } from '../kit/field.tsx';
import { useT } from '../kit/i18n.tsx';
import { useApi, useMay, useSession } from '../kit/session.tsx';
import { ProblemNotice } from '../kit/states.tsx';
import { useMutation } from '../kit/use-mutation.ts';

/** The end of a company: its name has to be typed. A sample company has its own button above every page. */
export function EraseCompany(props: { readonly companyName: string }) {
  const t = useT();
  const may = useMay('company.erase');
  const { tenant } = useSession();
  const [open, setOpen] = useState(false);
  if (!may || tenant.sample) return null;
  return (
    <section className="j-card j-stack j-settings-form j-danger">
      <h2>{t('settings.erase')}</h2>
      <p className="j-muted">{t('settings.erase_text')}</p>
      <div>
        <Button look="danger" onClick={() => setOpen(true)}>
          {t('settings.erase')}
        </Button>
      </div>
      {open && <EraseDialog companyName={props.companyName} onClose={() => setOpen(false)} />}
    </section>
  );
}

function EraseDialog(props: { readonly companyName: string; readonly onClose: () => void }) {
  const t = useT();
  const api = useApi();
  const { companyName } = props;
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const erasure = useMutation((_: null, idempotencyKey) =>
    api.remove('/company', { idempotencyKey }).then(() => true),
  );
  const erase = async () => {
    setTried(true);
    if (typed.trim() === companyName && (await erasure.run(null))) window.location.assign('/');
  };
  return (
    <Dialog
      title={t('settings.erase_title', { name: companyName })}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>{t('common.cancel')}</Button>
          <Button look="danger" busy={erasure.busy} onClick={() => void erase()}>
            {t('settings.erase')}
          </Button>
        </>
      }
    >
      <div className="j-stack">
        <p>{t('settings.erase_warning')}</p>
        <TextInput
          label={t('settings.erase_type', { name: companyName })}
          autoComplete="off"
          data-autofocus
          value={typed}
          error={tried && typed.trim() !== companyName ? t('settings.erase_mismatch') : null}
          onChange={setTyped}
        />
        <ProblemNotice problem={erasure.problem} />
      </div>
    </Dialog>
  );
}
