import { useEffect, useState } from 'react';
import type { CompanySettings } from '#adapters/http/schemas/company.ts';
import { Button } from '../kit/button.tsx';
import { Switch } from '../kit/choice.tsx';
import { Select, TextInput } from '../kit/field.tsx';
import { useT } from '../kit/i18n.tsx';
import { NumberInput } from '../kit/number-input.tsx';
import { useNavigate, useUnsavedGuard } from '../kit/router.tsx';
import { useApi, useMay } from '../kit/session.tsx';
import { ErrorState, Notice, ProblemNotice, Skeleton } from '../kit/states.tsx';
import { useToast } from '../kit/toast.tsx';
import { useMutation } from '../kit/use-mutation.ts';
import { useQuery } from '../kit/use-query.ts';
import { EraseCompany } from './erase-company.tsx';
import { SettingsFrame } from './settings-frame.tsx';
import { zoneOptions } from './zones.ts';

const regions = ['cn', 'eu', 'us-ny', 'us-il', 'us-ca', 'other'] as const;

/** `/settings`: the company's name, language, law, retention. Those who may not read it go to their account. */
export function Page() {
  const t = useT();
  const api = useApi();
  const navigate = useNavigate();
  const mayRead = useMay('settings.read');
  const company = useQuery(mayRead ? 'company' : null, (signal) =>
    api.get<CompanySettings>('/company', { signal }),
  );
  useEffect(() => {
    if (!mayRead) navigate('/settings/account', { replace: true });
  }, [mayRead, navigate]);
  return (
    <SettingsFrame title={t('settings.company')} intro={t('settings.company_intro')}>
      {company.data === null ? (
        company.state === 'failed' ? (
          <ErrorState problem={company.problem} onRetry={company.reload} />
        ) : (
          <Skeleton />
        )
      ) : (
        <CompanyForm company={company.data} />
      )}
    </SettingsFrame>
  );
}

interface PartProps {
  readonly form: CompanySettings;
  readonly onChange: (patch: Partial<CompanySettings>) => void;
  readonly readOnly: boolean;
}

function CompanyForm(props: { readonly company: CompanySettings }) {
  const t = useT();
  const api = useApi();
  const toast = useToast();
  const mayWrite = useMay('settings.write');
  const [stored, setStored] = useState(props.company);
  const [form, setForm] = useState(props.company);
  const dirty = JSON.stringify(form) !== JSON.stringify(stored);
  useUnsavedGuard(dirty);
  const saving = useMutation((body: CompanySettings, idempotencyKey) =>
    api.put<CompanySettings>('/company', body, { idempotencyKey }),
  );
  const save = async () => {
    const answer = await saving.run({
      ...form,
      name: form.name.trim(),
      contact: form.contact.trim(),
      dataPlace: form.dataPlace.trim(),
    });
    if (!answer) return;
    setStored(answer);
    setForm(answer);
    toast({ text: t('common.saved') });
  };
  const part: PartProps = {
    form,
    readOnly: !mayWrite,
    onChange: (patch) => setForm((before) => ({ ...before, ...patch })),
  };
  return (
    <>
      <form
        className="j-stack j-settings-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {!mayWrite && (
          <Notice tone="plain">
            <p>{t('settings.read_only')}</p>
          </Notice>
        )}
        <AboutPart {...part} nameError={saving.problem?.forField('name') ?? null} />
        <AiPart {...part} />
        <RetentionPart {...part} />
        <ProblemNotice problem={saving.problem} />
        {mayWrite && (
          <div className="j-row">
            <Button look="primary" submit busy={saving.busy} disabled={!dirty || form.name.trim() === ''}>
              {t('common.save')}
            </Button>
            {dirty && <Button onClick={() => setForm(stored)}>{t('settings.discard')}</Button>}
          </div>
        )}
      </form>
      <EraseCompany companyName={stored.name} />
    </>
  );
}

function AboutPart(props: PartProps & { readonly nameError: string | null }) {
  const t = useT();
  const { form, onChange, readOnly } = props;
  return (
    <section className="j-card j-stack">
      <h2>{t('settings.about')}</h2>
      <TextInput
        label={t('settings.company_name')}
        help={t('settings.company_name_help')}
        maxLength={80}
        disabled={readOnly}
        value={form.name}
        error={form.name.trim() === '' ? t('settings.company_name_missing') : props.nameError}
        onChange={(name) => onChange({ name })}
      />
      <TextInput
        label={t('settings.contact')}
        help={t('settings.contact_help')}
        placeholder={t('settings.contact_example')}
        optional
        maxLength={200}
        disabled={readOnly}
        value={form.contact}
        onChange={(contact) => onChange({ contact })}
      />
      <div className="j-fields">
        <Select
          label={t('settings.locale')}
          help={t('settings.locale_help')}
          disabled={readOnly}
          value={form.locale}
          onChange={(locale) => onChange({ locale })}
          options={[
            { value: 'zh-CN', label: t('app.language_zh') },
            { value: 'en-US', label: t('app.language_en') },
          ]}
        />
        <Select
          label={t('settings.zone')}
          help={t('settings.zone_help')}
          disabled={readOnly}
          value={form.zone}
          onChange={(zone) => onChange({ zone })}
          options={zoneOptions(form.zone)}
        />
      </div>
    </section>
  );
}

function AiPart({ form, onChange, readOnly }: PartProps) {
  const t = useT();
  return (
    <section className="j-card j-stack">
      <h2>{t('settings.ai')}</h2>
      <Select
        label={t('settings.region')}
        help={t('settings.region_help')}
        disabled={readOnly}
        value={form.region}
        onChange={(region) => onChange({ region })}
        options={regions.map((value) => ({ value, label: t(`jobs.region_${value}`) }))}
      />
      <Switch
        label={t('settings.blind')}
        help={t('settings.blind_help')}
        disabled={readOnly}
        checked={form.humanRatesFirst}
        onChange={(humanRatesFirst) => onChange({ humanRatesFirst })}
      />
      <Notice tone="plain" title={t('settings.ai_fixed')}>
        <ul>
          <li>{t('settings.ai_fixed_decision')}</li>
          <li>{t('settings.ai_fixed_content')}</li>
          <li>{t('settings.ai_fixed_refuse')}</li>
        </ul>
      </Notice>
    </section>
  );
}

function RetentionPart({ form, onChange, readOnly }: PartProps) {
  const t = useT();
  const days = t('jobs.days');
  return (
    <section className="j-card j-stack">
      <h2>{t('settings.retention')}</h2>
      <p className="j-muted">{t('settings.retention_text')}</p>
      <div className="j-fields">
        <NumberInput
          label={t('settings.video_days')}
          unit={days}
          min={15}
          max={365}
          disabled={readOnly}
          value={form.videoDays}
          onChange={(videoDays) => onChange({ videoDays })}
        />
        <NumberInput
          label={t('settings.audio_days')}
          unit={days}
          min={15}
          max={365}
          disabled={readOnly}
          value={form.audioDays}
          onChange={(audioDays) => onChange({ audioDays })}
        />
        <NumberInput
          label={t('settings.data_days')}
          unit={days}
          min={30}
          max={1095}
          step={30}
          disabled={readOnly}
          value={form.retentionDays}
          onChange={(retentionDays) => onChange({ retentionDays })}
        />
      </div>
      <TextInput
        label={t('settings.data_place')}
        help={t('settings.data_place_help')}
        placeholder={t('settings.data_place_example')}
        maxLength={200}
        disabled={readOnly}
        value={form.dataPlace}
        onChange={(dataPlace) => onChange({ dataPlace })}
      />
      <p className="j-small j-muted">{t('settings.retention_kept')}</p>
    </section>
  );
}
