const mask = '[redacted]';

/**
 * Makes a function that removes what must never reach a log or an error: the given secrets, also URL-encoded and in base64,
 * bearer tokens, and the query part of every address.
 */
export function redactor(secrets: readonly string[]): (text: string) => string {
  const forms = secrets
    .filter((secret) => secret.length >= 4)
    .flatMap((secret) => [secret, encodeURIComponent(secret), btoa(unescapedBytes(secret))])
    .sort((a, b) => b.length - a.length);
  return (text) =>
    forms
      .reduce((clean, form) => clean.replaceAll(form, mask), text)
      .replace(/\b(Bearer|Basic)\s+[^\s"',]+/gi, `$1 ${mask}`)
      .replace(/(https?:\/\/[^\s?#"']*)[?#][^\s"']*/gi, `$1?${mask}`);
}

/** UTF-8 bytes as the one-byte characters that `btoa` takes. */
const unescapedBytes = (text: string): string => String.fromCharCode(...new TextEncoder().encode(text));

/** An error's names and messages down its chain of causes, redacted. The original is not kept: it may hold requests with headers. */
export function redactedCause(error: unknown, redact: (text: string) => string): Error {
  const words: string[] = [];
  for (let at = error, depth = 0; at instanceof Error && depth < 4; at = at.cause, depth += 1) {
    words.push(`${at.name}: ${at.message}`);
  }
  return new Error(redact(words.join(' ← ') || String(error)));
}
