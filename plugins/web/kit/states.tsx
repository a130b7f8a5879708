import type { ReactNode } from 'react';
import type { Translate } from '#core/i18n/translator.ts';
import type { ApiProblem } from './api-problem.ts';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import { useT } from './i18n.tsx';
import { Icon, type IconName } from './icons.tsx';
import './states.css';

/** Colour of a meaning. Colour is never the only sign: words or an icon go with it. */
export type Tone = 'plain' | 'brand' | 'info' | 'good' | 'warn' | 'bad';

/** The reader's words for a problem: what happened and what to do. */
export function problemWords(
  problem: ApiProblem,
  t: Translate,
): { readonly title: string; readonly remedy: string } {
  const { code, title, remedy } = problem.problem;
  if (code === 'NETWORK')
    return { title: t('common.error_network'), remedy: t('common.error_network_remedy') };
  if (code === 'TIMEOUT')
    return { title: t('common.error_timeout'), remedy: t('common.error_timeout_remedy') };
  if (title === '')
    return { title: t('common.error_unreadable'), remedy: t('common.error_unreadable_remedy') };
  return { title, remedy };
}

/** Says why a list is empty and offers the first step. */
export function EmptyState(props: {
  readonly icon?: IconName;
  readonly title?: string;
  /** 1 where it is the whole page. */
  readonly level?: 1 | 2;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}) {
  const t = useT();
  const Heading = props.level === 1 ? 'h1' : 'h2';
  return (
    <div className="j-empty">
      <span className="j-empty__icon">
        <Icon name={props.icon ?? 'file'} size={26} />
      </span>
      <Heading>{props.title ?? t('common.empty_title')}</Heading>
      {props.children && <p>{props.children}</p>}
      {props.action && <div className="j-empty__actions">{props.action}</div>}
    </div>
  );
}

/** The number by which an operator finds a problem in the log, to be copied. */
function Reference(props: { readonly requestId: string | null }) {
  const t = useT();
  if (!props.requestId) return null;
  return (
    <p className="j-small j-muted">
      {t('common.error_request')} <code>{props.requestId}</code>
    </p>
  );
}

/** Stands in the place of what could not be read, with the way to try again. */
export function ErrorState(props: {
  readonly problem: ApiProblem;
  readonly onRetry?: () => void;
  readonly action?: ReactNode;
}) {
  const t = useT();
  const words = problemWords(props.problem, t);
  const { requestId } = props.problem.problem;
  return (
    <div className="j-empty" role="alert">
      <span className="j-empty__icon j-empty__icon--bad">
        <Icon name="alert" size={26} />
      </span>
      <h2>{words.title}</h2>
      {words.remedy && <p>{words.remedy}</p>}
      <Reference requestId={requestId} />
      <div className="j-empty__actions">
        {props.onRetry && (
          <Button icon="refresh" onClick={props.onRetry}>
            {t('common.retry')}
          </Button>
        )}
        {props.action}
      </div>
    </div>
  );
}

const noticeIcons: Record<Tone, IconName> = {
  plain: 'info',
  brand: 'info',
  info: 'info',
  good: 'check-circle',
  warn: 'alert',
  bad: 'alert',
};

/** A box of words inside a page. `urgent` is spoken at once. */
export function Notice(props: {
  readonly tone?: Tone;
  readonly title?: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  readonly urgent?: boolean;
}) {
  const tone = props.tone ?? 'info';
  return (
    <div className={classNames('j-notice', `j-notice--${tone}`)} role={props.urgent ? 'alert' : undefined}>
      <Icon name={noticeIcons[tone]} />
      <div className="j-notice__body">
        {props.title && <strong>{props.title}</strong>}
        {props.children}
        {props.actions && <div className="j-notice__actions">{props.actions}</div>}
      </div>
    </div>
  );
}

/** Why a form could not be sent: the problem and every field that must change. */
export function ProblemNotice(props: { readonly problem: ApiProblem | null; readonly onRetry?: () => void }) {
  const t = useT();
  if (props.problem === null) return null;
  const words = problemWords(props.problem, t);
  const { errors, requestId } = props.problem.problem;
  return (
    <Notice
      tone="bad"
      urgent
      title={words.title}
      actions={
        props.onRetry && (
          <Button icon="refresh" onClick={props.onRetry}>
            {t('common.retry')}
          </Button>
        )
      }
    >
      {errors.length === 0 ? (
        <p>{words.remedy}</p>
      ) : (
        <ul>
          {errors.map((error) => (
            <li key={`${error.field} ${error.problem}`}>{error.problem}</li>
          ))}
        </ul>
      )}
      <Reference requestId={requestId} />
    </Notice>
  );
}

/** Grey lines in the place of what is being read. */
export function Skeleton(props: { readonly lines?: number }) {
  const t = useT();
  return (
    <div className="j-skeleton" role="status">
      <span className="j-sr">{t('common.loading')}</span>
      {Array.from({ length: props.lines ?? 6 }, (_, line) => `line-${line}`).map((line) => (
        <span key={line} aria-hidden="true" />
      ))}
    </div>
  );
}

/** A share done, 0..1. Without a value it only says that something runs. */
export function ProgressBar(props: { readonly value?: number; readonly label: string }) {
  return (
    <progress
      className="j-progress"
      aria-label={props.label}
      max={1}
      {...(props.value === undefined ? {} : { value: Math.min(1, Math.max(0, props.value)) })}
    />
  );
}

/** A small word on a colour. */
export function Badge(props: {
  readonly tone?: Tone;
  readonly icon?: IconName;
  readonly children: ReactNode;
}) {
  return (
    <span className={classNames('j-badge', props.tone && props.tone !== 'plain' && `j-badge--${props.tone}`)}>
      {props.icon && <Icon name={props.icon} size={14} />}
      {props.children}
    </span>
  );
}
