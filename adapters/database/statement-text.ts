import type { BatchItem } from 'drizzle-orm/batch';

/** SQL with its parameters. */
export interface StatementText {
  readonly sql: string;
  readonly params: readonly unknown[];
}

/** A statement whose text was made before. */
export const textStatement = (text: StatementText): BatchItem<'sqlite'> =>
  ({ toSQL: () => text }) as unknown as BatchItem<'sqlite'>;

/** A built query, or a plain `sql` statement. */
type Statement = { toSQL(): StatementText } | { getQuery(): StatementText };

/** Text and parameters of what repositories put into a batch; drizzle's own batches cannot bind those of plain `sql` statements. */
export function statementText(item: BatchItem<'sqlite'>): StatementText {
  const statement = item as unknown as Statement;
  return 'toSQL' in statement ? statement.toSQL() : statement.getQuery();
}
