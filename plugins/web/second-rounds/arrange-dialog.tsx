import { useState } from 'react';
import type { InterviewersView, RoundView } from '#adapters/http/schemas/second-rounds.ts';
import { dayAndTime, momentOf } from '#core/i18n/zoned-time.ts';
import { roundMinutes } from '#core/second-round/second-round.ts';
import { Button } from '../kit/button.tsx';
import { Checkbox, RadioGroup } from '../kit/choice.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { TextArea, TextInput } from '../kit/field.tsx';
import { useLanguage, useT } from '../kit/i18n.tsx';
import { NumberInput } from '../kit/number-input.tsx';
import { PeoplePicker } from '../kit/people-picker.tsx';
import { PersonName } from '../kit/person-name.tsx';
import { useApi } from '../kit/session.tsx';
import { ErrorState, ProblemNotice, Skeleton } from '../kit/states.tsx';
import { useToast } from '../kit/toast.tsx';
import { useMutation } from '../kit/use-mutation.ts';
import { useQuery } from '../kit/use-query.ts';
import { BusyCheck } from './busy-check.tsx';
import './rounds.css';

/** What the dialog holds while it is open. */
export interface RoundForm {
  readonly day: string;
  readonly time: string;
  readonly minutes: number;
  readonly kind: 'onsite' | 'link' | 'platform';
  readonly text: string;
  readonly interviewerIds: readonly string[];
  readonly note: string;
}

function firstForm(round: RoundView | null, zone: string): RoundForm {
  if (!round)
    return { day: '', time: '', minutes: 45, kind: 'onsite', text: '', interviewerIds: [], note: '' };
  const { kind, text } = round.place;
  return {
    ...dayAndTime(round.startsAt, zone),
    minutes: round.minutes,
    kind,
    text: kind === 'platform' ? '' : (text ?? ''),
    interviewerIds: round.interviewers.map(({ id }) => id),
    note: round.note ?? '',
  };
}

interface Props {
  readonly applicationId: string;
  readonly round: RoundView | null;
  readonly onSaved: (round: RoundView) => void;
  readonly onClose: () => void;
}

/** What is typed, and sending it. */
function useArranging({ applicationId, round, onSaved, onClose }: Props) {
  const t = useT();
  const api = useApi();
  const toast = useToast();
  const { zone } = useLanguage();
  const [form, setForm] = useState(() => firstForm(round, zone));
  const [asked, setAsked] = useState(false);
  const saving = useMutation((body: object, idempotencyKey) =>
    round
      ? api.put<RoundView>(
          `/second-rounds/${round.id}`,
          { revision: round.revision, ...body },
          { idempotencyKey },
        )
      : api.post<RoundView>(`/applications/${applicationId}/second-rounds`, body, { idempotencyKey }),
  );
  const startsAt = momentOf(form, zone);
  const send = async () => {
    setAsked(true);
    if (startsAt === null) return;
    const { minutes, kind, text, interviewerIds, note } = form;
    const place = { kind, text: kind === 'platform' ? '' : text.trim() };
    const answer = await saving.run({ startsAt, minutes, place, interviewerIds, note: note.trim() || null });
    if (!answer) return;
    onSaved(answer);
    onClose();
    toast({ text: t(round ? 'rounds.changed' : 'rounds.arranged') });
  };
  const timeMissing = asked && startsAt === null ? t('rounds.time_missing') : null;
  const change = (patch: Partial<RoundForm>) => setForm((before) => ({ ...before, ...patch }));
  return { form, change, startsAt, saving, send, timeMissing };
}

/** Arranges a second round, or changes one. */
export function ArrangeDialog(props: Props) {
  const t = useT();
  const api = useApi();
  const arranging = useArranging(props);
  const people = useQuery('interviewers', (signal) => api.get<InterviewersView>('/interviewers', { signal }));
  return (
    <Dialog
      wide
      title={t(props.round ? 'rounds.move' : 'rounds.arrange_title')}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>{t('common.cancel')}</Button>
          <Button
            look="primary"
            busy={arranging.saving.busy}
            disabled={arranging.form.interviewerIds.length === 0}
            onClick={() => void arranging.send()}
          >
            {t('rounds.save')}
          </Button>
        </>
      }
    >
      {people.data === null ? (
        people.state === 'failed' ? (
          <ErrorState problem={people.problem} onRetry={people.reload} />
        ) : (
          <Skeleton lines={4} />
        )
      ) : (
        <Fields {...arranging} people={people.data} exceptId={props.round?.id ?? null} />
      )}
    </Dialog>
  );
}

function Fields(
  props: ReturnType<typeof useArranging> & {
    readonly people: InterviewersView;
    readonly exceptId: string | null;
  },
) {
  const t = useT();
  const { form, change, startsAt, saving, people } = props;
  const problemOf = (field: string) => saving.problem?.forField(field) ?? null;
  return (
    <div className="j-stack">
      <TimeFields form={form} onChange={change} error={props.timeMissing ?? problemOf('startsAt')} />
      <PlaceFields
        form={form}
        onChange={change}
        platformMeetings={people.platformMeetings}
        error={problemOf('place/text')}
      />
      {people.calendarLimits !== null && <p className="j-small j-muted">{people.calendarLimits}</p>}
      <PeopleFields form={form} onChange={change} people={people} />
      {startsAt !== null && form.interviewerIds.length > 0 && (
        <BusyCheck
          key={`${startsAt} ${form.minutes} ${form.interviewerIds.join()}`}
          startsAt={startsAt}
          minutes={form.minutes}
          interviewerIds={form.interviewerIds}
          exceptId={props.exceptId}
        />
      )}
      <TextArea
        label={t('rounds.note')}
        help={t('rounds.note_help')}
        optional
        rows={2}
        maxLength={1000}
        value={form.note}
        onChange={(note) => change({ note })}
      />
      <ProblemNotice problem={saving.problem} />
    </div>
  );
}

interface PartProps {
  readonly form: RoundForm;
  readonly onChange: (patch: Partial<RoundForm>) => void;
}

function TimeFields(props: PartProps & { readonly error: string | null }) {
  const t = useT();
  const { zone } = useLanguage();
  const { form, onChange } = props;
  return (
    <div className="j-fields">
      <TextInput
        label={t('rounds.day')}
        type="date"
        value={form.day}
        error={props.error}
        onChange={(day) => onChange({ day })}
      />
      <TextInput
        label={t('rounds.time')}
        help={t('rounds.time_zone', { zone })}
        type="time"
        value={form.time}
        onChange={(time) => onChange({ time })}
      />
      <NumberInput
        label={t('rounds.minutes')}
        unit={t('rounds.minute_unit')}
        min={roundMinutes.min}
        max={roundMinutes.max}
        step={5}
        value={form.minutes}
        onChange={(minutes) => onChange({ minutes })}
      />
    </div>
  );
}

function PlaceFields(
  props: PartProps & { readonly platformMeetings: boolean; readonly error: string | null },
) {
  const t = useT();
  const { form, onChange } = props;
  return (
    <>
      <RadioGroup<RoundForm['kind']>
        legend={t('rounds.where')}
        value={form.kind}
        onChange={(kind) => onChange({ kind, text: '' })}
        options={[
          { value: 'onsite', label: t('rounds.where_onsite') },
          { value: 'link', label: t('rounds.where_link') },
          ...(props.platformMeetings || form.kind === 'platform'
            ? [{ value: 'platform' as const, label: t('rounds.where_platform') }]
            : []),
        ]}
      />
      {form.kind === 'onsite' && (
        <TextInput
          label={t('rounds.address')}
          placeholder={t('rounds.address_example')}
          maxLength={200}
          value={form.text}
          error={props.error}
          onChange={(text) => onChange({ text })}
        />
      )}
      {form.kind === 'link' && (
        <TextInput
          label={t('rounds.link')}
          placeholder="https://"
          inputMode="url"
          maxLength={500}
          value={form.text}
          error={props.error}
          onChange={(text) => onChange({ text })}
        />
      )}
    </>
  );
}

function PeopleFields(props: PartProps & { readonly people: InterviewersView }) {
  const t = useT();
  const { form, onChange } = props;
  const toggle = (id: string, on: boolean) =>
    onChange({
      interviewerIds: on ? [...form.interviewerIds, id] : form.interviewerIds.filter((one) => one !== id),
    });
  return (
    <fieldset className="j-stack j-stack--tight">
      <legend className="j-legend">{t('rounds.interviewers')}</legend>
      <p className="j-small j-muted">{t('rounds.interviewers_help')}</p>
      <div className="j-round-choices">
        {props.people.items.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={<PersonName id={id} name={name} fallback={t('messages.colleague')} />}
            checked={form.interviewerIds.includes(id)}
            onChange={(on) => toggle(id, on)}
          />
        ))}
      </div>
      <PeoplePicker
        title={t('rounds.interviewers')}
        among={props.people.items.map(({ id }) => id)}
        onPicked={(ids) => onChange({ interviewerIds: [...new Set([...form.interviewerIds, ...ids])] })}
      />
    </fieldset>
  );
}
