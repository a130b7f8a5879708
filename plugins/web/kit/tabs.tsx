import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import './tabs.css';

export interface Tab<Id extends string> {
  readonly id: Id;
  readonly label: ReactNode;
  readonly content: () => ReactNode;
}

/** One of several panels. Only the chosen one is rendered. Arrow keys, Home and End move between the tabs. */
export function Tabs<Id extends string>(props: {
  readonly label: string;
  readonly tabs: readonly Tab<Id>[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
}) {
  const base = useId();
  const { tabs, value } = props;
  const current = Math.max(
    0,
    tabs.findIndex((tab) => tab.id === value),
  );
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const row = list.current;
    const chosen = row?.children[current];
    if (!row || !chosen) return;
    const [outer, inner] = [row.getBoundingClientRect(), chosen.getBoundingClientRect()];
    if (inner.left < outer.left) row.scrollLeft -= outer.left - inner.left;
    if (inner.right > outer.right) row.scrollLeft += inner.right - outer.right;
  }, [current]);
  const move = (event: KeyboardEvent) => {
    const last = tabs.length - 1;
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: current === last ? 0 : current + 1,
      ArrowLeft: current === 0 ? last : current - 1,
      Home: 0,
      End: last,
    };
    const next = tabs[steps[event.key] ?? -1];
    if (!next) return;
    event.preventDefault();
    props.onChange(next.id);
    document.getElementById(`${base}-tab-${next.id}`)?.focus();
  };
  return (
    <div>
      <div ref={list} className="j-tabs__list" role="tablist" aria-label={props.label} onKeyDown={move}>
        {tabs.map((tab, index) => (
          <button
            key={tab.id}
            id={`${base}-tab-${tab.id}`}
            type="button"
            role="tab"
            aria-selected={index === current}
            aria-controls={`${base}-panel`}
            tabIndex={index === current ? 0 : -1}
            onClick={() => props.onChange(tab.id)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div
        id={`${base}-panel`}
        className="j-tabs__panel"
        role="tabpanel"
        aria-labelledby={`${base}-tab-${tabs[current]?.id}`}
      >
        {tabs[current]?.content()}
      </div>
    </div>
  );
}
