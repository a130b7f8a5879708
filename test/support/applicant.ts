import type { JobDefinition } from '#core/job/job-definition.ts';
import { nowOf, type TenantContext } from '#core/ports/services.ts';

const definition: JobDefinition = {
  title: '门店服务员',
  industry: 'catering',
  packVersion: 1,
  location: '杭州',
  region: 'cn',
  tasks: [],
  rubric: [],
  questions: [],
  mustHave: [],
  screeningRules: [],
  thresholds: { cutHi: 7, cutLo: 4, rationale: '测试' },
  interview: {
    voice: false,
    video: false,
    preparationSeconds: 0,
    answerSeconds: 180,
    retakes: 0,
    followUps: 0,
    linkDays: 7,
    humanRatesFirst: false,
  },
  reportLayout: { sections: ['suggestion', 'decision', 'limits'], emphasis: [], chart: 'bar' },
  flow: ['screening', 'interview', 'offer'],
  fields: {},
};

/** An application that was scored, for a published job; written row by row. @returns its id */
export async function anApplicant({ services, store, actor }: TenantContext): Promise<string> {
  const at = nowOf(services);
  const [jobId, versionId] = [services.ids.next('job'), services.ids.next('jbv')];
  const [candidateId, id] = [services.ids.next('cnd'), services.ids.next('app')];
  const by = actor.id ?? '';
  await store.commit([
    store.jobs.add({
      id: jobId,
      title: definition.title,
      industry: definition.industry,
      state: 'published',
      draft: definition,
      revision: 1,
      dirty: false,
      currentVersionId: versionId,
      createdBy: by,
      createdAt: at,
      updatedAt: at,
    }),
    store.jobs.addVersion({ id: versionId, jobId, number: 1, definition, publishedBy: by, publishedAt: at }),
    store.candidates.add({
      id: candidateId,
      name: '林晓彤',
      phoneSealed: null,
      phoneKey: null,
      emailSealed: null,
      emailKey: null,
      city: '杭州',
      profile: null,
      edits: null,
      revision: 1,
      mergedInto: null,
      erasedAt: null,
      createdAt: at,
      updatedAt: at,
    }),
    store.applications.add({
      id,
      jobId,
      jobVersionId: versionId,
      candidateId,
      resumeId: null,
      status: 'scored',
      screening: null,
      score10: null,
      suggestion: null,
      createdAt: at,
      updatedAt: at,
    }),
  ]);
  return id;
}
