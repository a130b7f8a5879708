import { type ReactNode, useEffect, useRef } from 'react';
import { Action } from './parts.tsx';
import { useReader } from './words.tsx';

/**
 * A question before something that cannot be undone. A native dialog where the browser has one; older WebViews show
 * it in place, with the focus inside.
 */
export function Ask(props: {
  readonly title: string;
  readonly children: ReactNode;
  readonly yes: string;
  readonly danger?: boolean;
  readonly busy?: boolean;
  readonly onYes: () => void;
  readonly onNo: () => void;
}) {
  const { t } = useReader();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    const place = dialog.current;
    if (typeof place?.showModal === 'function') place.showModal();
    else place?.setAttribute('open', '');
    heading.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className="c-ask"
      aria-labelledby="ask-title"
      onCancel={(event) => {
        event.preventDefault();
        if (!props.busy) props.onNo();
      }}
    >
      <h2 id="ask-title" ref={heading} tabIndex={-1}>
        {props.title}
      </h2>
      <div>{props.children}</div>
      <div className="c-actions">
        <Action onClick={props.onNo}>{t('interview.cancel')}</Action>
        <Action look={props.danger ? 'danger' : 'primary'} busy={props.busy ?? false} onClick={props.onYes}>
          {props.yes}
        </Action>
      </div>
    </dialog>
  );
}
