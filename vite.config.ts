import { existsSync } from 'node:fs';
import { defineConfig, type UserConfig } from 'vite';

/** One entry per audience: the candidate's must never carry the weight of the HR pages. */
const audiences: Readonly<Record<string, string>> = {
  app: 'plugins/web/app/main.tsx',
  open: 'plugins/web/open/main.tsx',
  interview: 'plugins/web/interview/main.tsx',
  me: 'plugins/web/me/main.tsx',
};

/** The browser floor: WebViews of older office apps and WeChat. */
const browserFloor = ['chrome87', 'safari14'];

const client: UserConfig = {
  publicDir: false,
  build: {
    outDir: 'dist/client',
    emptyOutDir: true,
    // The server writes the shells from this (dist/client/.vite/manifest.json), so there is no index.html.
    manifest: true,
    target: browserFloor,
    cssTarget: browserFloor,
    // data: addresses would need a wider content security policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: Object.fromEntries(Object.entries(audiences).filter(([, file]) => existsSync(file))),
    },
  },
};

const server: UserConfig = {
  publicDir: false,
  // Some of these packages are hundreds of small files, which at each start took longer to find and open than all the rest.
  ssr: { noExternal: [/^@sinclair\/typebox/, /^drizzle-orm/, /^hono/, /^@hono\//, /^htmlparser2/] },
  build: {
    ssr: true,
    outDir: 'dist/server',
    emptyOutDir: true,
    target: 'node20',
    sourcemap: true,
    // All other packages stay outside (Vite's default for ssr): libsql is a native module, the large ones come when used.
    rolldownOptions: {
      // Uploaded files are read in a thread of their own, which starts from a file of its own.
      input: { node: 'plugins/host/node.ts', 'reader-worker': 'adapters/documents/reader-worker.ts' },
      output: { entryFileNames: '[name].js' },
    },
  },
};

/** `vite build` makes the pages; `vite build --ssr` makes the Node server. */
export default defineConfig(({ isSsrBuild }) => ({
  oxc: { jsx: { runtime: 'automatic', importSource: 'react' } },
  ...(isSsrBuild ? server : client),
}));
