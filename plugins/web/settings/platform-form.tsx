import { useEffect, useId, useRef, useState } from 'react';
import type { ChecksView, PlatformView } from '#adapters/http/schemas/platforms.ts';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { TextInput } from '../kit/field.tsx';
import { useT } from '../kit/i18n.tsx';
import { useApi } from '../kit/session.tsx';
import { ProblemNotice } from '../kit/states.tsx';
import { useMutation } from '../kit/use-mutation.ts';
import { useWords, withLabels } from './platform-words.ts';

type Setting = PlatformView['settings'][number];
type Values = Readonly<Record<string, string>>;

interface FormProps {
  readonly platform: PlatformView;
  readonly onClose: () => void;
  readonly onSaved: (checks: ChecksView['checks']) => void;
}

/** What was typed, what of it is missing, and the way to send it. */
function usePlatformForm({ platform, onSaved }: FormProps) {
  const t = useT();
  const api = useApi();
  const { connected } = platform;
  const [values, setValues] = useState<Values>(connected?.settings ?? {});
  const [tried, setTried] = useState(false);
  const saving = useMutation((settings: Values, idempotencyKey) =>
    api.put<ChecksView>(`/platforms/${platform.id}`, { settings }, { idempotencyKey }),
  );
  const isMissing = (setting: Setting) =>
    setting.required && !(connected && setting.secret) && (values[setting.name] ?? '').trim() === '';
  return {
    busy: saving.busy,
    problem: saving.problem,
    field: (setting: Setting) => ({
      value: values[setting.name] ?? '',
      error: tried && isMissing(setting) ? t('settings.office_field_missing') : null,
      onChange: (value: string) => setValues((before) => ({ ...before, [setting.name]: value })),
    }),
    async save() {
      setTried(true);
      if (platform.settings.some(isMissing)) return;
      const answer = await saving.run(values);
      if (answer) onSaved(answer.checks);
    },
  };
}

/** The settings of one platform, its fields as the API names them. Secrets left empty stay as saved. */
export function PlatformForm(props: FormProps) {
  const t = useT();
  const say = useWords();
  const id = useId();
  const { busy, problem, field, save } = usePlatformForm(props);
  const { connected, settings, quota } = props.platform;
  const name = say(props.platform.name);
  const notice = useRef<HTMLDivElement>(null);
  // The form is longer than the dialog: what went wrong must not stay below its edge.
  useEffect(() => {
    if (problem) notice.current?.scrollIntoView({ block: 'nearest' });
  }, [problem]);
  return (
    <Dialog
      title={t(connected ? 'settings.office_change_title' : 'settings.office_connect', { name })}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>{t('common.cancel')}</Button>
          <Button look="primary" submit form={id} busy={busy}>
            {t(connected ? 'settings.office_change_go' : 'settings.office_connect_go')}
          </Button>
        </>
      }
    >
      <form
        id={id}
        className="j-stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <p>{t('settings.office_connect_text', { name })}</p>
        {quota && (
          <p>
            {t('settings.quota_first', {
              edition: say(quota.edition),
              total: quota.callsPerMonth,
              calls: quota.example.calls,
              people: quota.example.people,
              departments: quota.example.departments,
            })}
          </p>
        )}
        {settings.map((setting) => (
          <SettingInput key={setting.name} setting={setting} connected={connected} {...field(setting)} />
        ))}
        <p className="j-small j-muted">{t('settings.office_secret_safe')}</p>
        <div ref={notice}>
          <ProblemNotice problem={withLabels(problem, settings, say)} />
        </div>
      </form>
    </Dialog>
  );
}

function SettingInput(props: {
  readonly setting: Setting;
  readonly connected: PlatformView['connected'];
  readonly value: string;
  readonly error: string | null;
  readonly onChange: (value: string) => void;
}) {
  const t = useT();
  const say = useWords();
  const { setting, connected } = props;
  const saved = connected?.settings[setting.name];
  // The id that names the company stays: another company is another connection.
  const fixed = connected !== null && saved !== undefined && saved === connected.corpId;
  const more = fixed
    ? t('settings.office_company_fixed')
    : connected && setting.secret
      ? t('settings.office_secret_kept')
      : null;
  return (
    <TextInput
      label={say(setting.label)}
      help={
        <>
          {t('settings.office_field_hint', { place: say(setting.hint) })}
          {more && <> {more}</>}
        </>
      }
      type={setting.secret ? 'password' : 'text'}
      autoComplete={setting.secret ? 'new-password' : 'off'}
      autoCapitalize="none"
      spellCheck={false}
      maxLength={2000}
      optional={!setting.required}
      readOnly={fixed}
      value={props.value}
      error={props.error}
      onChange={props.onChange}
    />
  );
}
