import { useState } from 'react';
import type { Question } from '#core/template/schemas/question.ts';
import { Button } from '../../kit/button.tsx';
import { useJoined, useT } from '../../kit/i18n.tsx';
import { DragBoard, SortableRows } from '../../kit/sortable-list.tsx';
import { EmptyState, Notice } from '../../kit/states.tsx';
import { useToast } from '../../kit/toast.tsx';
import { useLocalized } from '../../rubric-builder/builder-context.tsx';
import { QuestionBankDialog } from '../question-bank-dialog.tsx';
import { QuestionCard } from '../question-card.tsx';
import { QuestionDialog } from '../question-dialog.tsx';
import type { StepProps } from '../step-props.ts';

const most = 8;

type Open =
  | { readonly kind: 'bank' }
  | { readonly kind: 'own' }
  | { readonly kind: 'edit'; readonly at: number };

/** The questions in the order asked: from the pack and the banks, edited, or the company's own. */
export function QuestionsStep({ editing, pack }: StepProps) {
  const t = useT();
  const toast = useToast();
  const localized = useLocalized();
  const { draft, change } = editing;
  const { questions } = draft;
  const [open, setOpen] = useState<Open | null>(null);
  const set = (update: (before: readonly Question[]) => readonly Question[]) =>
    change((before) => ({ ...before, questions: [...update(before.questions)] }));
  const remove = (at: number) => {
    const gone = questions[at];
    if (!gone) return;
    set((before) => before.filter((question) => question.id !== gone.id));
    toast({
      text: t('jobs.question_removed'),
      action: {
        label: t('common.undo'),
        run: () => set((before) => [...before.slice(0, at), gone, ...before.slice(at)]),
      },
    });
  };
  const items = questions.map((question, index) => ({
    id: question.id,
    name: `${index + 1}. ${shorten(localized(question.text))}`,
  }));
  const edited = open?.kind === 'edit' ? questions[open.at] : undefined;
  return (
    <>
      <p className="j-muted">{t('jobs.questions_intro')}</p>
      <Coverage editing={editing} />
      <QuestionButtons full={questions.length >= most} onOpen={setOpen} count={questions.length} />
      <DragBoard items={items} onMove={(from, to) => set((before) => moved(before, from, to))}>
        <SortableRows
          label={t('jobs.step_questions')}
          render={(id, index, parts) => {
            const question = questions[index];
            if (question?.id !== id) return null;
            return (
              <QuestionCard
                question={question}
                number={index + 1}
                rubric={draft.rubric}
                parts={parts}
                onEdit={() => setOpen({ kind: 'edit', at: index })}
                onRemove={() => remove(index)}
              />
            );
          }}
        />
      </DragBoard>
      {questions.length === 0 && (
        <EmptyState icon="add" title={t('jobs.questions_empty')}>
          {t('jobs.questions_empty_text')}
        </EmptyState>
      )}
      {open?.kind === 'bank' && (
        <QuestionBankDialog
          pack={pack}
          rubric={draft.rubric}
          chosen={questions}
          room={most - questions.length}
          onAdd={(added) => set((before) => [...before, ...added])}
          onClose={() => setOpen(null)}
        />
      )}
      {(open?.kind === 'own' || edited) && (
        <QuestionDialog
          question={edited ?? null}
          rubric={draft.rubric}
          onSave={(question) =>
            set((before) =>
              edited ? before.map((old) => (old.id === edited.id ? question : old)) : [...before, question],
            )
          }
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

const shorten = (text: string): string => (text.length > 24 ? `${text.slice(0, 24)}…` : text);

function moved(questions: readonly Question[], from: number, to: number): Question[] {
  const rest = questions.filter((_, index) => index !== from);
  const question = questions[from];
  return question ? [...rest.slice(0, to), question, ...rest.slice(to)] : [...questions];
}

/** Which dimensions no question asks for. */
function Coverage({ editing }: Pick<StepProps, 'editing'>) {
  const t = useT();
  const joined = useJoined();
  const localized = useLocalized();
  const { rubric, questions } = editing.draft;
  const asked = new Set(questions.flatMap(({ dimensions }) => dimensions));
  const missing = rubric.filter(({ dimension }) => !asked.has(dimension.code));
  if (missing.length === 0 || questions.length === 0) return null;
  return (
    <Notice tone="warn">
      <p>
        {t('jobs.not_asked', { names: joined(missing.map(({ dimension }) => localized(dimension.name))) })}
      </p>
    </Notice>
  );
}

function QuestionButtons(props: {
  readonly full: boolean;
  readonly count: number;
  readonly onOpen: (open: Open) => void;
}) {
  const t = useT();
  return (
    <div className="j-row j-row--between">
      <span className="j-small j-muted">{t('jobs.questions_count', { count: props.count, max: most })}</span>
      <div className="j-row">
        <Button icon="add" disabled={props.full} onClick={() => props.onOpen({ kind: 'bank' })}>
          {t('jobs.question_from_bank')}
        </Button>
        <Button icon="edit" disabled={props.full} onClick={() => props.onOpen({ kind: 'own' })}>
          {t('jobs.question_own')}
        </Button>
      </div>
    </div>
  );
}
