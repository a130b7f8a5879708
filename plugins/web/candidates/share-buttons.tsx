import type { SharedLink } from '#core/ports/client-bridge.ts';
import { Button } from '../kit/button.tsx';
import { useAppPlace } from '../kit/client-bridge.tsx';
import { useT } from '../kit/i18n.tsx';
import { useToast } from '../kit/toast.tsx';

/** Ways in which the office client (or the phone) hands an invitation on; nothing where it has none. */
export function ShareButtons({ link }: { readonly link: SharedLink }) {
  const t = useT();
  const toast = useToast();
  const bridge = useAppPlace()?.bridge;
  const hand = (share: (link: SharedLink) => Promise<void>) => () =>
    share(link).catch((error: unknown) => {
      // Whoever closed the list of colleagues knows it; browsers call that an abort.
      if (error instanceof Error && /^(BridgeCancelled|AbortError)$/.test(error.name)) return;
      const denied = error instanceof Error && /no permission|permission denied/.test(error.message);
      const outside = share === bridge?.shareOutside;
      const text = t(denied && outside ? 'candidates.share_outside_denied' : 'candidates.share_failed');
      toast({ tone: 'bad', text });
    });
  return (
    <>
      {bridge?.share && (
        <Button icon="share" onClick={hand(bridge.share)}>
          {t('candidates.share_message')}
        </Button>
      )}
      {bridge?.shareOutside && (
        <Button icon="share" onClick={hand(bridge.shareOutside)}>
          {t('candidates.share_outside')}
        </Button>
      )}
    </>
  );
}
