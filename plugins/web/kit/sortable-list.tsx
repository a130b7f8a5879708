import {
  type Active,
  type Announcements,
  type CollisionDetection,
  closestCenter,
  DndContext,
  type DragEndEvent,
  type DragMoveEvent,
  DragOverlay,
  type DragStartEvent,
  KeyboardSensor,
  MouseSensor,
  type Over,
  pointerWithin,
  TouchSensor,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import {
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import type { Translate } from '#core/i18n/translator.ts';
import { IconButton } from './button.tsx';
import { classNames } from './class-names.ts';
import { insertionIndex } from './drag-order.ts';
import { useT } from './i18n.tsx';
import { Icon } from './icons.tsx';
import './sortable-list.css';

/** A row of a sortable list. `name` is what announcements and buttons call it. */
export interface SortableItem {
  readonly id: string;
  readonly name: string;
}

interface Board {
  readonly items: readonly SortableItem[];
  readonly onMove: (from: number, to: number) => void;
  /** Where a source that is being dragged would go. */
  readonly insertAt: number | null;
}

const BoardContext = createContext<Board | null>(null);
const listEnd = 'list-end';
const sourcePrefix = 'source:';
const longPress = 250;

const isSource = (active: Active | null): boolean => String(active?.id ?? '').startsWith(sourcePrefix);
const nameOf = (active: Active): string => String(active.data.current?.name ?? '');

/** Rows go to the nearest row. A source counts only over the list, so that letting go elsewhere does nothing. */
const detectCollision: CollisionDetection = (args) => {
  if (!isSource(args.active)) {
    return closestCenter({
      ...args,
      droppableContainers: args.droppableContainers.filter(({ id }) => id !== listEnd),
    });
  }
  const hits = args.pointerCoordinates === null ? closestCenter(args) : pointerWithin(args);
  const rows = hits.filter(({ id }) => id !== listEnd);
  return rows.length > 0 ? rows : hits;
};

function indexFor(items: readonly SortableItem[], active: Active, over: Over | null): number | null {
  if (over === null) return null;
  if (over.id === listEnd) return items.length;
  const overIndex = items.findIndex(({ id }) => id === over.id);
  const box = active.rect.current.translated;
  return overIndex < 0 || box === null ? null : insertionIndex(overIndex, over.rect, box);
}

function announcementsFor(t: Translate, items: readonly SortableItem[]): Announcements {
  const total = (active: Active) => items.length + (isSource(active) ? 1 : 0);
  const position = (active: Active, over: Over | null) => {
    if (isSource(active)) return (indexFor(items, active, over) ?? items.length) + 1;
    const id = over?.id ?? active.id;
    return items.findIndex((item) => item.id === id) + 1;
  };
  const at = (active: Active, over: Over | null) => ({
    name: nameOf(active),
    position: position(active, over),
    total: total(active),
  });
  return {
    onDragStart: ({ active }) => t('common.sort_picked', at(active, null)),
    onDragOver: ({ active, over }) => t('common.sort_over', at(active, over)),
    onDragEnd: ({ active, over }) => t('common.sort_dropped', at(active, over)),
    onDragCancel: ({ active }) =>
      t('common.sort_cancelled', { name: nameOf(active), position: position(active, null) }),
  };
}

/**
 * Surroundings of one sortable list and of the sources that can be dragged into it. Works by mouse, by long press and by
 * keyboard (Space, arrows, Space), and says in the page's language what happens.
 */
export function DragBoard(props: {
  readonly items: readonly SortableItem[];
  readonly onMove: (from: number, to: number) => void;
  readonly onInsert?: (sourceId: string, at: number) => void;
  readonly children: ReactNode;
}) {
  const t = useT();
  const { items, onMove, onInsert } = props;
  const [lifted, setLifted] = useState<string | null>(null);
  const [insertAt, setInsertAt] = useState<number | null>(null);
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: longPress, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const clear = () => {
    setLifted(null);
    setInsertAt(null);
  };
  const showPlace = ({ active, over }: DragMoveEvent) => {
    if (isSource(active)) setInsertAt(indexFor(items, active, over));
  };
  const end = ({ active, over }: DragEndEvent) => {
    clear();
    if (isSource(active)) {
      const at = indexFor(items, active, over);
      if (at !== null) onInsert?.(String(active.id).slice(sourcePrefix.length), at);
      return;
    }
    const from = items.findIndex(({ id }) => id === active.id);
    const to = items.findIndex(({ id }) => id === over?.id);
    if (from >= 0 && to >= 0 && from !== to) onMove(from, to);
  };
  const board = useMemo(() => ({ items, onMove, insertAt }), [items, onMove, insertAt]);
  return (
    <BoardContext.Provider value={board}>
      <DndContext
        sensors={sensors}
        collisionDetection={detectCollision}
        autoScroll={{ threshold: { x: 0, y: 0.12 }, acceleration: 6 }}
        accessibility={{
          announcements: announcementsFor(t, items),
          screenReaderInstructions: { draggable: t('common.sort_instructions') },
        }}
        onDragStart={({ active }: DragStartEvent) => setLifted(nameOf(active))}
        onDragMove={showPlace}
        onDragOver={showPlace}
        onDragEnd={end}
        onDragCancel={clear}
      >
        {props.children}
        <DragOverlay dropAnimation={null}>
          {lifted !== null && (
            <div className="j-drag-chip">
              <Icon name="grip" size={18} />
              {lifted}
            </div>
          )}
        </DragOverlay>
      </DndContext>
    </BoardContext.Provider>
  );
}

/** What a row puts into its markup: the handle to drag by, and the buttons that do the same. */
export interface SortableParts {
  readonly handle: ReactNode;
  readonly moveButtons: ReactNode;
}

/** The rows of the board's list, in order. Stands inside a `DragBoard`. */
export function SortableRows(props: {
  readonly label: string;
  readonly render: (id: string, index: number, parts: SortableParts) => ReactNode;
}) {
  const board = useBoard();
  const ids = board.items.map(({ id }) => id);
  const { setNodeRef } = useDroppable({ id: listEnd });
  const last = board.items.length;
  return (
    <SortableContext items={ids} strategy={verticalListSortingStrategy}>
      <div ref={setNodeRef}>
        <ol className="j-sortable" aria-label={props.label}>
          {board.items.map((item, index) => (
            <SortableRow key={item.id} item={item} index={index} render={props.render} />
          ))}
        </ol>
        <div className={classNames('j-sortable__end', board.insertAt === last && 'j-sortable__end--on')} />
      </div>
    </SortableContext>
  );
}

function useBoard(): Board {
  const board = useContext(BoardContext);
  if (board === null) throw new Error('a sortable part needs a DragBoard above it');
  return board;
}

function SortableRow(props: {
  readonly item: SortableItem;
  readonly index: number;
  readonly render: (id: string, index: number, parts: SortableParts) => ReactNode;
}) {
  const t = useT();
  const { item, index } = props;
  const board = useBoard();
  const sortable = useSortable({
    id: item.id,
    data: { name: item.name },
    attributes: { roleDescription: t('common.sort_role') },
  });
  const { attributes, listeners, setActivatorNodeRef, setNodeRef, transform, transition, isDragging } =
    sortable;
  const handle = (
    <button
      ref={setActivatorNodeRef}
      className="j-handle"
      {...attributes}
      {...listeners}
      type="button"
      aria-label={t('common.sort_handle', { name: item.name })}
    >
      <Icon name="grip" />
    </button>
  );
  return (
    <li
      ref={setNodeRef}
      className={classNames(
        'j-sortable__row',
        isDragging && 'j-sortable__row--lifted',
        board.insertAt === index && 'j-sortable__row--before',
      )}
      style={{ transform: CSS.Translate.toString(transform), transition }}
    >
      {props.render(item.id, index, {
        handle,
        moveButtons: (
          <MoveButtons name={item.name} index={index} count={board.items.length} onMove={board.onMove} />
        ),
      })}
    </li>
  );
}

function MoveButtons(props: {
  readonly name: string;
  readonly index: number;
  readonly count: number;
  readonly onMove: (from: number, to: number) => void;
}) {
  const t = useT();
  const { name, index, count, onMove } = props;
  return (
    <>
      <IconButton
        icon="up"
        label={t('common.sort_up', { name })}
        disabled={index === 0}
        onClick={() => onMove(index, index - 1)}
      />
      <IconButton
        icon="down"
        label={t('common.sort_down', { name })}
        disabled={index === count - 1}
        onClick={() => onMove(index, index + 1)}
      />
    </>
  );
}

/** Something that can be dragged into the board's list. Put a button inside that adds it without dragging. */
export function DragSource(props: {
  readonly id: string;
  readonly name: string;
  readonly children: ReactNode;
}) {
  const { setNodeRef, listeners, isDragging } = useDraggable({
    id: `${sourcePrefix}${props.id}`,
    data: { name: props.name },
  });
  // By keyboard and for screen readers the button inside does the same, so the card itself is no control.
  const { onKeyDown: _keyboard, ...press } = listeners ?? {};
  return (
    <div
      ref={setNodeRef}
      className={classNames('j-drag-source', isDragging && 'j-drag-source--lifted')}
      {...press}
    >
      {props.children}
    </div>
  );
}
