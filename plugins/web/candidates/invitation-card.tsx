import { useState } from 'react';
import type { ApplicationView, InvitationView } from '#adapters/http/schemas/candidates.ts';
import { Button } from '../kit/button.tsx';
import { useConfirm } from '../kit/confirm.tsx';
import { DateTime } from '../kit/date-time.tsx';
import { useT } from '../kit/i18n.tsx';
import { lazyPart } from '../kit/lazy-part.tsx';
import { useApi, useMay } from '../kit/session.tsx';
import { Badge, ProblemNotice, type Tone } from '../kit/states.tsx';
import { useToast } from '../kit/toast.tsx';
import { useMutation } from '../kit/use-mutation.ts';
import { newestInterview } from './candidate-words.tsx';
import { InviteDialog } from './invite-dialog.tsx';

const InvitationDialog = lazyPart(async () => (await import('./invitation-dialog.tsx')).InvitationDialog);

type Linked = ApplicationView['interviews'][number];
type LinkState = NonNullable<Linked['link']>['state'];

const linkTones: Readonly<Record<LinkState, Tone>> = { active: 'good', expired: 'warn', revoked: 'plain' };

/** The invitation: its link's state and everything that can be done with it. */
export function InvitationCard(props: { readonly view: ApplicationView; readonly reload: () => void }) {
  const t = useT();
  const { view } = props;
  const interview = newestInterview(view);
  return (
    <section className="j-card j-stack" aria-labelledby="invitation-title">
      <h2 id="invitation-title">{t('candidates.invitation')}</h2>
      {interview ? (
        <InterviewFacts interview={interview} />
      ) : (
        <p className="j-muted">{t('candidates.not_invited')}</p>
      )}
      <Deeds view={view} interview={interview} reload={props.reload} />
    </section>
  );
}

function InterviewFacts(props: { readonly interview: Linked }) {
  const t = useT();
  const { interview } = props;
  const { link } = interview;
  return (
    <dl className="j-facts">
      <div className="j-fact">
        <dt>{t('candidates.interview_state')}</dt>
        <dd>{t(`candidates.interview_${interview.state}`)}</dd>
      </div>
      {link && interview.open && (
        <div className="j-fact">
          <dt>{t('candidates.link')}</dt>
          <dd>
            <Badge tone={linkTones[link.state]}>{t(`candidates.link_${link.state}`)}</Badge>
            {link.state === 'active' && (
              <span className="j-small">
                {t('candidates.valid_until')} <DateTime iso={link.expiresAt} />
              </span>
            )}
          </dd>
        </div>
      )}
      {interview.talentPool && (
        <div className="j-fact">
          <dt>{t('candidates.talent_pool')}</dt>
          <dd>{t('candidates.talent_pool_yes')}</dd>
        </div>
      )}
      {interview.submittedAt && (
        <div className="j-fact">
          <dt>{t('candidates.submitted_at')}</dt>
          <dd>
            <DateTime iso={interview.submittedAt} />
          </dd>
        </div>
      )}
    </dl>
  );
}

function Deeds(props: {
  readonly view: ApplicationView;
  readonly interview: Linked | null;
  readonly reload: () => void;
}) {
  const t = useT();
  const mayInvite = useMay('interview.invite');
  const { view, interview, reload } = props;
  const [inviting, setInviting] = useState<'invite' | 'renew' | null>(null);
  const [shown, setShown] = useState<InvitationView | null>(null);
  if (!mayInvite || !view.mayInvite) return null;
  const open = interview?.open === true;
  const tooYoung = view.candidate.minor === 'too_young';
  return (
    <>
      {open ? (
        <OpenLinkDeeds
          view={view}
          interview={interview}
          onShown={setShown}
          onRenew={() => setInviting('renew')}
          reload={reload}
        />
      ) : (
        <div>
          <Button look="primary" icon="link" disabled={tooYoung} onClick={() => setInviting('invite')}>
            {interview ? t('candidates.invite_again') : t('candidates.invite')}
          </Button>
        </div>
      )}
      {inviting && (
        <InviteDialog
          view={view}
          deed={inviting}
          onClose={() => setInviting(null)}
          onInvited={(invitation) => {
            setInviting(null);
            setShown(invitation);
            reload();
          }}
        />
      )}
      {shown && <InvitationDialog view={view} invitation={shown} onClose={() => setShown(null)} />}
    </>
  );
}

function OpenLinkDeeds(props: {
  readonly view: ApplicationView;
  readonly interview: Linked;
  readonly onShown: (invitation: InvitationView) => void;
  readonly onRenew: () => void;
  readonly reload: () => void;
}) {
  const t = useT();
  const api = useApi();
  const confirm = useConfirm();
  const toast = useToast();
  const { view, reload } = props;
  const path = `/applications/${view.id}/invitation`;
  const active = props.interview.link?.state === 'active';
  const show = useMutation<null, InvitationView>((_, idempotencyKey) =>
    api.post(`${path}/show`, {}, { idempotencyKey }),
  );
  const revoke = useMutation<null, true>(async (_, idempotencyKey) => {
    await api.post(`${path}/revoke`, {}, { idempotencyKey });
    return true;
  });
  const showLink = async () => {
    const invitation = await show.run(null);
    if (invitation) props.onShown(invitation);
  };
  const revokeLink = async () => {
    const sure = await confirm({
      title: t('candidates.revoke_title'),
      text: t('candidates.revoke_text'),
      confirmLabel: t('candidates.revoke'),
      danger: true,
    });
    if (!sure || !(await revoke.run(null))) return;
    reload();
    toast({ text: t('candidates.revoked') });
  };
  return (
    <>
      <ProblemNotice problem={show.problem ?? revoke.problem} />
      <div className="j-row">
        {active && (
          <Button look="primary" icon="link" busy={show.busy} onClick={showLink}>
            {t('candidates.show_link')}
          </Button>
        )}
        <Button look={active ? 'normal' : 'primary'} icon="refresh" onClick={props.onRenew}>
          {t('candidates.renew')}
        </Button>
        {active && (
          <Button icon="lock" busy={revoke.busy} onClick={revokeLink}>
            {t('candidates.revoke')}
          </Button>
        )}
      </div>
    </>
  );
}
