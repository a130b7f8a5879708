import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { type InvitationFacts, invitationCardWords } from '#core/application/invitation-text.ts';
import { QrCode } from '../kit/qr-code.tsx';

/** What the printed card says, in the candidate's language. */
export interface PrintedCard extends InvitationFacts {
  readonly lang: 'zh' | 'en';
}

/** Puts the card alone on the page, opens the browser's print dialog, and goes when that has closed. */
export function PrintCard(props: { readonly card: PrintedCard; readonly onDone: () => void }) {
  const done = useRef(props.onDone);
  done.current = props.onDone;
  useEffect(() => {
    const page = document.documentElement;
    page.classList.add('j-printing');
    const end = () => done.current();
    window.addEventListener('afterprint', end);
    // The card must stand on the page before the dialog takes its picture.
    const frame = requestAnimationFrame(() => window.print());
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('afterprint', end);
      page.classList.remove('j-printing');
    };
  }, []);
  const { card } = props;
  const say = invitationCardWords[card.lang];
  return createPortal(
    <div className="j-print-host">
      <article className="j-print-card" lang={card.lang === 'zh' ? 'zh-CN' : 'en-US'}>
        <p className="j-print-card__company">{card.company}</p>
        <h1>{say.title}</h1>
        <dl>
          <dt>{say.job}</dt>
          <dd>{card.job}</dd>
          {card.name && (
            <>
              <dt>{say.name}</dt>
              <dd>{card.name}</dd>
            </>
          )}
        </dl>
        <QrCode text={card.url} size={260} />
        <p className="j-print-card__scan">{say.scan}</p>
        <p>
          {say.until} {card.until}
        </p>
        <p className="j-print-card__note">{say.note}</p>
        <p className="j-print-card__address">
          {say.address}
          <br />
          {card.url}
        </p>
      </article>
    </div>,
    document.body,
  );
}
