/** The answer to a URL check; null when the body is no such check. The check carries no signature, only the Verification Token. */
export function urlCheckAnswer(body: unknown): { readonly challenge: string } | null {
  if (typeof body !== 'object' || body === null) return null;
  const { type, challenge } = body as Readonly<Record<string, unknown>>;
  return type === 'url_verification' && typeof challenge === 'string' ? { challenge } : null;
}
