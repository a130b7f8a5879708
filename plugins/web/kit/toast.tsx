import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Button, IconButton } from './button.tsx';
import { classNames } from './class-names.ts';
import { useT } from './i18n.tsx';
import './toast.css';

/** A short message at the lower edge. One with an action stays longer. */
export interface ToastMessage {
  readonly text: string;
  readonly tone?: 'plain' | 'bad';
  /** Usually undo. Running it closes the message. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

interface Shown extends ToastMessage {
  readonly key: number;
}

type Show = (message: ToastMessage) => void;
const ToastContext = createContext<Show | null>(null);
const shortest = 5_000;
const withAction = 10_000;

/** Where toasts appear, and what lets `useToast` work inside. Keeps at most three. */
export function ToastProvider(props: { readonly children: ReactNode }) {
  const t = useT();
  const [shown, setShown] = useState<readonly Shown[]>([]);
  const last = useRef(0);
  const show = useCallback<Show>((message) => {
    last.current += 1;
    const key = last.current;
    setShown((all) => [...all.slice(-2), { ...message, key }]);
  }, []);
  const drop = useCallback((key: number) => setShown((all) => all.filter((one) => one.key !== key)), []);
  return (
    <ToastContext.Provider value={show}>
      {props.children}
      <section className="j-toasts" aria-label={t('common.notifications')} aria-live="polite">
        {shown.map((message) => (
          <Toast key={message.key} message={message} onDone={() => drop(message.key)} />
        ))}
      </section>
    </ToastContext.Provider>
  );
}

function Toast(props: { readonly message: Shown; readonly onDone: () => void }) {
  const t = useT();
  const { message } = props;
  const [held, setHeld] = useState(false);
  const done = useRef(props.onDone);
  done.current = props.onDone;
  const lasts = message.action || message.tone === 'bad' ? withAction : shortest;
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(() => done.current(), lasts);
    return () => clearTimeout(timer);
  }, [held, lasts]);
  const hold = useMemo(
    () => ({
      onMouseEnter: () => setHeld(true),
      onMouseLeave: () => setHeld(false),
      onFocusCapture: () => setHeld(true),
      onBlurCapture: () => setHeld(false),
    }),
    [],
  );
  return (
    <div className={classNames('j-toast', message.tone === 'bad' && 'j-toast--bad')} {...hold}>
      <span>{message.text}</span>
      {message.action && (
        <Button
          look="quiet"
          onClick={() => {
            message.action?.run();
            props.onDone();
          }}
        >
          {message.action.label}
        </Button>
      )}
      <IconButton icon="close" label={t('common.dismiss')} onClick={props.onDone} />
    </div>
  );
}

/** Shows a message: `toast({ text, action })`. @throws Error outside a `ToastProvider`. */
export function useToast(): Show {
  const show = useContext(ToastContext);
  if (show === null) throw new Error('useToast needs a ToastProvider above it');
  return show;
}
