import { useState } from 'react';
import type { ApplicationView } from '#adapters/http/schemas/candidates.ts';
import { Button } from '../kit/button.tsx';
import { useT } from '../kit/i18n.tsx';
import { lazyPart } from '../kit/lazy-part.tsx';
import { useUnsavedGuard } from '../kit/router.tsx';
import { useApi, useMay } from '../kit/session.tsx';
import { ProblemNotice } from '../kit/states.tsx';
import { useToast } from '../kit/toast.tsx';
import { useMutation } from '../kit/use-mutation.ts';
import { draftOf, type ProfileDraft, type TypedProfile } from './profile-draft.ts';
import { ProfileFacts } from './profile-facts.tsx';

const ProfileForm = lazyPart(async () => (await import('./profile-form.tsx')).ProfileForm);

/** The profile: as it stands with where each fact was read, or every field of it in a form. */
export function ProfileCard(props: {
  readonly view: ApplicationView;
  readonly onShowSource: (field: string) => void;
  readonly reload: () => void;
}) {
  const t = useT();
  const mayWrite = useMay('candidate.write');
  const { view } = props;
  const [draft, setDraft] = useState<ProfileDraft | null>(null);
  const start = () =>
    setDraft(draftOf(view.candidate, view.candidate.minor !== null, t('candidates.present')));
  return (
    <section className="j-card j-stack" aria-labelledby="profile-title">
      <div className="j-row j-row--between">
        <h2 id="profile-title">{t('candidates.profile')}</h2>
        {mayWrite && draft === null && (
          <Button icon="edit" onClick={start}>
            {t('candidates.edit_profile')}
          </Button>
        )}
      </div>
      {draft === null ? (
        <ProfileFacts view={view} onShowSource={props.onShowSource} />
      ) : (
        <EditProfile
          view={view}
          draft={draft}
          onChange={setDraft}
          onDone={() => setDraft(null)}
          reload={props.reload}
        />
      )}
    </section>
  );
}

function EditProfile(props: {
  readonly view: ApplicationView;
  readonly draft: ProfileDraft;
  readonly onChange: (draft: ProfileDraft) => void;
  readonly onDone: () => void;
  readonly reload: () => void;
}) {
  const t = useT();
  const api = useApi();
  const toast = useToast();
  const { candidate } = props.view;
  const [start] = useState(props.draft);
  useUnsavedGuard(props.draft !== start);
  const save = useMutation<TypedProfile, { readonly revision: number }>((profile, idempotencyKey) =>
    api.put(
      `/candidates/${candidate.id}/profile`,
      { revision: candidate.revision, profile },
      { idempotencyKey },
    ),
  );
  const send = async (profile: TypedProfile) => {
    if ((await save.run(profile)) === null) return;
    props.onDone();
    props.reload();
    toast({ text: t('candidates.profile_saved') });
  };
  return (
    <>
      <p className="j-small j-muted">{t('candidates.edit_note')}</p>
      <ProfileForm
        draft={props.draft}
        onChange={props.onChange}
        onSend={send}
        onCancel={props.onDone}
        sendLabel={t('common.save')}
        busy={save.busy}
      />
      <ProblemNotice problem={save.problem} />
    </>
  );
}
