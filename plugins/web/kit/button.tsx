import { type ButtonHTMLAttributes, type ReactNode, useId } from 'react';
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

/**
 * A button with words. While `busy` it shows a ring, keeps its focus and ignores clicks; the same while something
 * `lacks`, which stands before it and is spoken when it changes and when the button is reached.
 */
export function Button(
  props: NativeButton & {
    readonly look?: ButtonLook;
    readonly icon?: IconName;
    readonly busy?: boolean;
    readonly wide?: boolean;
    readonly submit?: boolean;
    /** What is still needed before it can be pressed, in words; null once nothing is. */
    readonly lacks?: string | null;
    readonly children: ReactNode;
  },
) {
  const { look, icon, busy = false, wide, submit = false, lacks, children, onClick, ...native } = props;
  const id = useId();
  const off = busy || Boolean(lacks);
  const button = (
    <button
      {...native}
      type={submit ? 'submit' : 'button'}
      className={buttonClass(look, wide)}
      aria-disabled={off || undefined}
      aria-busy={busy || undefined}
      aria-describedby={lacks ? id : native['aria-describedby']}
      onClick={(event) => {
        if (off) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {busy ? <Spinner /> : icon && <Icon name={icon} size={18} />}
      {children}
    </button>
  );
  if (lacks === undefined) return button;
  return (
    <>
      <span id={id} className="j-button__lacks" role="status">
        {lacks}
      </span>
      {button}
    </>
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
