import { useEffect, useId, useRef, useState } from 'react';
import { IconButton } from './button.tsx';
import './field.css';
import { useT } from './i18n.tsx';
import { Icon } from './icons.tsx';
import './search-input.css';

const pause = 300;

/** Search words, handed on after a short pause and never in the middle of composing Chinese characters. */
export function SearchInput(props: {
  readonly label: string;
  readonly placeholder?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const t = useT();
  const id = useId();
  const [text, setText] = useState(props.value);
  const composing = useRef(false);
  const given = useRef(props.value);
  const latest = useRef(props.onChange);
  latest.current = props.onChange;
  useEffect(() => {
    if (props.value === given.current) return;
    given.current = props.value;
    setText(props.value);
  }, [props.value]);
  useEffect(() => {
    if (composing.current || text === given.current) return undefined;
    const timer = setTimeout(() => give(text), pause);
    return () => clearTimeout(timer);
  }, [text]);
  const give = (value: string) => {
    given.current = value;
    latest.current(value);
  };
  const clear = () => {
    setText('');
    give('');
  };
  return (
    <div className="j-search">
      <label className="j-sr" htmlFor={id}>
        {props.label}
      </label>
      <Icon name="search" size={18} />
      <input
        id={id}
        type="search"
        className="j-input"
        placeholder={props.placeholder ?? props.label}
        value={text}
        onCompositionStart={() => {
          composing.current = true;
        }}
        onCompositionEnd={(event) => {
          composing.current = false;
          setText(event.currentTarget.value);
          give(event.currentTarget.value);
        }}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !composing.current) give(text);
        }}
      />
      {text !== '' && <IconButton icon="close" label={t('common.clear')} onClick={clear} />}
    </div>
  );
}
