import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#adapters/database/database.ts';
import { askForApproval } from '#core/approval/ask.ts';
import { saveChain } from '#core/approval/chain-commands.ts';
import { decideApproval, passOnApproval } from '#core/approval/decide-approval.ts';
import { mirrorWork } from '#core/approval/mirror-todo.ts';
import { readApproval } from '#core/approval/read-approvals.ts';
import { withdrawApproval } from '#core/approval/withdraw.ts';
import { offerSubject } from '#core/offer/offer-commands.ts';
import type { ApprovalRow } from '#core/ports/repositories/approvals.ts';
import type { TenantContext } from '#core/ports/services.ts';
import type { Fault } from '../emulators/shared/faults.ts';
import type { ShownTodo, TodoStore } from '../emulators/shared/todo-store.ts';
import { approvalOffice, type Office } from './approval-office.ts';
import type { OfficeCase } from './office-emulator.ts';

interface Desk extends Office {
  readonly todos: TodoStore;
  /** By the platform's ids: the first step asks two, the second one. */
  readonly people: readonly [string, string, string];
  readonly heir: string;
  /** The product as that person uses it. */
  as(personId: string): TenantContext;
}

/**
 * The promise of to-do lists that follow Jinji's own steps, kept by every platform that lets an app write them.
 * @param thorough every fault at every call: on one runtime, because the calls are the same on the other
 */
export function keepsTheTodoPromise(
  office: OfficeCase,
  openDatabase: () => Promise<Database>,
  thorough: boolean,
): void {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase();
  });

  const aDesk = async (rule: 'and' | 'or' = 'and', timeoutHours: number | null = null): Promise<Desk> => {
    const o = await approvalOffice(office, database, 'platform');
    const { todos } = o.emulator;
    if (todos === null) throw new Error('this platform has no to-do lists');
    const [a = '', b = '', c = '', heir = ''] = [...o.emulator.company.people.values()]
      .filter(({ id, state }) => id !== o.asker && state === 'active')
      .map(({ id }) => id);
    const person = (id: string) => ({ kind: 'person' as const, key: `office:${id}` });
    await saveChain(o.context, 'offer', {
      number: 1,
      definition: {
        enabled: true,
        steps: [
          { id: 'one', approvers: [person(a), person(b)], rule, timeoutHours, escalateTo: null },
          { id: 'two', approvers: [person(c)], rule: 'and', timeoutHours: null, escalateTo: null },
        ],
        platform: null,
      },
    });
    const createdAt = o.clock.now().toISOString();
    await o.context.store.commit(
      [a, b, c, heir].map((id) =>
        o.context.store.platform.addAccount({ id, personId: `per_${id}`, createdAt, grantedRoles: [] }),
      ),
    );
    o.emulator.faults.clear();
    const as = (id: string) => ({ ...o.context, actor: { kind: 'person', id: `per_${id}` } as const });
    return { ...o, todos, people: [a, b, c], heir, as };
  };
  const ask = async (o: Office): Promise<ApprovalRow> => {
    const row = await askForApproval(o.context, await offerSubject(o.context, o.applicationId));
    if (!row) throw new Error('nobody had to agree');
    return row;
  };
  const open = (o: Desk) =>
    o.todos
      .all()
      .filter((todo) => todo.open)
      .map(({ personId }) => personId)
      .sort();
  const agrees = (o: Desk, personId: string, { id }: ApprovalRow) =>
    decideApproval(o.as(personId), id, { verdict: 'agreed', reason: '' });
  const resultOf = (todos: readonly ShownTodo[], personId: string) =>
    todos.find((one) => one.personId === personId)?.result;

  describe(`${office.name}: to-do lists`, () => {
    test('everybody who is asked finds the request, and it opens its page inside the client', async () => {
      const o = await aDesk();
      const row = await ask(o);
      await o.work();

      const [a, b] = o.people;
      expect(open(o)).toEqual([a, b].sort());
      const page = `?to=${encodeURIComponent(`/approvals/${row.id}`)}`;
      for (const { url, title } of o.todos.all()) {
        expect(url).toContain(`/open/${o.emulator.platformId}/`);
        expect(url).toContain(page);
        expect(title).toContain('录用审批');
      }
      expect((await readApproval(o.context, row.id)).todo).toMatchObject({ state: 'shown', errorCode: null });
    });

    test('neither the candidate nor the pay leaves the house', async () => {
      const o = await aDesk();
      await ask(o);
      await o.work();
      const sent = JSON.stringify(o.todos.requests());
      expect(sent).toContain(encodeURIComponent('/approvals/'));
      for (const word of ['林晓彤', '6000', '请带身份证']) expect(sent).not.toContain(word);
    });

    test('a word ends its own task; the next step comes when the first is done; the end ends the request', async () => {
      const o = await aDesk();
      const row = await ask(o);
      await o.work();
      const [a, b, c] = o.people;
      await agrees(o, a, row);
      await o.work();
      expect(open(o)).toEqual([b]);
      await agrees(o, b, row);
      await o.work();
      expect(open(o)).toEqual([c]);
      await agrees(o, c, row);
      await o.work();

      expect(open(o)).toEqual([]);
      expect(o.todos.requests()).toHaveLength(1);
      expect(o.todos.requests()[0]?.state).toMatch(/^(APPROVED|agree)$/);
      for (const one of o.people) expect(resultOf(o.todos.all(), one)).toMatch(/^(APPROVED|AGREE)$/);
    });

    test('where one word is enough, the others’ tasks go', async () => {
      const o = await aDesk('or');
      const row = await ask(o);
      await o.work();
      const [a, b, c] = o.people;
      await agrees(o, a, row);
      await o.work();
      expect(open(o)).toEqual([c]);
      expect(resultOf(o.todos.all(), b)).toMatch(/^(DONE|CANCELED)$/);
    });

    test('a refusal ends everything', async () => {
      const o = await aDesk();
      const row = await ask(o);
      await o.work();
      await decideApproval(o.as(o.people[0]), row.id, { verdict: 'refused', reason: '超出预算' });
      await o.work();
      expect(open(o)).toEqual([]);
      expect(o.todos.requests()[0]?.state).toMatch(/^(REJECTED|refuse)$/);
      expect(JSON.stringify(o.todos.requests())).not.toContain('超出预算');
    });

    test('passed on, the task moves to the other one; taken back or timed out, it goes', async () => {
      const o = await aDesk();
      const row = await ask(o);
      await o.work();
      const [a, b] = o.people;
      await passOnApproval(o.as(a), row.id, { to: `office:${o.heir}`, reason: '' });
      await o.work();
      expect(open(o)).toEqual([b, o.heir].sort());
      await withdrawApproval(o.context, row.id, true);
      await o.work();
      expect(open(o)).toEqual([]);
      expect(o.todos.requests()[0]?.state).toMatch(/^(CANCELED|TERMINATED)$/);

      const late = await aDesk('and', 4);
      await ask(late);
      await late.work();
      expect(open(late)).toHaveLength(2);
      late.clock.advance({ hours: 5 });
      await late.work(1);
      expect(open(late)).toEqual([]);
      expect(late.todos.requests()[0]?.state).toBe('TERMINATED');
    });

    test('work that comes twice, late, or in two processes at once makes one request and one task for each', async () => {
      const o = await aDesk();
      const row = await ask(o);
      const twice = [1, 2, 3].map(() => mirrorWork(o.services, o.context.tenantId, row.id));
      await Promise.allSettled(twice);
      await o.work(6);
      await mirrorWork(o.services, o.context.tenantId, row.id);
      expect(o.todos.requests()).toHaveLength(1);
      expect(o.todos.all()).toHaveLength(2);
      expect((await readApproval(o.context, row.id)).todo?.state).toBe('shown');
    });

    const faults: readonly (readonly [string, Fault])[] = [
      ['an answer of 429', { kind: 'status', status: 429 }],
      ['an answer of 500', { kind: 'status', status: 500 }],
      ['a broken connection', { kind: 'lost' }],
      ['an answer that breaks off', { kind: 'cut' }],
      ['a refusal for load', { kind: 'status', status: 503 }],
    ];
    test.each(thorough ? faults : faults.slice(3, 4))(
      '%s at every call in turn: no double, and the lists are right in the end',
      async (_, fault) => {
        for (let at = 1; ; at += 1) {
          const o = await aDesk();
          const row = await ask(o);
          let calls = 0;
          o.emulator.faults.choose = () => {
            calls += 1;
            return calls === at ? fault : null;
          };
          await o.work();
          await agrees(o, o.people[0], row);
          await o.work();
          o.emulator.faults.choose = null;
          await o.work(8);
          expect([at, open(o)]).toEqual([at, [o.people[1]]]);
          await agrees(o, o.people[1], row);
          await agrees(o, o.people[2], row);
          await o.work(8);
          expect([at, open(o)]).toEqual([at, []]);
          expect([at, o.todos.requests().length]).toEqual([at, 1]);
          const asked = o.todos.all().map(({ personId }) => personId);
          expect([at, asked.length]).toEqual([at, new Set(asked).size]);
          if (calls < at) break;
        }
      },
      60_000,
    );

    test('a permission that is lacking is said on the request, and the next change tries again', async () => {
      const o = await aDesk();
      o.emulator.faults.choose = (path) => (path.includes(o.todos.path) ? o.todos.lacking : null);
      const row = await ask(o);
      await o.work(3);
      expect((await readApproval(o.context, row.id)).todo).toMatchObject({
        state: 'stands',
        errorCode: 'PLATFORM_PERMISSION',
      });
      o.emulator.faults.choose = null;
      await agrees(o, o.people[0], row);
      await o.work();
      expect(open(o)).toEqual([o.people[1]]);
      expect((await readApproval(o.context, row.id)).todo?.state).toBe('shown');
    });

    test('no secret, name or pay stands in a log line', async () => {
      const o = await aDesk();
      await ask(o);
      o.emulator.faults.choose = (_, count) => (count % 2 === 0 ? { kind: 'lost' } : null);
      await o.work(20);
      const text = JSON.stringify(o.lines);
      for (const word of [...o.emulator.secrets, '林晓彤', '6000']) expect(text).not.toContain(word);
    });
  });
}
