import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { IconButton } from './button.tsx';
import { classNames } from './class-names.ts';
import './dialog.css';
import { useT } from './i18n.tsx';

const focusable =
  'a[href],button:not([disabled]),input:not([disabled]),select:not([disabled]),textarea:not([disabled])';

/** Safari before 15.4 has no `showModal`: keeps the focus inside by hand. */
function keepFocusInside(event: KeyboardEvent, box: HTMLElement): void {
  if (event.key !== 'Tab') return;
  const stops = Array.from(box.querySelectorAll<HTMLElement>(focusable));
  const first = stops[0];
  const last = stops[stops.length - 1];
  if (!first || !last) return;
  const leaving = event.shiftKey ? document.activeElement === first : document.activeElement === last;
  if (!leaving) return;
  event.preventDefault();
  (event.shiftKey ? last : first).focus();
}

/** Shows the element as a modal dialog and gives the function that ends it and returns the focus. */
function openModal(box: HTMLDialogElement): () => void {
  const before = document.activeElement;
  const back = () => {
    if (before instanceof HTMLElement && before.isConnected) before.focus();
  };
  if (typeof box.showModal === 'function') {
    box.showModal();
    return () => {
      box.close();
      back();
    };
  }
  box.setAttribute('open', '');
  const trap = (event: KeyboardEvent) => {
    if (event.key === 'Escape') box.dispatchEvent(new Event('cancel', { cancelable: true }));
    keepFocusInside(event, box);
  };
  document.addEventListener('keydown', trap);
  return () => {
    document.removeEventListener('keydown', trap);
    box.removeAttribute('open');
    back();
  };
}

/**
 * A modal dialog; it is open as long as it is rendered. Escape, the close button and a click beside it call `onClose`.
 * Rises from the lower edge on phones.
 */
export function Dialog(props: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
  readonly wide?: boolean;
}) {
  const t = useT();
  const id = useId();
  const box = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const close = useRef(props.onClose);
  close.current = props.onClose;

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const end = openModal(element);
    const wanted = element.querySelector<HTMLElement>('[data-autofocus]') ?? heading.current;
    wanted?.focus();
    const cancel = (event: Event) => {
      event.preventDefault();
      close.current();
    };
    // A press that began inside (selecting text) and ends outside must not close it.
    const press = (event: MouseEvent) => {
      if (event.target === element) close.current();
    };
    element.addEventListener('cancel', cancel);
    element.addEventListener('mousedown', press);
    return () => {
      element.removeEventListener('cancel', cancel);
      element.removeEventListener('mousedown', press);
      end();
    };
  }, []);

  const modern = typeof HTMLDialogElement !== 'undefined' && 'showModal' in HTMLDialogElement.prototype;
  return (
    <>
      {!modern && <div className="j-dialog__shade" />}
      <dialog
        ref={box}
        className={classNames('j-dialog', props.wide && 'j-dialog--wide')}
        role={modern ? undefined : 'dialog'}
        aria-modal="true"
        aria-labelledby={id}
      >
        <div className="j-dialog__head">
          <h2 id={id} ref={heading} tabIndex={-1}>
            {props.title}
          </h2>
          <IconButton icon="close" label={t('common.close')} onClick={props.onClose} />
        </div>
        <div className="j-dialog__body">{props.children}</div>
        {props.footer && <div className="j-dialog__foot">{props.footer}</div>}
      </dialog>
    </>
  );
}
