import { isRecord, unexpected } from '#adapters/shared/platform-call.ts';
import { AppError } from '#core/errors/app-error.ts';
import type { PlatformApprovals } from '#core/ports/platform-approvals.ts';
import type { MirroredRequest, MirroredTask, PlatformTodos, TodoMemory } from '#core/ports/platform-todos.ts';
import type { DingtalkClient } from './client.ts';
import { platformId } from './constants.ts';

/**
 * https://open.dingtalk.com/document/development/oa-approval-process-center-access-example (this and the calls below, read 2026-11)
 */
const base = '/v1.0/workflow/processCentres';
const templateName = '进击审批';
const referenceLabel = '审批编号';
const subjectLabel = '事项';
const longestTitle = 64;
const tasksPerCall = 20;
const tasksPerPage = 40;
/** A lost answer is looked for after this, when the platform must have ended its work. */
const settledMs = 120_000;

const noTemplate: ReadonlySet<string> = new Set(['process.error']);
const nameTaken = 'formName.error';
/** The platform says that there is nothing left to end. */
const overAlready: ReadonlySet<string> = new Set(['integrated.state.invalid', 'process.inst.notExist']);
/** Refusals that leave open whether something was done. */
const vague: ReadonlySet<string> = new Set(['', 'no_json', 'no_code', 'internalError', 'system.error']);

/** Marks in the memory: a call whose answer is not known, and a request that can't be followed any more. */
const tried = '?';
const lost = 'lost';

const codeOf = (error: unknown): string =>
  error instanceof AppError && error.code === 'PLATFORM_UNEXPECTED' ? String(error.details.platformCode) : '';
const surelyRefused = (error: unknown): boolean =>
  error instanceof AppError &&
  (error.code === 'PLATFORM_PERMISSION' ||
    (error.code === 'PLATFORM_UNEXPECTED' && !vague.has(codeOf(error))));

const endings = {
  approved: { status: 'COMPLETED', result: 'agree' },
  rejected: { status: 'COMPLETED', result: 'refuse' },
  withdrawn: { status: 'TERMINATED', result: 'refuse' },
  timed_out: { status: 'TERMINATED', result: 'refuse' },
} as const;

function endOf(task: MirroredTask, taskId: string): object {
  if (task.state === 'agreed') return { taskId: Number(taskId), status: 'COMPLETED', result: 'AGREE' };
  if (task.state === 'refused') return { taskId: Number(taskId), status: 'COMPLETED', result: 'REFUSE' };
  return { taskId: Number(taskId), status: 'CANCELED' };
}

interface Parts {
  readonly client: DingtalkClient;
  readonly approvals: PlatformApprovals;
  readonly now: () => number;
}

/** The company's template of ours, by its name; made where there is none. */
async function template({ client }: Parts, { listUrl }: MirroredRequest): Promise<string> {
  const byName = `${base}/schemaNames/processCodes?name=${encodeURIComponent(templateName)}`;
  const codeIn = (result: unknown): string => {
    if (!isRecord(result) || typeof result.processCode !== 'string')
      throw unexpected(platformId, 'processCode');
    return result.processCode;
  };
  const look = async () =>
    codeIn((await client.api({ method: 'GET', path: byName, repeatable: true })).result);
  const field = (label: string) => ({
    componentType: 'TextField',
    props: { componentId: `TextField-${label}`, label, required: true },
  });
  try {
    return await look();
  } catch (error) {
    if (!noTemplate.has(codeOf(error))) throw error;
  }
  const body = {
    name: templateName,
    description: '由进击同步的审批，请在进击里处理',
    formComponents: [field(referenceLabel), field(subjectLabel)],
    processFeatureConfig: {
      features: [{ name: 'TASK_EXECUTE', runType: 'REDIRECT', pcUrl: listUrl, mobileUrl: listUrl }],
    },
    templateConfig: { hidden: true, disableSendCard: true },
  };
  try {
    return codeIn(
      (await client.api({ method: 'POST', path: `${base}/schemas`, body, repeatable: true })).result,
    );
  } catch (error) {
    if (codeOf(error) !== nameTaken) throw error;
    return look();
  }
}

/** Finds the instance of a try whose answer was lost; null: there is none. Only internal apps may look. */
async function found(
  { approvals, now }: Parts,
  request: MirroredRequest,
  { definitionId, triedAt }: { readonly definitionId: string; readonly triedAt: number },
): Promise<string | null> {
  if (approvals.find === null) return lost;
  if (now() - triedAt < settledMs) {
    const seconds = Math.ceil((settledMs - now() + triedAt) / 1000);
    throw new AppError('PLATFORM_BUSY', { details: { platform: platformId, seconds } });
  }
  const askerId = request.askerId ?? '';
  const trace = {
    requestId: request.key,
    definitionId,
    askerId,
    from: triedAt - settledMs,
    to: triedAt + settledMs,
  };
  for (const id of await approvals.find(trace)) {
    const instance = await approvals.read(id);
    if (instance && [...instance.texts.values()].includes(request.key)) return id;
  }
  return null;
}

/** The instance that carries the tasks; null where a lost one can't be looked for, so that a second would be made. */
async function instance(parts: Parts, request: MirroredRequest, memory: TodoMemory): Promise<string | null> {
  const known = memory.get('instance');
  if (known === lost) return null;
  if (known !== null && !known.startsWith(tried)) return known;
  const definitionId = memory.get('template') ?? (await template(parts, request));
  if (known !== null) {
    const id = await found(parts, request, { definitionId, triedAt: Number(known.slice(1)) }).catch(
      (error) => {
        if (error instanceof AppError && error.code === 'PLATFORM_PERMISSION') return lost;
        throw error;
      },
    );
    if (id !== null) {
      await memory.set({ instance: id });
      return id === lost ? null : id;
    }
  }
  await memory.set({ template: definitionId, instance: `${tried}${parts.now()}` });
  const body = {
    processCode: definitionId,
    originatorUserId: request.askerId,
    title: request.title.zh.slice(0, longestTitle),
    url: request.url,
    formComponentValueList: [
      { name: referenceLabel, value: request.key },
      { name: subjectLabel, value: request.title.zh },
    ],
  };
  try {
    const made = await parts.client.api({
      method: 'POST',
      path: `${base}/instances`,
      body,
      repeatable: false,
    });
    const id = isRecord(made.result) ? made.result.processInstanceId : null;
    if (typeof id !== 'string' || id === '') throw unexpected(platformId, 'no_json');
    await memory.set({ instance: id });
    return id;
  } catch (error) {
    // Nothing was made: the next try is the first one.
    if (surelyRefused(error)) await memory.set({ instance: null, template: null });
    throw error;
  }
}

/** The task that stands in somebody's list under this activity, or null. */
async function standing({ client }: Parts, instanceId: string, task: MirroredTask): Promise<string | null> {
  for (let page = 1; ; page += 1) {
    const query = new URLSearchParams({
      userId: task.personId,
      pageSize: String(tasksPerPage),
      pageNumber: String(page),
    });
    const { taskPage } = await client.api({
      method: 'GET',
      path: `${base}/todoTasks?${query}`,
      repeatable: true,
    });
    if (!isRecord(taskPage) || !Array.isArray(taskPage.list)) throw unexpected(platformId, 'taskPage');
    const rows = taskPage.list.filter(isRecord);
    const mine = rows.find((row) => row.processInstanceId === instanceId && row.activityId === task.key);
    if (mine) return String(mine.taskId);
    if (String(taskPage.hasMore) !== 'true') return null;
  }
}

async function ask(
  parts: Parts,
  instanceId: string,
  task: MirroredTask,
  request: MirroredRequest,
  memory: TodoMemory,
) {
  const name = `task ${task.key}`;
  if (memory.get(name) === tried) {
    const there = await standing(parts, instanceId, task);
    if (there !== null) return memory.set({ [name]: there });
  }
  await memory.set({ [name]: tried });
  const due = task.dueAt !== null && task.dueAt > parts.now() ? { dueTimestamp: task.dueAt } : {};
  const body = {
    processInstanceId: instanceId,
    activityId: task.key,
    tasks: [{ userId: task.personId, url: request.url, ...due }],
  };
  try {
    const made = await parts.client.api({ method: 'POST', path: `${base}/tasks`, body, repeatable: false });
    const [row] = Array.isArray(made.result) ? made.result.filter(isRecord) : [];
    if (row?.taskId === undefined) throw unexpected(platformId, 'no_json');
    await memory.set({ [name]: String(row.taskId) });
  } catch (error) {
    if (surelyRefused(error)) await memory.set({ [name]: null });
    throw error;
  }
}

/** Ends tasks that nobody waits for any more; one that no longer stands in its list has ended already. */
async function finish(parts: Parts, instanceId: string, tasks: readonly MirroredTask[], memory: TodoMemory) {
  const open: { readonly task: MirroredTask; readonly id: string }[] = [];
  for (const task of tasks) {
    const kept = memory.get(`task ${task.key}`);
    if (kept === null) continue;
    const id =
      kept === tried || memory.get(`end ${task.key}`) === tried
        ? await standing(parts, instanceId, task)
        : kept;
    if (id !== null) open.push({ task, id });
  }
  for (let at = 0; at < open.length; at += tasksPerCall) {
    const some = open.slice(at, at + tasksPerCall);
    await memory.set(Object.fromEntries(some.map(({ task }) => [`end ${task.key}`, tried])));
    const body = { processInstanceId: instanceId, tasks: some.map(({ task, id }) => endOf(task, id)) };
    await quietly(parts.client.api({ method: 'PUT', path: `${base}/tasks`, body, repeatable: false }));
  }
  await memory.set(
    Object.fromEntries(
      tasks.flatMap(({ key }) => [
        [`task ${key}`, null],
        [`end ${key}`, null],
        [`done ${key}`, 'yes'],
      ]),
    ),
  );
}

/** A refusal that says that it has ended already is as good as having ended it. */
async function quietly(call: Promise<unknown>): Promise<void> {
  try {
    await call;
  } catch (error) {
    if (!overAlready.has(codeOf(error))) throw error;
  }
}

/**
 * DingTalk's process centre (流程中心): a hidden template of ours, an instance for each request, and its tasks in people's to-do lists.
 * It knows no keys against doubles: what was tried is written down before, and looked for after an answer that was lost.
 */
export function dingtalkTodos(parts: Parts): PlatformTodos {
  return {
    async show(request, memory) {
      // The platform wants somebody in whose name a request stands.
      if (request.askerId === null || memory.get('ended') !== null) return;
      const waiting = request.tasks.filter(({ state }) => state === 'waiting');
      const gone = request.tasks.filter(
        ({ key, state }) => state !== 'waiting' && memory.get(`done ${key}`) === null,
      );
      const instanceId = await instance(parts, request, memory);
      if (instanceId === null) return;
      const missing = waiting.filter(({ key }) => [null, tried].includes(memory.get(`task ${key}`)));
      for (const task of missing) await ask(parts, instanceId, task, request, memory);
      if (gone.length > 0) await finish(parts, instanceId, gone, memory);
      if (request.state === 'pending') return;
      const body = { processInstanceId: instanceId, ...endings[request.state] };
      await quietly(parts.client.api({ method: 'PUT', path: `${base}/instances`, body, repeatable: true }));
      await memory.set({ ended: 'yes' });
    },
  };
}
