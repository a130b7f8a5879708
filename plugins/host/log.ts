import { AppError } from '#core/errors/app-error.ts';
import type { Log, LogFields } from '#core/ports/log.ts';

/** Names whose values never reach a log, whatever they hold. */
const secretNames =
  /token|secret|key|password|authorization|cookie|phone|email|name|answer|text|resume|ticket/i;

/** Looks like a mainland phone number, a mail address or a long random text. */
const secretValues = /\b1[3-9]\d{9}\b|[\w.+-]+@[\w-]+\.\w+|[A-Za-z0-9_-]{32,}/g;

/** Ids (`cnd_…`) are long too, and are what logs are for. */
const isId = (text: string): boolean => /^[a-z]{3}_[0-9a-f-]{36}$/.test(text);

function redacted(fields: LogFields): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => {
      if (value === undefined) return [];
      if (secretNames.test(name)) return [[name, '[redacted]']];
      return [
        [
          name,
          typeof value === 'string'
            ? value.replace(secretValues, (m) => (isId(m) ? m : '[redacted]'))
            : value,
        ],
      ];
    }),
  );
}

/**
 * What an error says of itself, without what people wrote: the values of a failed query stand on the lines after its first,
 * and a parser quotes the text that it could not read.
 */
const shownMessage = ({ name, message }: Error): string =>
  name === 'SyntaxError'
    ? ''
    : (message.split('\n', 1)[0] ?? '').replace(secretValues, '[redacted]').slice(0, 200);

/** The kinds of errors in a chain of causes: names and codes, with places for faults of our own. */
function errorFacts(cause: unknown): Record<string, unknown> {
  const kinds: string[] = [];
  for (let e = cause; e instanceof Error && kinds.length < 5; e = e.cause) {
    kinds.push(e instanceof AppError ? `AppError:${e.code}` : `${e.name}: ${shownMessage(e)}`);
  }
  const stack =
    cause instanceof Error
      ? cause.stack
          ?.replace(cause.message, () => '')
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line.startsWith('at '))
          .slice(0, 5)
      : undefined;
  return { error: kinds.join(' < '), ...(stack ? { stack } : {}) };
}

const ranks = { info: 0, warn: 1, error: 2 } as const;

/** One JSON line per event through one redactor. */
export function jsonLog(level: keyof typeof ranks, write: (line: string) => void): Log {
  const line = (rank: keyof typeof ranks, event: string, fields: LogFields = {}, cause?: unknown) => {
    if (ranks[rank] < ranks[level]) return;
    const facts = cause === undefined ? {} : errorFacts(cause);
    write(
      JSON.stringify({ at: new Date().toISOString(), level: rank, event, ...redacted(fields), ...facts }),
    );
  };
  return {
    info: (event, fields) => line('info', event, fields),
    warn: (event, fields) => line('warn', event, fields),
    error: (event, fields, cause) => line('error', event, fields, cause),
  };
}
