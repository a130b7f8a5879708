import type { ApprovalView } from '#adapters/http/schemas/approvals.ts';
import { useT } from '../kit/i18n.tsx';
import { usePlatformName } from './approval-words.tsx';

/** Whether a request stands in the office platform's to-do list, too. */
export function TodoNotice(props: { readonly view: ApprovalView }) {
  const t = useT();
  const platformName = usePlatformName();
  const { todo } = props.view;
  if (todo === null) return null;
  const platform = platformName(todo.platform);
  return (
    <p className="j-muted">
      {t(`approvals.todo_${todo.state}`, { platform })}
      {todo.problem && ` ${todo.problem.title} ${todo.problem.remedy}`}
    </p>
  );
}
