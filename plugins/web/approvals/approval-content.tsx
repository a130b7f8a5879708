import type { ApprovalView } from '#adapters/http/schemas/approvals.ts';
import { DateTime } from '../kit/date-time.tsx';
import { useT } from '../kit/i18n.tsx';
import { Table } from '../kit/table.tsx';
import { useNameOf } from './approval-words.tsx';
import { ColleagueName } from './colleague-name.tsx';
import './approvals.css';

/** What approvers are asked to agree to. */
export function ApprovalContent(props: { readonly view: ApprovalView }) {
  const t = useT();
  const { content } = props.view;
  if (content === null) return <p className="j-muted">{t('approvals.erased')}</p>;
  const weight = (value: number | null) => (value === null ? t('approvals.no_weight') : `${value}%`);
  return (
    <div className="j-stack">
      <dl className="j-approval-facts">
        {content.fields.map(({ field, value }) => (
          <div key={field} className="j-approval-fact">
            <dt>{t(`approvals.field_${field}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {content.weights.length > 0 && (
        <Table
          caption={t('approvals.weights')}
          rows={content.weights}
          rowKey={({ code }) => code}
          columns={[
            { id: 'name', header: t('approvals.dimension'), role: 'main', cell: ({ name }) => name },
            { id: 'from', header: t('approvals.weight_before'), cell: ({ from }) => weight(from) },
            { id: 'to', header: t('approvals.weight_after'), cell: ({ to }) => weight(to) },
          ]}
        />
      )}
    </div>
  );
}

/** Who did what, in the order of time. */
export function ApprovalLog(props: { readonly view: ApprovalView }) {
  const t = useT();
  const nameOf = useNameOf();
  return (
    <ol className="j-approval-log">
      {props.view.acts.map(({ act, by, to, note, at }) => (
        <li key={`${at} ${act} ${by?.key ?? ''}`}>
          <span>
            {by && (
              <strong>
                <ColleagueName person={by} />{' '}
              </strong>
            )}
            {act === 'passed_on'
              ? t('approvals.act_passed_on', { name: to ? nameOf(to) : '' })
              : t(`approvals.act_${act}`)}
          </span>
          {note !== null && act !== 'platform_failed' && <q>{note}</q>}
          <span className="j-small j-muted">
            <DateTime iso={at} />
          </span>
        </li>
      ))}
    </ol>
  );
}
