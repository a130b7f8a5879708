import type { CalibrationView, ProposalView, QualityView } from '#adapters/http/schemas/quality.ts';
import type { PlainMessageKey } from '#core/i18n/translator.ts';
import { Button } from '../kit/button.tsx';
import { useConfirm } from '../kit/confirm.tsx';
import { DateTime } from '../kit/date-time.tsx';
import { useT } from '../kit/i18n.tsx';
import { useApi, useMay } from '../kit/session.tsx';
import { Badge, Notice, ProblemNotice } from '../kit/states.tsx';
import { Table } from '../kit/table.tsx';
import { useToast } from '../kit/toast.tsx';
import { useMutation } from '../kit/use-mutation.ts';
import { ComparisonWords, fixed } from './comparison.tsx';

const families = ['behavioural', 'situational', 'knowledge', 'introduction', 'code'] as const;

function useFamilyName(): (family: string) => string {
  const t = useT();
  return (family) => {
    const known = families.find((one) => one === family);
    return known ? t(`quality.family_${known}` as PlainMessageKey) : family;
  };
}

function Corners(props: { readonly map: ProposalView['map'] }) {
  const t = useT();
  const familyName = useFamilyName();
  const caption = t('quality.map_caption', { family: familyName(props.map.family) });
  return (
    <details>
      <summary>{caption}</summary>
      <Table
        caption={caption}
        columns={[
          { id: 'raw', header: t('quality.map_raw'), role: 'main', cell: ([raw]) => fixed(raw, 1) },
          { id: 'people', header: t('quality.map_people'), cell: ([, people]) => fixed(people, 1) },
        ]}
        rows={props.map.corners}
        rowKey={([raw]) => String(raw)}
      />
    </details>
  );
}

function Proposal(props: {
  readonly proposal: ProposalView;
  readonly view: QualityView;
  readonly onDone: (view: QualityView) => void;
}) {
  const t = useT();
  const api = useApi();
  const ask = useConfirm();
  const toast = useToast();
  const mayCalibrate = useMay('calibration.write');
  const familyName = useFamilyName();
  const { proposal, view } = props;
  const adopt = useMutation((version: string, idempotencyKey) =>
    api.post<QualityView>('/quality/calibrations', { version }, { idempotencyKey }),
  );
  const { map, errorNow, errorThen, adoptable } = proposal;
  const lacking = view.ratingsForCalibration - map.ratings;
  const inForce = view.calibrations.some((one) => one.retiredAt === null && one.map.version === map.version);
  const press = async () => {
    const sure = await ask({
      title: t('quality.adopt_confirm_title'),
      text: t('quality.adopt_confirm'),
      confirmLabel: t('quality.adopt'),
    });
    const next = sure ? await adopt.run(map.version) : null;
    if (!next) return;
    toast({ text: t('quality.adopted') });
    props.onDone(next);
  };
  if (inForce) return null;
  return (
    <li className="j-card j-stack j-stack--tight">
      <h3>{t('quality.proposal', { family: familyName(map.family), count: map.ratings })}</h3>
      <p>{t('quality.proposal_error', { before: fixed(errorNow), after: fixed(errorThen) })}</p>
      <p className="j-small j-muted">
        {t('quality.scorer')} {map.scorerVersion}
      </p>
      <Corners map={map} />
      <ProblemNotice problem={adopt.problem} />
      {!adoptable && (
        <p className="j-small">
          {lacking > 0 ? t('quality.proposal_few', { count: lacking }) : t('quality.proposal_worse')}
        </p>
      )}
      {adoptable && mayCalibrate && (
        <div>
          <Button look="primary" busy={adopt.busy} onClick={press}>
            {t('quality.adopt')}
          </Button>
        </div>
      )}
    </li>
  );
}

function Adopted(props: {
  readonly calibration: CalibrationView;
  readonly view: QualityView;
  readonly onDone: (view: QualityView) => void;
}) {
  const t = useT();
  const api = useApi();
  const ask = useConfirm();
  const toast = useToast();
  const mayCalibrate = useMay('calibration.write');
  const familyName = useFamilyName();
  const { calibration, view } = props;
  const { map, retiredAt } = calibration;
  const retire = useMutation((id: string, idempotencyKey) =>
    api.post<QualityView>(`/quality/calibrations/${id}/retire`, {}, { idempotencyKey }),
  );
  const now = view.proposals.find(
    (one) => one.map.family === map.family && one.map.scorerVersion === map.scorerVersion,
  );
  const since = (now?.map.ratings ?? 0) - map.ratings;
  const press = async () => {
    const sure = await ask({
      title: t('quality.retire_confirm_title'),
      text: t('quality.retire_confirm'),
      confirmLabel: t('quality.retire'),
    });
    const next = sure ? await retire.run(calibration.id) : null;
    if (!next) return;
    toast({ text: t('quality.retired_done') });
    props.onDone(next);
  };
  return (
    <li className="j-card j-stack j-stack--tight">
      <div className="j-row j-row--between">
        <h3>{familyName(map.family)}</h3>
        <Badge tone={retiredAt === null ? 'good' : 'plain'}>
          {t(retiredAt === null ? 'quality.in_force' : 'quality.retired')}
        </Badge>
      </div>
      <p className="j-small j-muted">
        <DateTime iso={calibration.adoptedAt} /> ·{' '}
        {t('quality.adopted_by', { name: calibration.adoptedBy ?? t('common.unknown') })} · {map.version}
      </p>
      <Corners map={map} />
      {retiredAt === null && since >= view.ratingsForRecheck && (
        <Notice tone="warn">{t('quality.recheck', { count: since })}</Notice>
      )}
      <ProblemNotice problem={retire.problem} />
      {retiredAt === null && mayCalibrate && (
        <div>
          <Button busy={retire.busy} onClick={press}>
            {t('quality.retire')}
          </Button>
        </div>
      )}
    </li>
  );
}

/** The scorer beside people, and calibrating it. */
export function MachineTab(props: {
  readonly view: QualityView;
  readonly onView: (view: QualityView) => void;
}) {
  const t = useT();
  const familyName = useFamilyName();
  const { view, onView } = props;
  return (
    <div className="j-stack j-stack--loose">
      {view.scorers.length === 0 && <p>{t('quality.machine_none')}</p>}
      {view.scorers.length > 0 && (
        <Table
          caption={t('quality.tab_machine')}
          columns={[
            {
              id: 'family',
              header: t('quality.family'),
              role: 'main',
              cell: (row) => familyName(row.family),
            },
            { id: 'version', header: t('quality.scorer'), cell: (row) => row.scorerVersion },
            {
              id: 'people',
              header: t('quality.agreement'),
              cell: (row) => <ComparisonWords value={row.comparison} trust={view.pairsForTrust} />,
            },
          ]}
          rows={view.scorers}
          rowKey={(row) => `${row.scorerVersion}${row.family}`}
        />
      )}
      <section className="j-stack">
        <h2>{t('quality.calibration_title')}</h2>
        <p className="j-muted">{t('quality.calibration_help')}</p>
        {view.proposals.length === 0 && (
          <p>{t('quality.calibration_none', { count: view.ratingsForCalibration })}</p>
        )}
        <ul className="j-stack">
          {view.proposals.map((proposal) => (
            <Proposal key={proposal.map.version} proposal={proposal} view={view} onDone={onView} />
          ))}
        </ul>
      </section>
      {view.calibrations.length > 0 && (
        <section className="j-stack">
          <h2>{t('quality.history')}</h2>
          <ul className="j-stack">
            {view.calibrations.map((one) => (
              <Adopted key={one.id} calibration={one} view={view} onDone={onView} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
