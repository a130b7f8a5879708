import type { QuotaView } from '#adapters/http/schemas/platforms.ts';
import { useLanguage, useT } from './i18n.tsx';
import { Notice } from './states.tsx';

/** From here on the month may end without calls. */
const muchUsed = 0.8;

/**
 * How much of the month's calls Jinji has used by its own count, and what the act ahead takes.
 * @param act a card or an approval; none on the platform's own page
 */
export function MonthlyCalls(props: { readonly quota: QuotaView; readonly act?: 'approval' | 'card' }) {
  const t = useT();
  const { locale } = useLanguage();
  const { quota, act } = props;
  const { callsPerMonth: total, used, acts } = quota;
  const scarce = used >= total * muchUsed;
  const words = (
    <>
      <p className={scarce ? undefined : 'j-small j-muted'}>
        {t('common.calls_used', {
          edition: locale === 'zh-CN' ? quota.edition.zh : quota.edition.en,
          total,
          used,
        })}
        {act && ` ${t(`common.calls_${act}`, { calls: acts[act] })}`}
      </p>
      {scarce && <p>{t('common.calls_scarce')}</p>}
    </>
  );
  return scarce ? <Notice tone="warn">{words}</Notice> : words;
}
