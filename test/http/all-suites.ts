import { describe } from 'vitest';
import { backgroundWork } from './background-work.ts';
import { documents } from './documents.ts';
import type { Ground } from './http-ground.ts';
import { permissionMatrix } from './permission-matrix.ts';
import { repositoryIsolation } from './repository-isolation.ts';
import { sessions } from './sessions.ts';
import { tenantIsolation } from './tenant-isolation.ts';
import { writes } from './writes.ts';

/** Everything that holds of the HTTP side on every runtime. */
export function httpSuites(runtime: string, ground: Ground): void {
  describe(`${runtime}: documents`, () => documents(ground));
  describe(`${runtime}: sessions`, () => sessions(ground));
  describe(`${runtime}: writes`, () => writes(ground));
  describe(`${runtime}: background work`, () => backgroundWork(ground));
  describe(`${runtime}: permissions`, () => permissionMatrix(ground));
  describe(`${runtime}: companies apart over HTTP`, () => tenantIsolation(ground));
  describe(`${runtime}: companies apart in the repositories`, () =>
    repositoryIsolation(ground, runtime === 'Node'));
}
