import { expect, test } from 'vitest';
import type { JobView } from '#adapters/http/schemas/jobs.ts';
import type { JobDefinition } from '#core/job/job-definition.ts';
import { DraftKeeper } from '#plugins/web/jobs/draft-keeper.ts';
import { ApiProblem } from '#plugins/web/kit/api-problem.ts';

const draft = { title: '服务员', tasks: ['点单'], location: '' } as unknown as JobDefinition;

const job = (revision: number, over: Partial<JobDefinition> = {}): JobView =>
  ({ id: 'job_1', revision, draft: { ...draft, ...over } }) as unknown as JobView;

const problem = (code: string, status: number) =>
  new ApiProblem({ code, status, title: code, remedy: '', requestId: null, errors: [] });

/** A server that keeps one draft, and a clock that runs when told. */
function ground(stored: JobView = job(1)) {
  const server = { stored, saves: [] as JobDefinition[], fail: null as ApiProblem | null };
  let due: (() => void) | null = null;
  const keeper = new DraftKeeper(stored, {
    save: async (revision, sent) => {
      if (server.fail) throw server.fail;
      if (revision !== server.stored.revision) throw problem('CONFLICT', 409);
      server.saves.push(sent);
      server.stored = { ...server.stored, revision: revision + 1, draft: sent };
      return server.stored;
    },
    load: async () => server.stored,
    later: (run) => {
      due = run;
      return () => {
        due = null;
      };
    },
  });
  return { server, keeper, pass: () => due?.() };
}

test('several quick changes are stored as one, after the pause', async () => {
  const { server, keeper, pass } = ground();

  keeper.change((before) => ({ ...before, title: '服务员 A' }));
  keeper.change((before) => ({ ...before, title: '服务员 AB' }));
  expect(keeper.now().save.kind).toBe('waiting');
  pass();
  expect(await keeper.saveNow()).toBe(2);

  expect(server.saves.map(({ title }) => title)).toEqual(['服务员 AB']);
  expect(keeper.now().save.kind).toBe('saved');
});

test('a change while saving is stored by the next request, never lost and never at the same time', async () => {
  const { server, keeper } = ground();

  keeper.change((before) => ({ ...before, title: '一' }));
  const saving = keeper.saveNow();
  keeper.change((before) => ({ ...before, title: '二' }));
  await saving;

  expect(server.saves.map(({ title }) => title)).toEqual(['一', '二']);
  expect(keeper.now().save.kind).toBe('saved');
});

test('a colleague’s change of another part is joined without a question', async () => {
  const { server, keeper } = ground();
  keeper.change((before) => ({ ...before, title: '早班服务员' }));
  server.stored = job(5, { location: '上海' });

  expect(await keeper.saveNow()).toBe(6);

  expect(server.stored.draft).toMatchObject({ title: '早班服务员', location: '上海' });
  expect(keeper.now()).toMatchObject({ merges: 1, generation: 1, conflict: null });
});

test('the same part changed by both waits for the reader, who may take either side', async () => {
  for (const [taken, title] of [
    [[], '我的'],
    [['title'], '同事的'],
  ] as const) {
    const { server, keeper } = ground();
    keeper.change((before) => ({ ...before, title: '我的' }));
    server.stored = job(5, { title: '同事的' });

    expect(await keeper.saveNow()).toBeNull();
    expect(keeper.now().conflict?.sections).toEqual(['title']);
    expect(keeper.now().draft.title).toBe('我的');
    await keeper.settle(taken);

    expect(server.stored.draft.title).toBe(title);
    expect(keeper.now()).toMatchObject({ conflict: null, save: { kind: 'saved' } });
  }
});

test('a failed save keeps what was typed and is made good by the next try', async () => {
  const { server, keeper } = ground();
  keeper.change((before) => ({ ...before, title: '新名称' }));
  server.fail = problem('NETWORK', 0);

  expect(await keeper.saveNow()).toBeNull();
  expect(keeper.now()).toMatchObject({ save: { kind: 'failed' }, draft: { title: '新名称' } });

  server.fail = null;
  expect(await keeper.saveNow()).toBe(2);
  expect(server.stored.draft.title).toBe('新名称');
});

test('an empty title is not sent, and an empty task line is no task', async () => {
  const { server, keeper } = ground();
  keeper.change((before) => ({ ...before, title: ' ' }));
  expect(await keeper.saveNow()).toBeNull();
  expect(keeper.now().save.kind).toBe('incomplete');

  keeper.change((before) => ({ ...before, title: '服务员', tasks: ['点单', ''] }));
  expect(await keeper.saveNow()).toBe(1);
  expect(server.saves).toEqual([]);
  expect(keeper.now().draft.tasks).toEqual(['点单', '']);
});
