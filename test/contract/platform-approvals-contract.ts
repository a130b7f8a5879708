import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#adapters/database/database.ts';
import { moveApplication } from '#core/application/move-application.ts';
import { advanceWork } from '#core/approval/advance-approval.ts';
import { askForApproval, previewApproval } from '#core/approval/ask.ts';
import type { ApproverRule } from '#core/approval/chain.ts';
import { saveChain } from '#core/approval/chain-commands.ts';
import { decideApproval } from '#core/approval/decide-approval.ts';
import { withdrawApproval } from '#core/approval/withdraw.ts';
import { AppError } from '#core/errors/app-error.ts';
import { offerSubject } from '#core/offer/offer-commands.ts';
import type { ApprovalRow } from '#core/ports/repositories/approvals.ts';
import type { Fault } from '../emulators/shared/faults.ts';
import type { ApprovalCase, Office } from './approval-office.ts';

/**
 * The promise of a platform's approvals, kept by every adapter against its emulator.
 * @param thorough every fault at every call
 */
export function keepsTheApprovalPromise(
  given: ApprovalCase,
  openDatabase: () => Promise<Database>,
  thorough = true,
): void {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase();
  });

  const anOffice = (deciders: 'platform' | 'jinji' = 'platform') => given.open(database, deciders);
  const ask = async (o: Office): Promise<ApprovalRow> => {
    const row = await askForApproval(o.context, await offerSubject(o.context, o.applicationId));
    if (!row) throw new Error('nobody had to agree');
    return row;
  };
  const now = async (o: Office, { id }: ApprovalRow): Promise<ApprovalRow> => {
    const row = await o.context.store.approvals.get(id);
    if (!row) throw new Error('the request is gone');
    return row;
  };
  const offerState = async (o: Office) =>
    (await o.context.store.offers.ofApplication(o.applicationId))[0]?.state;
  /** Everybody who is asked agrees, until it is over. */
  const agreeAll = (o: Office, instanceId: string): void => {
    const { engine } = o.emulator.approvals;
    for (let [next] = engine.waiting(instanceId); next; [next] = engine.waiting(instanceId)) {
      engine.act(instanceId, next, { verdict: 'agreed', comment: '同意' });
    }
  };

  /** A step of Jinji's own beside the form on the platform. */
  const withOwnStep = async (o: Office, approver: ApproverRule): Promise<void> => {
    await saveChain(o.context, 'offer', {
      number: 1,
      definition: {
        enabled: true,
        steps: [{ id: 'one', approvers: [approver], rule: 'or', timeoutHours: null, escalateTo: null }],
        platform: (await o.context.store.approvals.chain('offer'))?.definition.platform ?? null,
      },
    });
  };
  /** Where nobody can tell whether an answerless try made an instance, a person is asked to look, and nothing is sent twice. */
  const saysThatItIsUnclear = async (o: Office, row: ApprovalRow): Promise<void> => {
    await o.work(30);
    expect(await now(o, row)).toMatchObject({
      state: 'withdrawn',
      ledger: { stage: 'refused', errorCode: 'APPROVAL_UNCLEAR' },
    });
    expect(await offerState(o)).toBe('draft');
    expect(o.emulator.approvals.engine.instances()).toEqual([]);
  };

  describe(`${given.name}: approvals`, () => {
    test('the form is filled by the mapping, sent once, and followed by events to the end', async () => {
      const o = await anOffice();
      const row = await ask(o);
      await o.work(1);

      const [made, ...more] = o.emulator.approvals.engine.instances();
      expect(more).toEqual([]);
      expect(made).toMatchObject({
        definitionId: o.emulator.approvals.definitionId,
        askerId: o.asker,
        state: 'pending',
      });
      const filled = JSON.stringify(made?.form);
      expect(filled).toContain('林晓彤');
      expect(filled).toContain('请带身份证');
      const sent = await now(o, row);
      expect(sent).toMatchObject({ state: 'pending', ledger: { stage: 'sent', errorCode: null } });
      const asked = o.emulator.approvals.engine.waiting(made?.id ?? '').map((id) => `office:${id}`);
      expect(sent.waitingFor).toEqual(asked);

      agreeAll(o, made?.id ?? '');
      await o.tell(made?.id ?? '');
      expect(await now(o, row)).toMatchObject({ state: 'approved', waitingFor: [] });
      expect(await offerState(o)).toBe('approved');
      const acts = await o.context.store.approvals.acts(row.id);
      expect(acts.filter(({ act }) => act === 'agreed').length).toBeGreaterThan(1);
      expect(acts.find(({ act }) => act === 'agreed')?.note).toBe('同意');
    });

    test('a refusal on the platform ends the offer with its reason; a hand-over moves the request to another person', async () => {
      const o = await anOffice();
      const row = await ask(o);
      await o.work(1);
      const { engine } = o.emulator.approvals;
      const [made] = engine.instances();
      const id = made?.id ?? '';
      const [first = ''] = engine.waiting(id);
      const heir = [...o.emulator.company.people.keys()][9] ?? '';
      engine.act(id, first, { verdict: 'passed_on', to: heir });
      await o.tell(id);
      expect((await now(o, row)).waitingFor).toEqual([`office:${heir}`]);

      engine.act(id, heir, { verdict: 'refused', comment: '超出预算' });
      await o.tell(id);

      expect((await now(o, row)).state).toBe('rejected');
      expect(await offerState(o)).toBe('refused');
      const acts = await o.context.store.approvals.acts(row.id);
      expect(acts.map(({ act, note }) => [act, note]).slice(-2)).toEqual([
        ['passed_on', null],
        ['refused', '超出预算'],
      ]);
    });

    test('events that never come are made up for by looking', async () => {
      const o = await anOffice();
      const row = await ask(o);
      await o.work(1);
      agreeAll(o, o.emulator.approvals.engine.instances()[0]?.id ?? '');

      await o.work(15);

      expect((await now(o, row)).state).toBe('approved');
    });

    test('taken back on the platform by the asker, the offer is a draft again', async () => {
      const o = await anOffice();
      const row = await ask(o);
      await o.work(1);
      const { engine } = o.emulator.approvals;
      const id = engine.instances()[0]?.id ?? '';
      engine.withdraw(id);
      await o.tell(id);

      expect((await now(o, row)).state).toBe('withdrawn');
      expect(await offerState(o)).toBe('draft');
    });

    test('taken back here, the instance ends there too, or it is said that only the asker can', async () => {
      const o = await anOffice();
      const row = await ask(o);
      await o.work(1);
      const taking = withdrawApproval(o.context, row.id, true);
      if (o.emulator.approvals.mayCancel) {
        await taking;
        expect(o.emulator.approvals.engine.instances()[0]?.state).toBe('withdrawn');
        expect((await now(o, row)).state).toBe('withdrawn');
      } else {
        await expect(taking).rejects.toMatchObject({ code: 'APPROVAL_WITHDRAW_THERE' });
        expect((await now(o, row)).state).toBe('pending');
      }
    });

    test('an application that leaves the flow takes its instance along where the platform lets an app do it', async () => {
      const o = await anOffice();
      const row = await ask(o);
      await o.work(1);
      await moveApplication(o.context, o.applicationId, { to: 'withdrawn', reasonCode: 'other_offer' });
      await o.work(1);

      expect((await now(o, row)).state).toBe('withdrawn');
      const there = o.emulator.approvals.engine.instances()[0]?.state;
      expect(there).toBe(o.emulator.approvals.mayCancel ? 'withdrawn' : 'pending');
    });

    test('what the platform decides is not decided here', async () => {
      const o = await anOffice();
      const row = await ask(o);
      await o.work(1);
      const deciding = decideApproval(o.context, row.id, { verdict: 'agreed', reason: '' });
      await expect(deciding).rejects.toMatchObject({ code: 'APPROVAL_ON_PLATFORM' });
    });

    test('Jinji’s own steps are sent along where the platform takes them', async () => {
      const approvals = (await anOffice()).emulator.approvals;
      if (!approvals.takesSteps) return;
      const o = await anOffice('jinji');
      const plan = await previewApproval(o.context, await offerSubject(o.context, o.applicationId));
      await ask(o);
      await o.work(1);

      const leader = o.emulator.company.people.get(o.asker)?.managerId;
      expect(plan.steps[0]?.step.approvers).toMatchObject([{ key: `office:${leader}` }]);
      const { engine } = o.emulator.approvals;
      expect(engine.waiting(engine.instances()[0]?.id ?? '')).toEqual([leader]);
    });

    test('whom the platform will ask is shown before it is sent, or that it does not say', async () => {
      const o = await anOffice();
      const plan = await previewApproval(o.context, await offerSubject(o.context, o.applicationId));
      expect(plan).toMatchObject({ way: 'platform', fallback: null, platform: { findings: [] } });
      await ask(o);
      await o.work(1);
      const { engine } = o.emulator.approvals;
      const first = plan.platform?.forecast?.[0]?.personIds ?? null;
      if (first !== null) expect(first).toEqual(engine.waiting(engine.instances()[0]?.id ?? ''));
    });

    test('a mapping is refused that lacks a required field, does not fit a type, or names what the form does not have', async () => {
      const o = await anOffice();
      const { definitionId, sources, wrongSources } = o.emulator.approvals;
      const save = (changed: typeof sources) =>
        saveChain(o.context, 'offer', {
          number: 1,
          definition: {
            enabled: true,
            steps: [],
            platform: {
              platform: o.emulator.platformId,
              definitionId,
              definitionName: '',
              deciders: 'platform',
              sources: changed,
              fields: [],
            },
          },
        });
      await expect(save({})).rejects.toMatchObject({ code: 'VALIDATION' });
      await expect(save({ ...sources, ...wrongSources })).rejects.toMatchObject({ code: 'VALIDATION' });
      await expect(save({ ...sources, 'no-such-field': { from: 'note' } })).rejects.toMatchObject({
        code: 'VALIDATION',
      });
    });

    const faults: readonly (readonly [string, Fault])[] = [
      ['an answer of 429', { kind: 'status', status: 429 }],
      ['an answer of 500', { kind: 'status', status: 500 }],
      ['a broken connection', { kind: 'lost' }],
      ['an answer that breaks off', { kind: 'cut' }],
      ['lists without their second half', { kind: 'short' }],
    ];
    test.each(thorough ? faults : [])(
      '%s at every call in turn: one instance, and its end is told',
      async (_, fault) => {
        for (let at = 1; ; at += 1) {
          const o = await anOffice();
          const row = await ask(o);
          let calls = 0;
          o.emulator.faults.choose = () => {
            calls += 1;
            return calls === at ? fault : null;
          };
          await o.work(1);
          const { engine } = o.emulator.approvals;
          // What is not sent yet says so, and goes on by itself.
          await o.work(10);
          const made = engine.instances();
          if (!o.emulator.approvals.lists && made.length === 0) {
            await saysThatItIsUnclear(o, row);
            continue;
          }
          expect([at, made.length]).toEqual([at, 1]);
          agreeAll(o, made[0]?.id ?? '');
          await o.work(12);
          expect([at, (await now(o, row)).state]).toEqual([at, 'approved']);
          expect(engine.instances().length).toBe(1);
          if (calls < at) break;
        }
      },
    );

    test('a platform that is down for hours: nothing is lost, and the ledger says what is wrong', async () => {
      const o = await anOffice();
      const row = await ask(o);
      o.emulator.faults.choose = () => ({ kind: 'status', status: 503 });
      await o.work(20);
      const standing = await now(o, row);
      expect(standing.state).toBe('pending');
      expect(standing.ledger?.errorCode).toMatch(/PLATFORM_BUSY|UPSTREAM_UNAVAILABLE/);
      expect(o.emulator.approvals.engine.instances()).toEqual([]);

      o.emulator.faults.clear();
      await o.work(70);

      if (!o.emulator.approvals.lists) return saysThatItIsUnclear(o, row);
      expect(o.emulator.approvals.engine.instances().length).toBe(1);
      expect(await now(o, row)).toMatchObject({ state: 'pending', ledger: { stage: 'sent' } });
    });

    test('two processes that send at once, and one that dies while sending, start one instance', async () => {
      const o = await anOffice();
      const row = await ask(o);
      await Promise.all(
        [1, 2, 3].map(() => advanceWork(o.services, o.context.tenantId, { approvalId: row.id, tick: 1 })),
      );
      await o.work(10);
      expect(o.emulator.approvals.engine.instances().length).toBe(1);

      const dying = await anOffice();
      const second = await ask(dying);
      const { approvals } = dying.context.store;
      // The process ends after the platform has made the instance and before that is written.
      dying.emulator.faults.fail(dying.emulator.approvals.createPath, { kind: 'cut' });
      await dying.work(1);
      const cut = await now(dying, second);
      if (cut.ledger && cut.ledger.stage !== 'sent') {
        const ledger = { ...cut.ledger, stage: 'sending' as const };
        await dying.context.store.commit([approvals.save({ ...cut, ledger }, cut.revision)]);
      }
      await dying.work(20);

      expect(dying.emulator.approvals.engine.instances().length).toBe(1);
      expect((await now(dying, second)).ledger?.stage).toBe('sent');
    });

    test('content that the platform refuses ends the request, starts nothing, and the offer can be corrected', async () => {
      const o = await anOffice();
      const row = await ask(o);
      o.emulator.faults.fail(o.emulator.approvals.createPath, o.emulator.approvals.refusal);
      await o.work(5);

      expect(await now(o, row)).toMatchObject({ state: 'withdrawn', ledger: { stage: 'refused' } });
      expect(await offerState(o)).toBe('draft');
      expect(o.emulator.approvals.engine.instances()).toEqual([]);
    });

    test('no secret, name or pay stands in a log line', async () => {
      const o = await anOffice();
      await ask(o);
      o.emulator.faults.choose = (_, count) => (count % 2 === 0 ? { kind: 'lost' } : null);
      await o.work(20);
      const text = JSON.stringify(o.lines);
      for (const word of [...o.emulator.secrets, '林晓彤', '6000']) expect(text).not.toContain(word);
    });

    test('without the permission for approvals the own steps run, and it is said', async () => {
      const o = await anOffice();
      const decider = [...o.emulator.company.people.keys()].find((id) => id !== o.asker) ?? '';
      await withOwnStep(o, { kind: 'person', key: `office:${decider}` });
      const { path, fault } = o.emulator.approvals.unpermitted;
      o.emulator.faults.choose = (called) => (called.includes(path) ? fault : null);
      const plan = await previewApproval(o.context, await offerSubject(o.context, o.applicationId));
      expect(plan).toMatchObject({ way: 'own', fallback: 'no_permission', platform: null });
      const row = await ask(o);
      expect(row).toMatchObject({ state: 'pending', way: 'own' });
      expect(row.waitingFor).toHaveLength(1);
      await o.work(5);
      expect(o.emulator.approvals.engine.instances()).toEqual([]);
    });

    test('without an account on the platform the own steps run, and it is said', async () => {
      const o = await anOffice();
      await withOwnStep(o, { kind: 'role', role: 'owner' });
      const stranger = { ...o.context, actor: { kind: 'person', id: 'per_stranger' } as const };
      const plan = await previewApproval(stranger, await offerSubject(stranger, o.applicationId));
      expect(plan).toMatchObject({ way: 'own', fallback: 'asker_not_on_platform' });
      expect(plan.steps[0]?.step.approvers.length).toBe(1);
      await expect(
        withdrawApproval(o.context, 'apv_none', true).catch((error) => {
          throw error instanceof AppError ? error.code : error;
        }),
      ).rejects.toBe('NOT_FOUND');
    });
  });
}
