import { useState } from 'react';
import type { CompanySettings, PersonView } from '#adapters/http/schemas/company.ts';
import { Button } from '../kit/button.tsx';
import { TextInput } from '../kit/field.tsx';
import { useT } from '../kit/i18n.tsx';
import { PageFrame } from '../kit/page.tsx';
import { useApi, useMay, useSession } from '../kit/session.tsx';
import { ErrorState, ProblemNotice, Skeleton } from '../kit/states.tsx';
import { useMutation } from '../kit/use-mutation.ts';
import { useQuery } from '../kit/use-query.ts';
import './settings.css';

/** `/welcome`: the first thing in a company of one's own, after the sample was removed. */
export function Page() {
  const t = useT();
  const api = useApi();
  const company = useQuery('company', (signal) => api.get<CompanySettings>('/company', { signal }));
  return (
    <PageFrame title={t('settings.welcome_title')} intro={t('settings.welcome_intro')}>
      {company.data === null ? (
        company.state === 'failed' ? (
          <ErrorState problem={company.problem} onRetry={company.reload} />
        ) : (
          <Skeleton />
        )
      ) : (
        <WelcomeForm company={company.data} />
      )}
    </PageFrame>
  );
}

function WelcomeForm(props: { readonly company: CompanySettings }) {
  const t = useT();
  const api = useApi();
  const { person } = useSession();
  const mayName = useMay('staff.manage');
  const [name, setName] = useState('');
  const [contact, setContact] = useState(props.company.contact);
  const [own, setOwn] = useState('');
  const [tried, setTried] = useState(false);
  const start = useMutation(async (body: CompanySettings) => {
    await api.put<CompanySettings>('/company', body);
    if (mayName) await api.patch<PersonView>(`/people/${person.id}`, { name: own.trim() });
    return true;
  });
  const send = async () => {
    setTried(true);
    if (name.trim() === '' || (mayName && own.trim() === '')) return;
    const done = await start.run({ ...props.company, name: name.trim(), contact: contact.trim() });
    // The session carries the names, so the app begins anew.
    if (done) window.location.assign('/');
  };
  return (
    <form
      className="j-card j-stack j-settings-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextInput
        label={t('settings.company_name')}
        help={t('settings.company_name_help')}
        maxLength={80}
        value={name}
        error={tried && name.trim() === '' ? t('settings.company_name_missing') : null}
        onChange={setName}
      />
      <TextInput
        label={t('settings.contact')}
        help={t('settings.contact_help')}
        placeholder={t('settings.contact_example')}
        optional
        maxLength={200}
        value={contact}
        onChange={setContact}
      />
      {mayName && (
        <TextInput
          label={t('settings.own_name')}
          help={t('settings.own_name_help')}
          maxLength={60}
          value={own}
          error={tried && own.trim() === '' ? t('settings.name_missing') : null}
          onChange={setOwn}
        />
      )}
      <ProblemNotice problem={start.problem} />
      <div>
        <Button look="primary" submit busy={start.busy}>
          {t('settings.welcome_start')}
        </Button>
      </div>
    </form>
  );
}
