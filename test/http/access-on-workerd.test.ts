import { beforeAll } from 'vitest';
import { accessSuites } from './all-suites.ts';
import type { HttpGround } from './http-ground.ts';
import { atTheHandler, workerdGround } from './workerd-ground.ts';

let ground: HttpGround;

beforeAll(async () => {
  ground = await workerdGround(atTheHandler);
});

accessSuites('workerd', () => ground);
