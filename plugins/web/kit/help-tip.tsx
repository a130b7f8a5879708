import { type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import './help-tip.css';
import { useT } from './i18n.tsx';
import { Icon } from './icons.tsx';
import { showBoxAt } from './place-box.ts';

/** A question mark that opens an explanation on click, tap or Enter; a hover alone never hides words from a phone. */
export function HelpTip(props: { readonly about: string; readonly children: ReactNode }) {
  const t = useT();
  const id = useId();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (open && box.current && button.current) {
      showBoxAt(box.current, button.current.getBoundingClientRect(), 'start');
    }
  }, [open]);
  useEffect(() => {
    if (!open) return undefined;
    const close = (event: Event) => {
      const target = event.target as Node;
      if (!box.current?.contains(target) && !button.current?.contains(target)) setOpen(false);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      setOpen(false);
    };
    document.addEventListener('pointerdown', close);
    document.addEventListener('keydown', onKey, true);
    window.addEventListener('scroll', close, true);
    return () => {
      document.removeEventListener('pointerdown', close);
      document.removeEventListener('keydown', onKey, true);
      window.removeEventListener('scroll', close, true);
    };
  }, [open]);
  return (
    <>
      <button
        ref={button}
        type="button"
        className="j-icon-button j-tip__button"
        aria-label={`${t('common.help')}:${props.about}`}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen((now) => !now)}
      >
        <Icon name="help" size={18} />
      </button>
      {open && (
        <div id={id} ref={box} className="j-tip" role="status">
          {props.children}
        </div>
      )}
    </>
  );
}
