import { behaviouralGates } from './behavioural.ts';
import type { GateTable } from './gate.ts';

/** Gates of introductions and motives: past conduct and plans both count. */
export const introductionGates: GateTable = behaviouralGates.map((gate) => ({
  ...gate,
  id: gate.id.replace('behavioural', 'introduction'),
}));
