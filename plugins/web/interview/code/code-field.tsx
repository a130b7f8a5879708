import { type KeyboardEvent, useRef } from 'react';
import { useReader } from '../../candidate-kit/words.tsx';
import type { Draft } from '../draft.ts';
import type { ProcessCounter } from '../process-signals.ts';
import './code-field.css';
import { breakLine, type Edit, indent, insertSymbol, outdent, type Typed } from './code-typing.ts';

/** What phones hide two keyboards deep. */
const symbols = ['(', ')', '{', '}', '[', ']', '=', '<', '>', ':', ';', '"', "'", '_', '+', '-', '*', '/'];

const typedIn = (area: HTMLTextAreaElement): Typed => ({
  text: area.value,
  start: area.selectionStart,
  end: area.selectionEnd,
});

/** Makes an edit as if it had been typed, so that the browser's own undo takes it back. */
function apply(area: HTMLTextAreaElement, edit: Edit): void {
  area.focus();
  area.setSelectionRange(edit.from, edit.to);
  const done =
    edit.insert === ''
      ? document.execCommand('delete')
      : document.execCommand('insertText', false, edit.insert);
  if (!done) {
    area.setRangeText(edit.insert, edit.from, edit.to);
    area.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  area.setSelectionRange(edit.start, edit.end);
}

/** Keeps the focus, and with it the phone's keyboard, in the field. */
const holdFocus = (event: { preventDefault(): void }) => event.preventDefault();

/**
 * Writing code on a phone or with a keyboard: steps in and out, lines that keep their depth, symbols at hand. Escape
 * gives the Tab key back to the page.
 */
export function CodeField(props: {
  readonly draft: Draft;
  readonly busy: boolean;
  readonly counter: ProcessCounter;
}) {
  const { t } = useReader();
  const { draft, counter } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  const released = useRef(false);
  const edit = (make: (typed: Typed) => Edit) => {
    if (area.current && !props.busy) apply(area.current, make(typedIn(area.current)));
  };
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Escape') {
      released.current = true;
      return;
    }
    const free = released.current;
    released.current = false;
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Tab' && !free) {
      event.preventDefault();
      edit(event.shiftKey ? outdent : indent);
    }
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      edit(breakLine);
    }
  };
  return (
    <div className="c-field">
      <label htmlFor="code">{t('interview.code_label')}</label>
      <p className="c-choice__help" id="code-help">
        {t('interview.code_help')}
      </p>
      <div className="i-code">
        <div className="i-code__keys" role="toolbar" aria-label={t('interview.code_symbols')}>
          <button type="button" disabled={props.busy} onMouseDown={holdFocus} onClick={() => edit(indent)}>
            {t('interview.code_in')}
          </button>
          <button type="button" disabled={props.busy} onMouseDown={holdFocus} onClick={() => edit(outdent)}>
            {t('interview.code_out')}
          </button>
          {symbols.map((symbol) => (
            <button
              key={symbol}
              type="button"
              disabled={props.busy}
              onMouseDown={holdFocus}
              onClick={() => edit((typed) => insertSymbol(typed, symbol))}
            >
              {symbol}
            </button>
          ))}
        </div>
        <textarea
          id="code"
          ref={area}
          className="c-text i-code__text"
          aria-describedby="code-help code-keys"
          autoCapitalize="off"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          wrap="off"
          rows={10}
          readOnly={props.busy}
          value={draft.text}
          onKeyDown={press}
          onPaste={(event) => counter.pasted(event.clipboardData?.getData('text').length ?? 0)}
          onInput={(event) => {
            const next = event.currentTarget.value;
            const { inputType } = event.nativeEvent as InputEvent;
            if (inputType !== 'insertFromPaste') counter.typed(next.length - draft.text.length);
            draft.write(next);
          }}
        />
      </div>
      <p className="c-choice__help i-code__hint" id="code-keys">
        {t('interview.code_keys')}
      </p>
    </div>
  );
}
