import type { Practice } from '#core/ports/repositories/quality.ts';
import type { TenantContext } from '#core/ports/services.ts';
import { proposeCalibrations, ratingsForCalibration, ratingsForRecheck } from '#core/quality/calibrations.ts';
import { followRate } from '#core/quality/follow-rate.ts';
import { measureQuality, pairsForTrust } from '#core/quality/measure-quality.ts';
import { practiceResult, sampleAnswer } from '#core/quality/practice.ts';
import { interviewsMeasured, ratedAnswers } from '#core/quality/rated-answers.ts';
import { isHidden } from '#core/report/read-report.ts';
import type { CalibrationMap } from '#core/scoring/agreement/calibration-map.ts';
import type { CalibrationView, PracticeView, QualityView } from './schemas/quality.ts';

type Pair = [number, number];

const mapView = (map: CalibrationMap) => ({
  ...map,
  corners: map.corners.map(([raw, people]): Pair => [raw, people]),
});

async function secondRaterRow(
  { store, actor, services }: TenantContext,
  wanted: { readonly applicationId: string; readonly dimensions: readonly string[] },
): Promise<QualityView['secondRater']> {
  const application = await store.applications.get(wanted.applicationId);
  const version = application ? await store.jobs.version(application.jobVersionId) : null;
  if (!application || !version) return [];
  const interview = (await store.interviews.ofApplication(application.id)).at(-1);
  const runs = interview ? await store.reports.runs(interview.id) : [];
  const hidden = isHidden(version, runs, actor.id);
  const candidate = hidden ? null : await store.candidates.get(application.candidateId);
  const known = [
    ...version.definition.rubric.map(({ dimension }) => dimension),
    ...services.templates.dimensions,
  ];
  return [
    {
      applicationId: application.id,
      candidateName: candidate?.name ?? null,
      // Naming them would tell a second rater where to look before they have rated.
      dimensions: (hidden ? [] : wanted.dimensions).map((code) => {
        const name = known.find((one) => one.code === code)?.name;
        return name ? { zh: name.zh, en: name.en } : { zh: code, en: code };
      }),
    },
  ];
}

async function calibrationViews(
  { store }: TenantContext,
  names: ReadonlyMap<string, string | null>,
): Promise<CalibrationView[]> {
  return (await store.quality.calibrations()).map(
    ({ id, map, adoptedAt, adoptedBy, retiredAt, retiredBy }) => ({
      id,
      map: mapView(map),
      adoptedAt,
      adoptedBy: names.get(adoptedBy) ?? null,
      retiredAt,
      retiredBy: retiredBy ? (names.get(retiredBy) ?? null) : null,
    }),
  );
}

/** The newest finished practice of each person. */
async function newestPractices({ store }: TenantContext): Promise<ReadonlyMap<string, Practice>> {
  const newest = new Map<string, Practice>();
  for (const practice of await store.quality.practices()) {
    if (!newest.has(practice.personId)) newest.set(practice.personId, practice);
  }
  return newest;
}

/** Rating quality as the page shows it. */
export async function qualityView(context: TenantContext): Promise<QualityView> {
  const { store } = context;
  const [answers, people, practices, tally] = await Promise.all([
    ratedAnswers(context),
    store.people.list(),
    newestPractices(context),
    store.quality.decisionTally(),
  ]);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const quality = measureQuality(answers);
  const measured = new Map(quality.raters.map((rater) => [rater.raterId, rater]));
  const raterIds = [...new Set([...measured.keys(), ...practices.keys()])].sort();
  return {
    interviews: quality.interviews,
    interviewsMeasured,
    pairsForTrust,
    ratingsForCalibration,
    ratingsForRecheck,
    raters: raterIds.map((raterId) => {
      const practice = practices.get(raterId);
      const result = practice ? practiceResult(practice) : null;
      const { rated = 0, blind = 0, people: withPeople = null, machine = null } = measured.get(raterId) ?? {};
      return {
        raterId,
        name: names.get(raterId) ?? null,
        rated,
        blind,
        people: withPeople,
        machine,
        practice:
          practice?.finishedAt && result
            ? {
                finishedAt: practice.finishedAt,
                qwk: result.agreement.qwk,
                difference: result.bias.difference,
              }
            : null,
      };
    }),
    pairs: quality.pairs.map(({ raterIds: [one, two], agreement, single, average }) => ({
      names: [names.get(one) ?? null, names.get(two) ?? null] as [string | null, string | null],
      agreement,
      single,
      average,
    })),
    scorers: [...quality.scorers],
    secondRater: (
      await Promise.all(quality.secondRater.slice(0, 20).map((wanted) => secondRaterRow(context, wanted)))
    ).flat(),
    decisions: followRate(tally),
    proposals: proposeCalibrations(answers).map(({ map, ...proposal }) => ({
      map: mapView(map),
      ...proposal,
    })),
    calibrations: await calibrationViews(context, names),
  };
}

/** A practice; what the answers were written for is left out until it is handed in. */
export function practiceView(context: TenantContext, practice: Practice): PracticeView {
  const finished = practice.answers !== null;
  return {
    id: practice.id,
    startedAt: practice.startedAt,
    finishedAt: practice.finishedAt,
    items: practice.items.flatMap((item, index) => {
      const sample = sampleAnswer(context, item, practice.lang);
      if (!sample) return [];
      const { name, definition, anchors } = sample.dimension;
      return [
        {
          dimension: { ...name },
          definition: { ...definition },
          anchors: anchors.map((anchor) => ({ ...anchor })),
          text: sample.text,
          given: practice.answers?.[index]?.level ?? null,
          written: finished ? item.level : null,
        },
      ];
    }),
    result: practiceResult(practice),
  };
}
