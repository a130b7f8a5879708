import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { useT } from './i18n.tsx';

/** A question that needs a yes before something happens. */
export interface Question {
  readonly title: string;
  readonly text: ReactNode;
  /** Names the deed: "删除职位", never only "确定". */
  readonly confirmLabel: string;
  readonly cancelLabel?: string;
  /** Cannot be taken back. */
  readonly danger?: boolean;
}

/** The dialog of one question. */
export function ConfirmDialog(
  props: Question & {
    readonly busy?: boolean;
    readonly onConfirm: () => void;
    readonly onCancel: () => void;
  },
) {
  const t = useT();
  return (
    <Dialog
      title={props.title}
      onClose={props.onCancel}
      footer={
        <>
          <Button onClick={props.onCancel}>{props.cancelLabel ?? t('common.cancel')}</Button>
          <Button
            look={props.danger ? 'danger' : 'primary'}
            busy={props.busy ?? false}
            onClick={props.onConfirm}
          >
            {props.confirmLabel}
          </Button>
        </>
      }
    >
      {typeof props.text === 'string' ? <p>{props.text}</p> : props.text}
    </Dialog>
  );
}

type Ask = (question: Question) => Promise<boolean>;
const ConfirmContext = createContext<Ask | null>(null);

/** Lets everything inside ask questions with `useConfirm`. A second question answers the first with no. */
export function ConfirmProvider(props: { readonly children: ReactNode }) {
  const [question, setQuestion] = useState<Question | null>(null);
  const answer = useRef<((yes: boolean) => void) | null>(null);
  const ask = useCallback<Ask>((next) => {
    answer.current?.(false);
    return new Promise((resolve) => {
      answer.current = resolve;
      setQuestion(next);
    });
  }, []);
  const settle = (yes: boolean) => {
    setQuestion(null);
    answer.current?.(yes);
    answer.current = null;
  };
  return (
    <ConfirmContext.Provider value={ask}>
      {props.children}
      {question && (
        <ConfirmDialog {...question} onConfirm={() => settle(true)} onCancel={() => settle(false)} />
      )}
    </ConfirmContext.Provider>
  );
}

/** Asks the reader: `if (await confirm({ … })) …`. @throws Error outside a `ConfirmProvider`. */
export function useConfirm(): Ask {
  const ask = useContext(ConfirmContext);
  if (ask === null) throw new Error('useConfirm needs a ConfirmProvider above it');
  return ask;
}
