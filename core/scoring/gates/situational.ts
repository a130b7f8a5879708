import { behaviouralGates } from './behavioural.ts';
import type { GateTable } from './gate.ts';

/** Gates of situational questions: imagined conduct counts, the rest is the ladder of behavioural answers. */
export const situationalGates: GateTable = behaviouralGates.map((gate) => ({
  ...gate,
  id: gate.id.replace('behavioural', 'situational'),
}));
