import { describe } from 'vitest';
import { backgroundWork } from './background-work.ts';
import { documents } from './documents.ts';
import type { Ground } from './http-ground.ts';
import { permissionMatrix } from './permission-matrix.ts';
import { repositoryIsolation } from './repository-isolation.ts';
import { sessions } from './sessions.ts';
import { tenantIsolation } from './tenant-isolation.ts';
import { writes } from './writes.ts';

/** What holds of answers, sessions, writes and background work on every runtime. */
export function httpSuites(runtime: string, ground: Ground): void {
  describe(`${runtime}: documents`, () => documents(ground));
  describe(`${runtime}: sessions`, () => sessions(ground));
  describe(`${runtime}: writes`, () => writes(ground));
  describe(`${runtime}: background work`, () => backgroundWork(ground));
}

/** Who may do and see what, on every runtime: each route by each caller, each route and repository for another company. */
export function accessSuites(runtime: string, ground: Ground): void {
  describe(`${runtime}: permissions`, () => permissionMatrix(ground));
  describe(`${runtime}: companies apart over HTTP`, () => tenantIsolation(ground));
  describe(`${runtime}: companies apart in the repositories`, () =>
    repositoryIsolation(ground, runtime === 'Node'));
}
