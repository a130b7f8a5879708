import type { Answer, CallOptions, HttpClient } from '#test/support/http-client.ts';

/** Asks until the server answers: a connection that is refused or breaks off means nothing was acknowledged. */
export interface PatientClient {
  /** @throws Error for an answer that a client must never get here: 5xx, or a refusal */
  ask(method: string, path: string, options?: CallOptions): Promise<Answer>;
}

/** How long a server may take to come back before the run counts as failed. */
const longestOutageMs = 300_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** @param stopped makes waiting clients give up */
export function patientClient(client: HttpClient, stopped: AbortSignal): PatientClient {
  return {
    async ask(method, path, options) {
      const giveUp = Date.now() + longestOutageMs;
      for (;;) {
        const answer = await client.call(method, path, options).catch(() => null);
        if (answer && answer.status < 400) return answer;
        if (answer) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
        if (stopped.aborted) throw new Error('the run has ended');
        if (Date.now() > giveUp) throw new Error(`${method} ${path}: the server did not come back`);
        await pause(20);
      }
    },
  };
}
