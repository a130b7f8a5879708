import { Button } from '../kit/button.tsx';
import { useConfirm } from '../kit/confirm.tsx';
import { useT } from '../kit/i18n.tsx';
import { useApi, useSession } from '../kit/session.tsx';
import { problemWords } from '../kit/states.tsx';
import { useMutation } from '../kit/use-mutation.ts';

/** Says that this company is a sample; its owner removes it here (design D18: through the erasure of a tenant). */
export function SampleBanner() {
  const t = useT();
  const api = useApi();
  const confirm = useConfirm();
  const { tenant, permissions } = useSession();
  const removal = useMutation((_: null, idempotencyKey) =>
    api.remove('/company', { idempotencyKey }).then(() => true),
  );
  if (!tenant.sample) return null;
  const remove = async () => {
    const yes = await confirm({
      title: t('app.sample_confirm_title'),
      text: t('app.sample_confirm_text'),
      confirmLabel: t('app.sample_remove'),
      danger: true,
    });
    // The answer carries a session in the owner's own company.
    if (yes && (await removal.run(null))) window.location.assign('/app/welcome');
  };
  return (
    <aside className="j-sample">
      <p>
        <strong>{t('app.sample_title')}</strong>
        {removal.problem ? problemWords(removal.problem, t).title : t('app.sample_text')}
      </p>
      {permissions.includes('company.erase') && (
        <Button look="quiet" busy={removal.busy} onClick={remove}>
          {t('app.sample_remove')}
        </Button>
      )}
    </aside>
  );
}
