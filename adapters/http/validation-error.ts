import { AppError } from '#core/errors/app-error.ts';
import type { FieldProblem } from './problem.ts';

/** A request that does not fit its schema, with every field that needs correcting. */
export class RequestInvalid extends AppError {
  readonly fields: readonly FieldProblem[];

  constructor(fields: readonly FieldProblem[]) {
    super('VALIDATION', { details: { field: fields[0]?.field ?? '', problem: fields[0]?.problem ?? '' } });
    this.fields = fields;
  }
}
