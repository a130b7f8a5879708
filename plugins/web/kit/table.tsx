import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import './table.css';

export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand at the end of their column. */
  readonly align?: 'end';
  /** `main`: the name of the row, its heading on phones. `bare`: no label on phones (buttons). */
  readonly role?: 'main' | 'bare';
}

/** Choosing rows, with the name of a row for its tick. */
export interface TablePicking<Row> {
  readonly picked: ReadonlySet<string>;
  readonly onPick: (key: string, on: boolean) => void;
  readonly label: (row: Row) => string;
  readonly header: string;
}

// Written out, because a phone's layout (display: block) takes the roles of table elements away.
const roles = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  header: { role: 'columnheader' },
  cell: { role: 'cell' },
} as const;

/** A table on wide screens; one card for each row on phones. */
export function Table<Row>(props: {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly picking?: TablePicking<Row>;
}) {
  const { columns, picking } = props;
  return (
    <table className={classNames('j-table', picking && 'j-table--picking')} {...roles.table}>
      <caption className="j-sr">{props.caption}</caption>
      <thead {...roles.group}>
        <tr {...roles.row}>
          {picking && (
            <th scope="col" {...roles.header}>
              <span className="j-sr">{picking.header}</span>
            </th>
          )}
          {columns.map((column) => (
            <th
              key={column.id}
              scope="col"
              className={column.align === 'end' ? 'j-table__end' : undefined}
              {...roles.header}
            >
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...roles.group}>
        {props.rows.map((row) => (
          <tr key={props.rowKey(row)} {...roles.row}>
            {picking && <PickCell rowKey={props.rowKey(row)} row={row} picking={picking} />}
            {columns.map((column) => (
              <td
                key={column.id}
                data-label={column.header}
                className={classNames(
                  column.align === 'end' && 'j-table__end',
                  column.role && `j-table__${column.role}`,
                )}
                {...roles.cell}
              >
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function PickCell<Row>(props: {
  readonly rowKey: string;
  readonly row: Row;
  readonly picking: TablePicking<Row>;
}) {
  const { rowKey, row, picking } = props;
  return (
    <td className="j-table__pick" {...roles.cell}>
      <label>
        <span className="j-sr">{picking.label(row)}</span>
        <input
          type="checkbox"
          checked={picking.picked.has(rowKey)}
          onChange={(event) => picking.onPick(rowKey, event.currentTarget.checked)}
        />
      </label>
    </td>
  );
}
