import { useReader } from '../candidate-kit/words.tsx';

/** A request with what became of it. */
export interface Exchange {
  readonly id: string;
  readonly text: string;
  readonly createdAt: string;
  readonly state: string;
  readonly answer: string | null;
}

/** Earlier requests and their answers. */
export function ExchangeList(props: {
  readonly items: readonly Exchange[];
  readonly stateWords: (item: Exchange) => string;
}) {
  const { t, time } = useReader();
  if (props.items.length === 0) return null;
  return (
    <ul className="m-exchanges">
      {props.items.map((item) => (
        <li key={item.id}>
          <p className="c-under">
            <span>{t('me.appeal_item', { time: time(item.createdAt) })}</span>
            <strong>{props.stateWords(item)}</strong>
          </p>
          <p className="m-words">{item.text}</p>
          {item.answer && <p className="m-quote m-words">{t('me.answer', { answer: item.answer })}</p>}
        </li>
      ))}
    </ul>
  );
}
