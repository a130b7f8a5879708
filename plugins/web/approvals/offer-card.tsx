import { useState } from 'react';
import type { OfferView } from '#adapters/http/schemas/offers.ts';
import { Button } from '../kit/button.tsx';
import { useT } from '../kit/i18n.tsx';
import { Link } from '../kit/router.tsx';
import { useApi, useMay } from '../kit/session.tsx';
import { Badge, ErrorState, Skeleton, type Tone } from '../kit/states.tsx';
import { useQuery } from '../kit/use-query.ts';
import { ApprovalBadge, useNamesOf } from './approval-words.tsx';
import { OfferForm } from './offer-form.tsx';
import { type OfferMove, OfferMoveDialog } from './offer-move-dialog.tsx';
import { SendOfferDialog } from './send-offer-dialog.tsx';
import './approvals.css';

type Current = NonNullable<OfferView['current']>;
type Open = { readonly kind: 'form' | 'send' } | { readonly kind: 'move'; readonly to: OfferMove };

const tones: Readonly<Record<Current['state'], Tone>> = {
  draft: 'plain',
  in_approval: 'brand',
  approved: 'info',
  refused: 'bad',
  sent: 'brand',
  accepted: 'good',
  declined: 'plain',
  withdrawn: 'plain',
};
const over: readonly Current['state'][] = ['refused', 'declined', 'withdrawn'];
const moves: Readonly<Partial<Record<Current['state'], readonly OfferMove[]>>> = {
  approved: ['sent', 'withdrawn'],
  sent: ['accepted', 'declined', 'withdrawn'],
  accepted: ['declined', 'withdrawn'],
};

/** The offer of an application: terms, approval, the candidate's answer. Only for readers who may decide. */
export function OfferCard(props: {
  readonly applicationId: string;
  readonly status: string;
  /** The application's status has changed with the offer. */
  readonly onMoved: () => void;
}) {
  const may = useMay('decision.write');
  return may ? <Shown key={`${props.applicationId} ${props.status}`} {...props} /> : null;
}

function Shown(props: {
  readonly applicationId: string;
  readonly status: string;
  readonly onMoved: () => void;
}) {
  const t = useT();
  const api = useApi();
  const { applicationId, status } = props;
  const query = useQuery<OfferView>(`offer ${applicationId} ${status}`, (signal) =>
    api.get(`/applications/${applicationId}/offer`, { signal }),
  );
  const [open, setOpen] = useState<Open | null>(null);
  const view = query.data;
  const put = (next: OfferView) => {
    query.setData(() => next);
    props.onMoved();
  };
  const close = () => setOpen(null);
  return (
    <section className="j-card j-stack" aria-labelledby="offer-title">
      <h2 id="offer-title">{t('approvals.offer')}</h2>
      {view === null ? (
        query.state === 'failed' ? (
          <ErrorState problem={query.problem} onRetry={query.reload} />
        ) : (
          <Skeleton lines={2} />
        )
      ) : (
        <>
          <OfferContent view={view} onOpen={setOpen} />
          {open?.kind === 'form' && (
            <OfferForm
              applicationId={applicationId}
              view={view}
              revision={view.current && !over.includes(view.current.state) ? view.current.revision : 0}
              onSaved={put}
              onClose={close}
            />
          )}
          {open?.kind === 'send' && (
            <SendOfferDialog applicationId={applicationId} onSent={put} onClose={close} />
          )}
          {open?.kind === 'move' && (
            <OfferMoveDialog applicationId={applicationId} to={open.to} onMoved={put} onClose={close} />
          )}
        </>
      )}
    </section>
  );
}

function OfferContent(props: { readonly view: OfferView; readonly onOpen: (open: Open) => void }) {
  const t = useT();
  const { view, onOpen } = props;
  const { current } = view;
  if (!current) {
    return (
      <>
        <p className="j-muted">{view.mayOffer ? t('approvals.offer_intro') : t('approvals.offer_later')}</p>
        {view.mayOffer && (
          <div className="j-row">
            <Button look="primary" onClick={() => onOpen({ kind: 'form' })}>
              {t('approvals.offer_write')}
            </Button>
          </div>
        )}
      </>
    );
  }
  return (
    <>
      <div className="j-row">
        <Badge tone={tones[current.state]}>{t(`approvals.offer_state_${current.state}`)}</Badge>
        <span className="j-muted">{t('approvals.offer_version', { number: current.number })}</span>
      </div>
      {current.terms && <TermsList terms={current.terms} />}
      {current.approval && <Following current={current} />}
      <OfferButtons current={current} mayOffer={view.mayOffer} onOpen={onOpen} />
      {view.earlier.length > 0 && <Earlier earlier={view.earlier} />}
    </>
  );
}

function TermsList(props: { readonly terms: NonNullable<Current['terms']> }) {
  const t = useT();
  const { terms } = props;
  const rows = [
    ['position', terms.position],
    ['department', terms.department],
    ['salary', terms.salary],
    ['start_date', terms.startDate],
    ['probation', terms.probation],
    ['location', terms.location],
    ['note', terms.note],
  ] as const;
  return (
    <dl className="j-approval-facts">
      {rows
        .filter(([, value]) => value !== '')
        .map(([field, value]) => (
          <div key={field} className="j-approval-fact">
            <dt>{t(`approvals.field_${field}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function Following(props: { readonly current: Current }) {
  const t = useT();
  const namesOf = useNamesOf();
  const { approval } = props.current;
  if (!approval) return null;
  return (
    <p className="j-row">
      <Link to={`/approvals/${approval.id}`}>{t('approvals.kind_offer')}</Link>
      <ApprovalBadge state={approval.state} />
      {approval.waitingFor.length > 0 && (
        <span className="j-muted">
          {t('approvals.waits_for')} {namesOf(approval.waitingFor)}
        </span>
      )}
    </p>
  );
}

function OfferButtons(props: {
  readonly current: Current;
  readonly mayOffer: boolean;
  readonly onOpen: (open: Open) => void;
}) {
  const t = useT();
  const { current, mayOffer, onOpen } = props;
  const editable = mayOffer && (current.state === 'draft' || current.state === 'approved');
  return (
    <div className="j-row">
      {mayOffer && current.state === 'draft' && (
        <Button look="primary" onClick={() => onOpen({ kind: 'send' })}>
          {t('approvals.offer_send')}
        </Button>
      )}
      {(moves[current.state] ?? []).map((to, index) => (
        <Button
          key={to}
          look={index === 0 && current.state !== 'accepted' ? 'primary' : 'normal'}
          onClick={() => onOpen({ kind: 'move', to })}
        >
          {t(`approvals.offer_${to}`)}
        </Button>
      ))}
      {editable && <Button onClick={() => onOpen({ kind: 'form' })}>{t('approvals.offer_edit')}</Button>}
      {mayOffer && over.includes(current.state) && (
        <Button look="primary" onClick={() => onOpen({ kind: 'form' })}>
          {t('approvals.offer_again')}
        </Button>
      )}
    </div>
  );
}

function Earlier(props: { readonly earlier: OfferView['earlier'] }) {
  const t = useT();
  return (
    <details>
      <summary>{t('approvals.offer_earlier')}</summary>
      <ul>
        {props.earlier.map(({ number, state, approvalId }) => (
          <li key={number}>
            {t('approvals.offer_version', { number })} · {t(`approvals.offer_state_${state}`)}{' '}
            {approvalId && <Link to={`/approvals/${approvalId}`}>{t('approvals.kind_offer')}</Link>}
          </li>
        ))}
      </ul>
    </details>
  );
}
