import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { withFormFile } from '#adapters/http/multipart-file.ts';

const app = new Hono().post('/:company', (c) =>
  withFormFile(c, { company: c.req.param('company'), field: 'file', maxBytes: 1000 }, async ({ fileName }) =>
    c.text(fileName),
  ),
);
app.onError((_error, c) => c.text('refused', 500));

const send = async (company: string, name: string) => {
  const form = new FormData();
  form.append('file', new File(['简历'], name));
  return (await app.request(`/${company}`, { method: 'POST', body: form })).text();
};

/** An upload that is announced and then sends nothing more, until it is cut off. */
function stalled(company: string): () => void {
  let cut = () => {};
  const body = new ReadableStream({
    start(controller) {
      cut = () => controller.error(new Error('cut off'));
    },
  });
  const headers = { 'content-type': 'multipart/form-data; boundary=x' };
  void app.request(`/${company}`, { method: 'POST', body, headers, duplex: 'half' } as RequestInit);
  return () => cut();
}

test('uploads of one company that never end keep no other company waiting', async () => {
  const cuts = Array.from({ length: 5 }, () => stalled('slow'));

  expect(await send('other', '李雷.txt')).toBe('李雷.txt');
  for (const cut of cuts) cut();
});

test('what waits behind uploads of its own company goes on when they are cut off', async () => {
  const cuts = [stalled('slow'), stalled('slow')];
  const waits = send('slow', '韩梅梅.txt');
  const early = await Promise.race([waits, new Promise((resolve) => setTimeout(resolve, 50, 'waits'))]);
  for (const cut of cuts) cut();

  expect(early).toBe('waits');
  expect(await waits).toBe('韩梅梅.txt');
});
