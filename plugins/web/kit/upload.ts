import { localProblem, problemFromBody } from './api-problem.ts';

export interface UploadRequest {
  readonly file: Blob;
  /** Name of the file as the reader knows it; the file's own if left out. */
  readonly name?: string;
  /** Further form fields. */
  readonly fields?: Readonly<Record<string, string>>;
  /** 0..1, of bytes handed to the network. */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
  readonly idempotencyKey?: string;
}

/**
 * Sends a file by XMLHttpRequest, because `fetch` reports no upload progress.
 * @throws ApiProblem; an `AbortError` when the signal fired.
 */
export function uploadFile(
  url: string,
  request: UploadRequest & { readonly headers: Readonly<Record<string, string>> },
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const { signal } = request;
    const aborted = () => signal?.reason ?? new DOMException('Aborted', 'AbortError');
    if (signal?.aborted) {
      reject(aborted());
      return;
    }
    const xhr = new XMLHttpRequest();
    const stop = () => xhr.abort();
    const settle = (finish: () => void) => {
      signal?.removeEventListener('abort', stop);
      finish();
    };
    xhr.open('POST', url);
    for (const [name, value] of Object.entries(request.headers)) xhr.setRequestHeader(name, value);
    xhr.upload.onprogress = (event) => {
      if (event.lengthComputable && event.total > 0) request.onProgress?.(event.loaded / event.total);
    };
    xhr.onabort = () => settle(() => reject(aborted()));
    xhr.onerror = () => settle(() => reject(localProblem('NETWORK')));
    xhr.onload = () => settle(() => finishUpload(xhr, resolve, reject));
    signal?.addEventListener('abort', stop, { once: true });
    const form = new FormData();
    for (const [name, value] of Object.entries(request.fields ?? {})) form.append(name, value);
    const name = request.name ?? (request.file instanceof File ? request.file.name : 'file');
    form.append('file', request.file, name);
    xhr.send(form);
  });
}

function finishUpload(
  xhr: XMLHttpRequest,
  resolve: (answer: unknown) => void,
  reject: (reason: unknown) => void,
): void {
  if (xhr.status < 200 || xhr.status >= 300) {
    reject(problemFromBody(xhr.status, xhr.responseText));
    return;
  }
  try {
    resolve(xhr.responseText === '' ? undefined : JSON.parse(xhr.responseText));
  } catch (cause) {
    reject(localProblem('UNREADABLE', cause));
  }
}
