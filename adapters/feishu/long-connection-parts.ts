import type { Fetch } from '#adapters/shared/http-fetch.ts';
import type { PlatformInstallation } from '#core/ports/platform.ts';
import type { PlatformStream } from '#core/ports/platform-stream.ts';

/** What the connection needs of the world. */
export interface LongConnectionParts {
  readonly fetch: Fetch;
  readonly apiBase?: string;
  readonly nowSeconds: () => number;
}

/** How the platform is given it: the SDK must not come into a Worker's bundle. */
export type LongConnection = (
  parts: LongConnectionParts,
  installation: PlatformInstallation,
) => PlatformStream;
