import { useMemo, useState } from 'react';
import type { JobRubricItem } from '#core/job/job-definition.ts';
import type { IndustryPack } from '#core/template/schemas/industry-pack.ts';
import type { Question, QuestionBank } from '#core/template/schemas/question.ts';
import { ApiProblem } from '../kit/api-problem.ts';
import { Button } from '../kit/button.tsx';
import { Checkbox } from '../kit/choice.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { Select } from '../kit/field.tsx';
import { useT } from '../kit/i18n.tsx';
import { SearchInput } from '../kit/search-input.tsx';
import { useApi } from '../kit/session.tsx';
import { ErrorState, Skeleton } from '../kit/states.tsx';
import { useQuery } from '../kit/use-query.ts';
import { useLocalized } from '../rubric-builder/builder-context.tsx';
import './questions.css';
import { type BankFilter, bankQuestions, matchesBank } from './bank-questions.ts';
import { QuestionBadges } from './question-card.tsx';

/** Chooses questions of the industry and of the banks of the job's dimensions. */
export function QuestionBankDialog(props: {
  readonly pack: IndustryPack;
  readonly rubric: readonly JobRubricItem[];
  readonly chosen: readonly Question[];
  /** How many more questions the job may have. */
  readonly room: number;
  readonly onAdd: (questions: readonly Question[]) => void;
  readonly onClose: () => void;
}) {
  const t = useT();
  const { pack, rubric, chosen, room } = props;
  const [picked, setPicked] = useState<readonly Question[]>([]);
  const codes = rubric.map(({ dimension }) => dimension.code);
  const banks = useBanks(codes);
  const all = useMemo(
    () => (banks.data ? bankQuestions(pack, banks.data, codes, chosen) : []),
    [pack, banks.data, codes.join(), chosen],
  );
  const add = () => {
    props.onAdd(picked);
    props.onClose();
  };
  const pick = (question: Question, on: boolean) =>
    setPicked((before) => (on ? [...before, question] : before.filter(({ id }) => id !== question.id)));
  return (
    <Dialog
      wide
      title={t('jobs.question_from_bank')}
      onClose={props.onClose}
      footer={
        <>
          <span className="j-small j-muted" role="status">
            {t('jobs.picked', { count: picked.length, room: room - picked.length })}
          </span>
          <Button onClick={props.onClose}>{t('common.cancel')}</Button>
          <Button look="primary" disabled={picked.length === 0} onClick={add}>
            {t('jobs.questions_add')}
          </Button>
        </>
      }
    >
      {banks.data === null ? (
        banks.state === 'failed' ? (
          <ErrorState problem={banks.problem} onRetry={banks.reload} />
        ) : (
          <Skeleton />
        )
      ) : (
        <BankList
          questions={all}
          rubric={rubric}
          picked={picked}
          full={picked.length >= room}
          onPick={pick}
        />
      )}
    </Dialog>
  );
}

/** The banks of the dimensions; a company's own dimension has none. */
function useBanks(codes: readonly string[]) {
  const api = useApi();
  return useQuery(`banks/${codes.join()}`, async (signal) => {
    const banks = await Promise.all(
      codes.map((code) =>
        api.get<QuestionBank>(`/question-banks/${code}`, { signal }).catch((error: unknown) => {
          if (error instanceof ApiProblem && error.problem.status === 404) return null;
          throw error;
        }),
      ),
    );
    return banks.filter((bank) => bank !== null);
  });
}

function BankList(props: {
  readonly questions: readonly Question[];
  readonly rubric: readonly JobRubricItem[];
  readonly picked: readonly Question[];
  readonly full: boolean;
  readonly onPick: (question: Question, on: boolean) => void;
}) {
  const t = useT();
  const localized = useLocalized();
  const { questions, rubric, picked, full, onPick } = props;
  const [filter, setFilter] = useState<BankFilter>({ dimension: '', type: '', difficulty: '', search: '' });
  const shown = questions.filter((question) => matchesBank(question, filter));
  const any = { value: '', label: t('common.all') } as const;
  const types = ['behavioural', 'situational', 'knowledge', 'introduction', 'code'] as const;
  return (
    <div className="j-stack">
      <div className="j-bank-filters">
        <Select
          label={t('jobs.primary_dimension')}
          value={filter.dimension}
          onChange={(dimension) => setFilter({ ...filter, dimension })}
          options={[
            any,
            ...rubric.map(({ dimension }) => ({ value: dimension.code, label: localized(dimension.name) })),
          ]}
        />
        <Select
          label={t('jobs.question_type')}
          value={filter.type}
          onChange={(type) => setFilter({ ...filter, type })}
          options={[any, ...types.map((value) => ({ value, label: t(`jobs.type_${value}`) }))]}
        />
        <Select
          label={t('jobs.difficulty')}
          value={filter.difficulty}
          onChange={(difficulty) => setFilter({ ...filter, difficulty })}
          options={[
            any,
            ...(['basic', 'advanced'] as const).map((value) => ({
              value,
              label: t(`jobs.difficulty_${value}`),
            })),
          ]}
        />
      </div>
      <SearchInput
        label={t('jobs.question_search')}
        value={filter.search}
        onChange={(search) => setFilter({ ...filter, search })}
      />
      {shown.length === 0 && <p className="j-muted">{t('jobs.bank_empty')}</p>}
      <ul className="j-bank">
        {shown.map((question) => {
          const on = picked.some(({ id }) => id === question.id);
          return (
            <li className="j-bank__row" key={question.id}>
              <Checkbox
                label={localized(question.text)}
                help={<QuestionBadges question={question} rubric={rubric} />}
                checked={on}
                disabled={full && !on}
                onChange={(next) => onPick(question, next)}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
