import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

/** Makes renames, links and deletions in a directory survive a power cut. Node only. */
export async function flushDirectory(path: string): Promise<void> {
  const directory = await open(path, constants.O_RDONLY);
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
