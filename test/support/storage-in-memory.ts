import { statfs } from 'node:fs/promises';
import type { Plugin } from 'vitest/config';

/** Where Linux keeps files in memory. */
const inMemory = '/dev/shm';
/** Far more than the largest test file stores. */
const wantedBytes = 1024 ** 3;

const hasRoom = (): Promise<boolean> =>
  statfs(inMemory).then(
    ({ bavail, bsize }) => bavail * bsize > wantedBytes,
    () => false,
  );

/**
 * Keeps what the local D1 and R2 of a test file store in memory, where the machine has such a folder with room: the local D1
 * waits for the disk on every question, reads included, because it counts them in a bookmark. Stands after `cloudflareTest`.
 */
export function storageInMemory(): Plugin {
  const usual = process.env.TMPDIR;
  let starting = 0;
  const settle = () => {
    starting -= 1;
    if (starting > 0) return;
    if (usual === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = usual;
  };
  return {
    name: 'storage-in-memory',
    configureVitest({ project }) {
      const pool = project.config.poolRunner;
      if (!pool) throw new Error('storageInMemory() stands before cloudflareTest()');
      project.config.poolRunner = {
        ...pool,
        createPoolWorker(options) {
          const worker = pool.createPoolWorker(options);
          const start = worker.start.bind(worker);
          // Miniflare chooses its folder when it is made, and takes no other name for it than the system's.
          worker.start = async () => {
            const room = await hasRoom();
            starting += 1;
            if (room) process.env.TMPDIR = inMemory;
            try {
              await start();
            } finally {
              settle();
            }
          };
          return worker;
        },
      };
    },
  };
}
