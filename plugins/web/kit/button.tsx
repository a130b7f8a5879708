import type { ButtonHTMLAttributes, ReactNode } from 'react';
import './button.css';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icons.tsx';
import { Spinner } from './spinner.tsx';

type NativeButton = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'type'>;

/** How much weight a button has on its page: at most one primary in view. */
export type ButtonLook = 'primary' | 'normal' | 'quiet' | 'danger';

/** Class names of a button, for links that look like one. */
export function buttonClass(look: ButtonLook = 'normal', wide = false): string {
  return classNames('j-button', look !== 'normal' && `j-button--${look}`, wide && 'j-button--wide');
}

/** A button with words. While `busy` it shows a ring, keeps its focus and ignores clicks. */
export function Button(
  props: NativeButton & {
    readonly look?: ButtonLook;
    readonly icon?: IconName;
    readonly busy?: boolean;
    readonly wide?: boolean;
    readonly submit?: boolean;
    readonly children: ReactNode;
  },
) {
  const { look, icon, busy = false, wide, submit = false, children, onClick, ...native } = props;
  return (
    <button
      {...native}
      type={submit ? 'submit' : 'button'}
      className={buttonClass(look, wide)}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {busy ? <Spinner /> : icon && <Icon name={icon} size={18} />}
      {children}
    </button>
  );
}

/** A button that shows only an icon; `label` is what it is called. */
export function IconButton(props: NativeButton & { readonly icon: IconName; readonly label: string }) {
  const { icon, label, ...native } = props;
  return (
    <button {...native} type="button" className="j-icon-button" aria-label={label} title={label}>
      <Icon name={icon} />
    </button>
  );
}
