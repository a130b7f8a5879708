/** Answers that leave as they are. */
const finished = new WeakSet<Response>();

/** Bytes from which packing an answer spares more than it costs. */
const worthPacking = 1024;

/**
 * A JSON answer with all its headers at once. A small one is finished: nobody adds a header or packs it afterwards,
 * which would make header objects that take longer than everything else that is done for it.
 */
export function jsonResponse(
  text: string,
  status: number,
  headers: Readonly<Record<string, string>>,
): Response {
  const bytes = new TextEncoder().encode(text);
  const response = new Response(bytes, {
    status,
    headers: {
      ...headers,
      'content-type': 'application/json',
      'content-length': String(bytes.byteLength),
      'cache-control': 'no-store',
    },
  });
  if (bytes.byteLength < worthPacking) finished.add(response);
  return response;
}

/** Whether an answer has all its headers and is too small to be packed. */
export const isFinished = (response: Response): boolean => finished.has(response);
