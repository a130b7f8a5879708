import { useState } from 'react';
import type { ApplicationView, InvitationView } from '#adapters/http/schemas/candidates.ts';
import { Button } from '../kit/button.tsx';
import { RadioGroup } from '../kit/choice.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { useLanguage } from '../kit/i18n.tsx';
import { NumberInput } from '../kit/number-input.tsx';
import { useApi } from '../kit/session.tsx';
import { Notice, ProblemNotice } from '../kit/states.tsx';
import { useMutation } from '../kit/use-mutation.ts';

export type InviteLanguage = 'zh' | 'en';

/** The language of the interview: it decides the page, the questions and how answers are read. */
export function LanguageChoice(props: {
  readonly value: InviteLanguage;
  readonly onChange: (value: InviteLanguage) => void;
}) {
  const { t } = useLanguage();
  return (
    <RadioGroup
      legend={t('candidates.interview_language')}
      value={props.value}
      onChange={props.onChange}
      options={[
        { value: 'zh', label: t('app.language_zh') },
        { value: 'en', label: t('app.language_en') },
      ]}
    />
  );
}

/** How many days a link lives. */
export function DaysChoice(props: { readonly value: number; readonly onChange: (value: number) => void }) {
  const { t } = useLanguage();
  return (
    <NumberInput
      label={t('candidates.link_days')}
      help={t('candidates.link_days_help')}
      value={props.value}
      min={1}
      max={60}
      unit={t('candidates.days')}
      onChange={props.onChange}
    />
  );
}

/** Asks for language and days before a first invitation, for days alone before a new link. */
export function InviteDialog(props: {
  readonly view: ApplicationView;
  readonly deed: 'invite' | 'renew';
  readonly onClose: () => void;
  readonly onInvited: (invitation: InvitationView) => void;
}) {
  const { t, locale } = useLanguage();
  const api = useApi();
  const { view, deed } = props;
  const spoken = view.candidate.profile?.language ?? (locale === 'zh-CN' ? 'zh' : 'en');
  const [lang, setLang] = useState<InviteLanguage>(spoken);
  const [linkDays, setLinkDays] = useState(view.linkDays);
  const invite = useMutation<{ readonly lang?: InviteLanguage; readonly linkDays: number }, InvitationView>(
    (body, idempotencyKey) =>
      api.post(`/applications/${view.id}/invitation${deed === 'renew' ? '/renew' : ''}`, body, {
        idempotencyKey,
      }),
  );
  const send = async () => {
    const answer = await invite.run(deed === 'renew' ? { linkDays } : { lang, linkDays });
    if (answer) props.onInvited(answer);
  };
  return (
    <Dialog
      title={deed === 'renew' ? t('candidates.renew_title') : t('candidates.invite_title')}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>{t('common.cancel')}</Button>
          <Button look="primary" busy={invite.busy} onClick={send}>
            {deed === 'renew' ? t('candidates.renew') : t('candidates.make_link')}
          </Button>
        </>
      }
    >
      <div className="j-stack">
        <p>{deed === 'renew' ? t('candidates.renew_text') : t('candidates.invite_text')}</p>
        {view.candidate.minor === 'guardian' && (
          <Notice tone="warn" title={t('candidates.minor_guardian')}>
            <p>{t('candidates.minor_guardian_text')}</p>
          </Notice>
        )}
        <ProblemNotice problem={invite.problem} />
        {deed === 'invite' && <LanguageChoice value={lang} onChange={setLang} />}
        <DaysChoice value={linkDays} onChange={setLinkDays} />
      </div>
    </Dialog>
  );
}
