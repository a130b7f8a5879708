import { describe, expect, test } from 'vitest';
import { followedRoles } from '#core/installation/admin-roles.ts';
import { type InstallationEvent, mayCall, nextState } from '#core/installation/installation-state.ts';
import { whatHappened } from '#core/installation/settle.ts';
import type { MarketplaceStanding } from '#core/ports/platform-marketplace.ts';
import type { InstallationState } from '#core/ports/repositories/marketplace.ts';

const states: readonly InstallationState[] = [
  'pending',
  'active',
  'scope_changed',
  'suspended',
  'uninstalled',
];
const events: readonly InstallationEvent[] = [
  'granted',
  'changed',
  'read',
  'suspended',
  'resumed',
  'uninstalled',
  'checked',
];
const authorised = (running: boolean): MarketplaceStanding => ({
  kind: 'authorised',
  running,
  grant: { corpId: 'wp1', companyName: null, installerId: null, settings: {} },
  scope: null,
  expiresAt: null,
});

describe('states', () => {
  test('an uninstallation ends every state, and nothing but a new installation leads out of it', () => {
    for (const state of states.filter((one) => one !== 'uninstalled')) {
      expect(nextState(state, 'uninstalled')).toBe('uninstalled');
    }
    const out = events.filter((event) => nextState('uninstalled', event) !== null);
    expect(out).toEqual(['granted', 'resumed']);
  });

  test('an event that comes twice moves nothing the second time, except a range that changes again', () => {
    for (const state of states) {
      for (const event of events) {
        const next = nextState(state, event);
        if (next === null || next === 'active') continue;
        expect([state, event, nextState(next, event)]).toEqual([state, event, null]);
      }
    }
  });

  test('the platform is called only where the company lets it', () => {
    expect(states.filter(mayCall)).toEqual(['active', 'scope_changed']);
  });
});

describe('the platform’s own word', () => {
  test('an app that is gone is uninstalled, whatever a notice says', () => {
    for (const event of events) expect(whatHappened('active', event, { kind: 'gone' })).toBe('uninstalled');
  });

  test('an old notice of an end does nothing to an app that the platform calls authorised', () => {
    expect(whatHappened('active', 'uninstalled', authorised(true))).toBe('changed');
    expect(whatHappened('active', 'uninstalled', authorised(false))).toBe('changed');
    expect(whatHappened('suspended', 'uninstalled', authorised(false))).toBe('suspended');
  });

  test('where the platform does not tell whether an app is switched off, the notice does', () => {
    expect(whatHappened('active', 'suspended', authorised(false))).toBe('suspended');
    expect(whatHappened('active', 'suspended', authorised(true))).toBe('changed');
    expect(whatHappened('suspended', 'checked', authorised(false))).toBe('checked');
    expect(whatHappened('suspended', 'checked', authorised(true))).toBe('resumed');
  });

  test('a platform that cannot be asked leaves it to the notice', () => {
    for (const event of events) expect(whatHappened('active', event, { kind: 'untold' })).toBe(event);
  });
});

describe('roles of administrators', () => {
  test('a role comes and goes with the level, and what was given here stays', () => {
    const given = followedRoles({ roles: ['employee'] }, [], 'owner');
    expect(given).toEqual({ roles: ['owner', 'employee'], granted: ['owner'] });
    expect(followedRoles(given, given.granted, 'hr')).toEqual({
      roles: ['hr', 'employee'],
      granted: ['hr'],
    });
    expect(followedRoles(given, given.granted, 'none')).toEqual({ roles: ['employee'], granted: [] });
  });

  test('a role that was given here is not taken as granted there', () => {
    const own = followedRoles({ roles: ['hr'] }, [], 'hr');
    expect(own).toEqual({ roles: ['hr'], granted: [] });
    expect(followedRoles(own, own.granted, 'none')).toEqual({ roles: ['hr'], granted: [] });
  });

  test('nobody is left without a role', () => {
    expect(followedRoles({ roles: ['owner'] }, ['owner'], 'none').roles).toEqual(['employee']);
  });
});
