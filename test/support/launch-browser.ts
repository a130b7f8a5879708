import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import { decompress } from 'wawoff2';
import manifest from '../../package.json' with { type: 'json' };

const require = createRequire(import.meta.url);
const fontPackage = dirname(require.resolve('@fontsource-variable/noto-sans-sc/package.json'));
const pins = manifest.devDependencies;

/** One folder per pair of versions, so that a raised pin never meets what an older one unpacked. */
const cache = join(
  tmpdir(),
  `jinji-browser-${pins['@sparticuz/chromium']}-${pins['@fontsource-variable/noto-sans-sc']}`,
);
const libraries = join(cache, 'al2023', 'lib');
const fontConfig = join(cache, 'fonts.conf');

export interface BrowserOptions {
  /** A WAV file that the fake microphone plays in a loop; without it the microphone beeps. */
  readonly audioFile?: string;
  /** A Y4M or MJPEG file that the fake camera shows; without it the camera shows a test pattern. */
  readonly videoFile?: string;
  /** False makes the browser refuse camera and microphone as a person would. */
  readonly allowMedia?: boolean;
}

/**
 * Starts a real Chromium with a fake camera and microphone and Chinese fonts. It comes out of npm packages together
 * with the system libraries that a bare container lacks; `CHROMIUM_PATH` names another one instead.
 */
export async function launchBrowser(options: BrowserOptions = {}): Promise<Browser> {
  await unpackOnce();
  const own = process.env.CHROMIUM_PATH;
  return chromium.launch({
    executablePath: own ?? join(cache, 'chromium'),
    env: {
      ...(process.env as Record<string, string>),
      FONTCONFIG_FILE: fontConfig,
      ...(own === undefined && { LD_LIBRARY_PATH: libraries }),
    },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--use-fake-device-for-media-stream',
      `--use-fake-ui-for-media-stream${options.allowMedia === false ? '=deny' : ''}`,
      ...(options.audioFile === undefined ? [] : [`--use-file-for-fake-audio-capture=${options.audioFile}`]),
      ...(options.videoFile === undefined ? [] : [`--use-file-for-fake-video-capture=${options.videoFile}`]),
    ],
  });
}

/** Unpacks beside the cache and renames it into place, because a run that is stopped half way must not leave half a browser. */
async function unpackOnce(): Promise<void> {
  if (existsSync(fontConfig)) return;
  const staging = await mkdtemp(`${cache}-`);
  await Promise.all([unpackChromium(staging), unpackFonts(join(staging, 'ttf'))]);
  await writeFile(
    join(staging, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">` +
      `<fontconfig><dir>${join(cache, 'ttf')}</dir><cachedir>${join(cache, 'fc')}</cachedir></fontconfig>`,
  );
  try {
    await rename(staging, cache);
  } catch (cause) {
    await rm(staging, { recursive: true, force: true });
    if (!existsSync(fontConfig)) throw new Error(`Cannot place the browser in ${cache}`, { cause });
  }
}

/**
 * In a process of its own: the package decides from TMPDIR and from a Lambda variable, when it is imported, where it
 * unpacks and whether it brings its own NSS libraries.
 */
async function unpackChromium(folder: string): Promise<void> {
  const script = `const { default: chromium } = await import('@sparticuz/chromium'); await chromium.executablePath();`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
    cwd: dirname(require.resolve('@sparticuz/chromium')),
    env: { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x', NODE_OPTIONS: '' },
  });
}

/** fontconfig does not read woff2, so each piece of the font is written as TrueType. */
async function unpackFonts(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const source = join(fontPackage, 'files');
  for (const name of (await readdir(source)).filter((file) => file.endsWith('.woff2'))) {
    const ttf = await decompress(await readFile(join(source, name)));
    await writeFile(join(folder, name.replace(/woff2$/, 'ttf')), ttf);
  }
}
