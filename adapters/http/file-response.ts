import type { ByteStream, ObjectContent } from '#core/ports/object-store.ts';
import type { Resume } from '#core/ports/repositories/candidates.ts';

/** A stream that Fetch understands, pulled piece by piece so that nothing piles up. */
function readable(body: ByteStream): ReadableStream<Uint8Array> {
  const pieces = body[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await pieces.return?.(undefined);
    },
  });
}

/** `filename*` of RFC 6266 with a plain fallback: Chinese names arrive as they are. */
function disposition(kind: 'inline' | 'attachment', fileName: string): string {
  const plain = fileName.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(fileName).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

const isPdf = (bytes: Uint8Array): boolean =>
  String.fromCharCode(...bytes.subarray(0, 1024)).includes('%PDF-');

/**
 * Sends a stranger's file. Only what its bytes show to be a PDF may open in the browser, in a page that may load and
 * run nothing; HTML and everything else is always saved as a file of no type.
 */
export async function fileResponse(resume: Resume, content: ObjectContent, view: boolean): Promise<Response> {
  const pieces = content.body[Symbol.asyncIterator]();
  const first = await pieces.next();
  const head = first.done ? new Uint8Array() : first.value;
  const pdf = isPdf(head);
  const whole: ByteStream = {
    async *[Symbol.asyncIterator]() {
      if (!first.done) yield head;
      for (let next = await pieces.next(); !next.done; next = await pieces.next()) yield next.value;
    },
  };
  return new Response(readable(whole), {
    headers: {
      'content-type': pdf ? 'application/pdf' : 'application/octet-stream',
      'content-length': String(content.size),
      'content-disposition': disposition(pdf && view ? 'inline' : 'attachment', resume.fileName),
      'content-security-policy':
        "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
}
