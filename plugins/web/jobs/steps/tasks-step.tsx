import { useRef } from 'react';
import { Button, IconButton } from '../../kit/button.tsx';
import { TextInput } from '../../kit/field.tsx';
import { useT } from '../../kit/i18n.tsx';
import { Notice } from '../../kit/states.tsx';
import { useToast } from '../../kit/toast.tsx';
import type { StepProps } from '../step-props.ts';
import { WordingHints } from '../wording-hints.tsx';

const most = 8;
const advised = 3;

/** The critical tasks: what the interview has to be about. */
export function TasksStep({ editing }: StepProps) {
  const t = useT();
  const toast = useToast();
  const { draft, change } = editing;
  const { tasks } = draft;
  const list = useRef<HTMLOListElement>(null);
  const set = (next: readonly string[]) => change((before) => ({ ...before, tasks: [...next] }));
  const add = () => {
    set([...tasks, '']);
    requestAnimationFrame(() => {
      const fields = list.current?.querySelectorAll('input');
      fields?.[fields.length - 1]?.focus();
    });
  };
  const remove = (at: number) => {
    const before = tasks;
    set(tasks.filter((_, index) => index !== at));
    toast({
      text: t('jobs.task_removed'),
      action: { label: t('common.undo'), run: () => set(before) },
    });
  };
  return (
    <div className="j-card j-stack j-narrow">
      <p className="j-muted">{t('jobs.tasks_intro')}</p>
      <ol className="j-stack j-tasks" ref={list}>
        {tasks.map((task, at) => (
          // A task has no identity of its own, and rows are only added at the end.
          <li key={at}>
            <div className="j-task">
              <TextInput
                label={t('jobs.task', { number: at + 1 })}
                maxLength={200}
                placeholder={t('jobs.task_example')}
                value={task}
                onChange={(text) => set(tasks.map((old, index) => (index === at ? text : old)))}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
                  event.preventDefault();
                  if (tasks.length < most && task.trim() !== '') add();
                }}
              />
              <IconButton
                icon="trash"
                label={t('jobs.task_remove', { number: at + 1 })}
                onClick={() => remove(at)}
              />
            </div>
            <WordingHints text={task} />
          </li>
        ))}
      </ol>
      {tasks.length < advised && (
        <Notice tone="info">
          <p>{t('jobs.tasks_few', { count: advised })}</p>
        </Notice>
      )}
      <div>
        <Button icon="add" disabled={tasks.length >= most} onClick={add}>
          {t('jobs.task_add')}
        </Button>
      </div>
    </div>
  );
}
