import { Fragment, type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icons.tsx';
import './menu.css';
import { showBoxAt } from './place-box.ts';

export interface MenuItem {
  readonly label: string;
  readonly icon?: IconName;
  readonly run: () => void;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  /** Given for one of several values: whether it is the current one. */
  readonly checked?: boolean;
}

export interface MenuGroup {
  readonly label?: string;
  readonly items: readonly MenuItem[];
}

/** What the button of a menu needs. */
export interface MenuButton {
  readonly ref: (element: HTMLButtonElement | null) => void;
  readonly onClick: () => void;
  readonly 'aria-haspopup': 'menu';
  readonly 'aria-expanded': boolean;
  readonly 'aria-controls': string | undefined;
}

/** A list of actions under a button. Arrow keys, Home, End and letters move; Escape and a press elsewhere close. */
export function Menu(props: {
  readonly groups: readonly MenuGroup[];
  readonly button: (attributes: MenuButton) => ReactNode;
}) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement | null>(null);
  const close = (focusBack: boolean) => {
    setOpen(false);
    if (focusBack) anchor.current?.focus();
  };
  return (
    <>
      {props.button({
        ref: (element) => {
          anchor.current = element;
        },
        onClick: () => setOpen((now) => !now),
        'aria-haspopup': 'menu',
        'aria-expanded': open,
        'aria-controls': open ? id : undefined,
      })}
      {open && anchor.current && (
        <MenuList id={id} groups={props.groups} anchor={anchor.current} onClose={close} />
      )}
    </>
  );
}

function MenuList(props: {
  readonly id: string;
  readonly groups: readonly MenuGroup[];
  readonly anchor: HTMLElement;
  readonly onClose: (focusBack: boolean) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const close = useRef(props.onClose);
  close.current = props.onClose;

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    showBoxAt(element, props.anchor.getBoundingClientRect(), 'end');
    element.querySelector<HTMLElement>('button')?.focus();
  }, [props.anchor]);

  useEffect(() => {
    const press = (event: Event) => {
      const target = event.target as Node;
      if (!box.current?.contains(target) && !props.anchor.contains(target)) close.current(false);
    };
    const away = (event: Event) => {
      if (!box.current?.contains(event.target as Node)) close.current(false);
    };
    document.addEventListener('pointerdown', press);
    window.addEventListener('scroll', away, true);
    window.addEventListener('resize', away);
    return () => {
      document.removeEventListener('pointerdown', press);
      window.removeEventListener('scroll', away, true);
      window.removeEventListener('resize', away);
    };
  }, [props.anchor]);

  const move = (event: React.KeyboardEvent) => {
    const items = Array.from(box.current?.querySelectorAll<HTMLElement>('button') ?? []);
    const next = nextItem(event.key, items, items.indexOf(document.activeElement as HTMLElement));
    if (event.key === 'Escape' || event.key === 'Tab') {
      if (event.key === 'Escape') event.preventDefault();
      event.stopPropagation();
      props.onClose(true);
    } else if (next) {
      event.preventDefault();
      next.focus();
    }
  };

  return (
    <div id={props.id} ref={box} className="j-menu" role="menu" tabIndex={-1} onKeyDown={move}>
      {props.groups.map((group, index) => (
        <Fragment key={group.label ?? `group-${index}`}>
          {group.label && <div className="j-menu__label">{group.label}</div>}
          {group.items.map((item) => (
            <MenuEntry key={item.label} item={item} onDone={() => props.onClose(true)} />
          ))}
        </Fragment>
      ))}
    </div>
  );
}

function MenuEntry(props: { readonly item: MenuItem; readonly onDone: () => void }) {
  const { item } = props;
  return (
    <button
      type="button"
      {...(item.checked === undefined
        ? { role: 'menuitem' }
        : { role: 'menuitemradio', 'aria-checked': item.checked })}
      aria-disabled={item.disabled || undefined}
      tabIndex={-1}
      className={classNames(item.danger && 'j-menu__danger')}
      onClick={() => {
        if (item.disabled) return;
        props.onDone();
        item.run();
      }}
    >
      {item.icon && <Icon name={item.icon} size={18} />}
      {item.label}
      {item.checked && <Icon name="check" size={18} className="j-menu__tick" />}
    </button>
  );
}

function nextItem(key: string, items: readonly HTMLElement[], current: number): HTMLElement | undefined {
  const count = items.length;
  if (key === 'ArrowDown') return items[(current + 1) % count];
  if (key === 'ArrowUp') return items[(current - 1 + count) % count];
  if (key === 'Home') return items[0];
  if (key === 'End') return items[count - 1];
  if (key.length !== 1 || key === ' ') return undefined;
  const after = [...items.slice(current + 1), ...items.slice(0, current + 1)];
  return after.find((item) => item.textContent?.trim().toLowerCase().startsWith(key.toLowerCase()));
}
