import { useState } from 'react';
import type { CompanyMessageSettings, OwnMessageSettingsView } from '#adapters/http/schemas/messages.ts';
import type { MonthlyCallsView } from '#adapters/http/schemas/platforms.ts';
import { type NoticeKind, noticeKinds } from '#core/message/notice-kinds.ts';
import { Button } from '../kit/button.tsx';
import { Checkbox, Switch } from '../kit/choice.tsx';
import { TextInput } from '../kit/field.tsx';
import { useT } from '../kit/i18n.tsx';
import { MonthlyCalls } from '../kit/monthly-calls.tsx';
import { NumberInput } from '../kit/number-input.tsx';
import { useApi, useMay } from '../kit/session.tsx';
import { ErrorState, Notice, ProblemNotice, Skeleton } from '../kit/states.tsx';
import { useToast } from '../kit/toast.tsx';
import { useMutation } from '../kit/use-mutation.ts';
import { useQuery } from '../kit/use-query.ts';
import { SettingsFrame } from '../settings/settings-frame.tsx';
import './messages.css';
import { SentCards } from './sent-cards.tsx';

/** `/settings/notices`: my cards, the company's rules for them, and what became of those sent. */
export function Page() {
  const t = useT();
  const mayRead = useMay('settings.read');
  return (
    <SettingsFrame title={t('messages.settings')} intro={t('messages.settings_intro')}>
      <div className="j-stack j-settings-form">
        <OwnPart />
        {mayRead && <CompanyPart />}
        {mayRead && <SentCards />}
      </div>
    </SettingsFrame>
  );
}

/** A tick a kind: on means that a card is sent. */
function KindTicks(props: {
  readonly off: readonly NoticeKind[];
  readonly companyOff?: readonly NoticeKind[];
  readonly disabled: boolean;
  readonly onChange: (off: NoticeKind[]) => void;
}) {
  const t = useT();
  const { off, companyOff = [] } = props;
  return (
    <div className="j-kinds">
      {noticeKinds.map((kind) => (
        <Checkbox
          key={kind}
          label={t(`messages.kind_${kind}`)}
          help={companyOff.includes(kind) ? t('messages.off_by_company') : undefined}
          disabled={props.disabled || companyOff.includes(kind)}
          checked={!off.includes(kind) && !companyOff.includes(kind)}
          onChange={(on) => props.onChange(on ? off.filter((one) => one !== kind) : [...off, kind])}
        />
      ))}
    </div>
  );
}

function OwnPart() {
  const t = useT();
  const api = useApi();
  const toast = useToast();
  const settings = useQuery('notices/settings', (signal) =>
    api.get<OwnMessageSettingsView>('/notices/settings', { signal }),
  );
  const saving = useMutation((own: OwnMessageSettingsView['own']) =>
    api.put<OwnMessageSettingsView>('/notices/settings', own),
  );
  if (settings.data === null) {
    return settings.state === 'failed' ? (
      <ErrorState problem={settings.problem} onRetry={settings.reload} />
    ) : (
      <Skeleton />
    );
  }
  const { own, companyOff, cardsPossible, cardsNotSetUp } = settings.data;
  const save = async (next: OwnMessageSettingsView['own']) => {
    settings.setData((before) => ({ ...before, own: next }));
    const answer = await saving.run(next);
    if (answer === null) return settings.reload();
    settings.setData(() => answer);
    toast({ text: t('common.saved') });
  };
  return (
    <section className="j-card j-stack">
      <h2>{t('messages.mine')}</h2>
      {!cardsPossible && (
        <Notice tone="plain">
          <p>{cardsNotSetUp ?? t('messages.no_platform')}</p>
        </Notice>
      )}
      <Switch
        label={t('messages.mine_cards')}
        help={t('messages.mine_cards_help')}
        checked={own.cards}
        disabled={saving.busy}
        onChange={(cards) => void save({ ...own, cards })}
      />
      {own.cards && (
        <fieldset className="j-stack j-stack--tight">
          <legend className="j-legend">{t('messages.kinds')}</legend>
          <KindTicks
            off={own.off}
            companyOff={companyOff}
            disabled={saving.busy}
            onChange={(off) => void save({ ...own, off })}
          />
        </fieldset>
      )}
      <ProblemNotice problem={saving.problem} />
    </section>
  );
}

function CompanyPart() {
  const t = useT();
  const api = useApi();
  const settings = useQuery('messages/settings', (signal) =>
    api.get<CompanyMessageSettings>('/messages/settings', { signal }),
  );
  const calls = useQuery('office-calls', (signal) => api.get<MonthlyCallsView>('/office-calls', { signal }));
  if (settings.data === null) {
    return settings.state === 'failed' ? (
      <ErrorState problem={settings.problem} onRetry={settings.reload} />
    ) : (
      <Skeleton />
    );
  }
  return (
    <section className="j-card j-stack">
      <h2>{t('messages.company')}</h2>
      {calls.data?.quota && <MonthlyCalls quota={calls.data.quota} act="card" />}
      <CompanyForm stored={settings.data} onSaved={(next) => settings.setData(() => next)} />
    </section>
  );
}

function CompanyForm(props: {
  readonly stored: CompanyMessageSettings;
  readonly onSaved: (next: CompanyMessageSettings) => void;
}) {
  const t = useT();
  const api = useApi();
  const toast = useToast();
  const mayWrite = useMay('settings.write');
  const [form, setForm] = useState(props.stored);
  const saving = useMutation((body: CompanyMessageSettings) =>
    api.put<CompanyMessageSettings>('/messages/settings', body),
  );
  const change = (patch: Partial<CompanyMessageSettings>) => setForm((before) => ({ ...before, ...patch }));
  const dirty = JSON.stringify(form) !== JSON.stringify(props.stored);
  const save = async () => {
    const answer = await saving.run(form);
    if (!answer) return;
    props.onSaved(answer);
    toast({ text: t('common.saved') });
  };
  return (
    <form
      className="j-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <p className="j-muted">{t('messages.quiet_help')}</p>
      <div className="j-fields">
        <TextInput
          label={`${t('messages.quiet')} · ${t('messages.quiet_from')}`}
          type="time"
          disabled={!mayWrite}
          value={form.quietFrom}
          error={saving.problem?.forField('quietFrom') ?? null}
          onChange={(quietFrom) => change({ quietFrom })}
        />
        <TextInput
          label={`${t('messages.quiet')} · ${t('messages.quiet_to')}`}
          type="time"
          disabled={!mayWrite}
          value={form.quietTo}
          error={saving.problem?.forField('quietTo') ?? null}
          onChange={(quietTo) => change({ quietTo })}
        />
        <NumberInput
          label={t('messages.digest_minutes')}
          help={t('messages.digest_help')}
          unit={t('messages.minutes')}
          min={0}
          max={240}
          step={5}
          disabled={!mayWrite}
          value={form.digestMinutes}
          onChange={(digestMinutes) => change({ digestMinutes })}
        />
      </div>
      <fieldset className="j-stack j-stack--tight">
        <legend className="j-legend">{t('messages.kinds')}</legend>
        <p className="j-muted j-small">{t('messages.company_kinds')}</p>
        <KindTicks off={form.off} disabled={!mayWrite} onChange={(off) => change({ off })} />
      </fieldset>
      <ProblemNotice problem={saving.problem} />
      {mayWrite && (
        <div className="j-row">
          <Button look="primary" submit busy={saving.busy} disabled={!dirty}>
            {t('common.save')}
          </Button>
        </div>
      )}
    </form>
  );
}
