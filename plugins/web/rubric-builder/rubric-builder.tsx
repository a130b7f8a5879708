import { useCallback, useMemo, useState } from 'react';
import { type RubricDraft, rubricLimits } from '#core/rubric/draft.ts';
import { applyRubricOperation, type RubricOperation, type RubricRefusal } from '#core/rubric/operations.ts';
import { equalWeights } from '#core/rubric/own-dimension.ts';
import type { Dimension } from '#core/template/schemas/dimension.ts';
import { Button, IconButton } from '../kit/button.tsx';
import { HelpTip } from '../kit/help-tip.tsx';
import { useT } from '../kit/i18n.tsx';
import { DragBoard, SortableRows } from '../kit/sortable-list.tsx';
import { EmptyState } from '../kit/states.tsx';
import { useToast } from '../kit/toast.tsx';
import { type Undo, useUndo, useUndoKeys } from '../kit/use-undo.ts';
import { type Builder, BuilderProvider, type LintWording, useLocalized } from './builder-context.tsx';
import { builderFindings } from './builder-findings.ts';
import { ChecksPanel } from './checks-panel.tsx';
import { OwnDimensionDialog } from './own-dimension-dialog.tsx';
import { Palette } from './palette.tsx';
import './rubric-builder.css';
import { RubricRowCard } from './rubric-row.tsx';

export interface RubricBuilderProps {
  readonly value: RubricDraft;
  readonly onChange: (value: RubricDraft) => void;
  /** The dimensions that can be chosen: the product's and the company's library. */
  readonly dimensions: readonly Dimension[];
  readonly lintWording?: LintWording;
  /** A published version: to look at only. */
  readonly readOnly?: boolean;
}

const noLint: LintWording = () => [];

function apply(draft: RubricDraft, operation: RubricOperation) {
  const outcome = applyRubricOperation(draft, operation);
  return outcome.ok ? { value: outcome.draft, inverse: outcome.inverse } : null;
}

function useRefusalWords(): (refusal: RubricRefusal) => string | null {
  const t = useT();
  return (refusal) => {
    switch (refusal) {
      case 'rows_max':
        return t('rubric.refused_rows_max', { max: rubricLimits.maxRows });
      case 'already_there':
      case 'others_locked':
      case 'no_room':
      case 'row_locked':
        return t(`rubric.refused_${refusal}`);
      default:
        return null;
    }
  };
}

/**
 * The rubric editor. Plain data in and out; the parent keeps the draft. Every change is an operation of `core/rubric` with
 * its inverse, so all of them can be undone.
 */
export function RubricBuilder(props: RubricBuilderProps) {
  const { value, onChange, dimensions, lintWording = noLint, readOnly = false } = props;
  const toast = useToast();
  const refusalWords = useRefusalWords();
  const history = useUndo<RubricDraft, RubricOperation>({ value, onChange, apply });
  useUndoKeys(history);
  const [dialog, setDialog] = useState<{ readonly dimension: Dimension | null } | null>(null);
  const findings = useMemo(
    () => builderFindings(value, dimensions, lintWording),
    [value, dimensions, lintWording],
  );
  const perform = useCallback<Builder['perform']>(
    (operation, gesture) => {
      const outcome = applyRubricOperation(value, operation);
      const words = outcome.ok ? null : refusalWords(outcome.refusal);
      if (words !== null) toast({ text: words, tone: 'bad' });
      if (outcome.ok || gesture !== undefined) history.perform(operation, gesture);
      return outcome.ok;
    },
    [value, refusalWords, toast, history],
  );
  const builder: Builder = {
    draft: value,
    shipped: dimensions,
    lint: lintWording,
    perform,
    endGesture: history.endGesture,
    undo: history.undo,
    readOnly,
  };
  const rows = (
    <ChosenRows history={history} onEditOwn={(dimension) => setDialog({ dimension })} builder={builder} />
  );
  return (
    <BuilderProvider value={builder}>
      <Board builder={builder}>
        <div className={readOnly ? 'j-builder j-builder--read' : 'j-builder'}>
          <div className="j-stack">
            {rows}
            {!readOnly && <ChecksPanel findings={findings} />}
          </div>
          {!readOnly && <Palette onNew={() => setDialog({ dimension: null })} />}
        </div>
      </Board>
      {dialog && <OwnDimensionDialog dimension={dialog.dimension} onClose={() => setDialog(null)} />}
    </BuilderProvider>
  );
}

function Board(props: { readonly builder: Builder; readonly children: React.ReactNode }) {
  const localized = useLocalized();
  const { draft, shipped, perform } = props.builder;
  const items = draft.rows.map(({ dimension: code }) => {
    const found = [...draft.dimensions, ...shipped].find((dimension) => dimension.code === code);
    return { id: code, name: found ? localized(found.name) : code };
  });
  return (
    <DragBoard
      items={items}
      onMove={(from, to) => perform({ kind: 'move', from, to })}
      onInsert={(dimension, at) => perform({ kind: 'insert', at, dimension })}
    >
      {props.children}
    </DragBoard>
  );
}

function ChosenRows(props: {
  readonly builder: Builder;
  readonly history: Undo<RubricOperation>;
  readonly onEditOwn: (dimension: Dimension) => void;
}) {
  const t = useT();
  const { builder, history } = props;
  const { rows } = builder.draft;
  return (
    <section className="j-stack" aria-label={t('rubric.rows')}>
      <header className="j-row j-row--between">
        <div>
          <h2>{t('rubric.rows')}</h2>
          <p className="j-small j-muted">
            {t('rubric.rows_count', {
              count: rows.length,
              min: rubricLimits.minRows,
              max: rubricLimits.maxRows,
            })}
          </p>
        </div>
        {!builder.readOnly && <Toolbar builder={builder} history={history} />}
      </header>
      {rows.length > 0 && <WeightBar builder={builder} />}
      <SortableRows
        label={t('rubric.rows')}
        render={(id, index, parts) => {
          const row = rows[index];
          if (row === undefined || row.dimension !== id) return null;
          return <RubricRowCard row={row} at={index} parts={parts} onEditOwn={props.onEditOwn} />;
        }}
      />
      {rows.length === 0 && (
        <div className="j-builder__empty">
          <EmptyState icon="add" title={t('rubric.rows_empty_title')}>
            {t('rubric.rows_empty_text')}
          </EmptyState>
        </div>
      )}
    </section>
  );
}

function Toolbar(props: { readonly builder: Builder; readonly history: Undo<RubricOperation> }) {
  const t = useT();
  const { builder, history } = props;
  const { rows } = builder.draft;
  return (
    <div className="j-row" role="toolbar" aria-label={t('rubric.toolbar')}>
      <IconButton
        icon="undo"
        label={t('rubric.undo_hint')}
        disabled={!history.canUndo}
        onClick={history.undo}
      />
      <IconButton
        icon="redo"
        label={t('rubric.redo_hint')}
        disabled={!history.canRedo}
        onClick={history.redo}
      />
      <Button disabled={rows.length < 2} onClick={() => builder.perform(equalWeights(rows.length))}>
        {t('rubric.equal')}
      </Button>
    </div>
  );
}

function WeightBar(props: { readonly builder: Builder }) {
  const t = useT();
  const { rows } = props.builder.draft;
  const sum = rows.reduce((total, row) => total + row.weight, 0);
  return (
    <div className="j-weights">
      <div className="j-weights__bar" aria-hidden="true">
        {rows.map((row) => (
          <span key={row.dimension} style={{ flexGrow: row.weight }} />
        ))}
      </div>
      <span className="j-small j-muted">
        {t('rubric.sum', { sum })}
        <HelpTip about={t('rubric.sum', { sum })}>{t('rubric.sum_help')}</HelpTip>
      </span>
    </div>
  );
}
