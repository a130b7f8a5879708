import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { ApiCaller, type Ask } from '#plugins/host/cli/demo/api-caller.ts';
import { takeInterview } from '#plugins/host/cli/demo/candidate-side.ts';
import {
  invite,
  openScreening,
  publishJob,
  releaseFeedback,
  uploadResume,
} from '#plugins/host/cli/demo/hiring.ts';
import { readSampleInterviews } from '#plugins/host/cli/demo/sample-interviews.ts';
import { launchBrowser } from './launch-browser.ts';
import { root } from './project-files.ts';
import { viewports } from './screenshot.ts';
import { type RunningServer, startServer } from './start-server.ts';

/**
 * Takes the pictures of the READMEs and guides from the running product on the sample files:
 * `node --import tsx test/support/documentation-pictures.ts`. They lie in docs/images/<language>/.
 */
const languages = { zh: 'zh-CN', en: 'en-US' } as const;

type Language = keyof typeof languages;

const rubricStep = { zh: '评估维度', en: 'Dimensions' } as const;
const signInButton = { zh: '登录', en: 'Sign in' } as const;

/** Waits until a look finds something; everything here ends within seconds. */
async function until<T>(look: () => Promise<T | null>): Promise<T> {
  for (let i = 0; i < 200; i += 1) {
    const found = await look();
    if (found !== null) return found;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error('it did not happen within 50 s');
}

async function picture(page: Page, lang: Language, name: string, fullPage = false): Promise<void> {
  const folder = join(root, 'docs/images', lang);
  await mkdir(folder, { recursive: true });
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', fullPage });
}

const contextOf = (
  browser: Browser,
  lang: Language,
  viewport: keyof typeof viewports,
): Promise<BrowserContext> =>
  browser.newContext({ locale: languages[lang], viewport: viewports[viewport], deviceScaleFactor: 1 });

/** Signs the owner in and shares the session between the pages and the calls of this script. */
async function signIn(server: RunningServer, context: BrowserContext, lang: Language): Promise<Ask> {
  const page = await context.newPage();
  await page.goto(server.ownerLink ?? '');
  await page.getByRole('button', { name: signInButton[lang], exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  await page.close();
  return (path, init) => fetch(server.url + path, { ...init, headers: { ...init.headers, cookie } });
}

async function walk(browser: Browser, lang: Language): Promise<void> {
  const server = await startServer({ env: { JINJI_LOCALE: languages[lang] } });
  try {
    const desk = await contextOf(browser, lang, 'desktop');
    const hr = new ApiCaller(await signIn(server, desk, lang));
    const anyone: Ask = (path, init) => fetch(server.url + path, init);
    const samples = await readSampleInterviews();
    const page = await desk.newPage();
    const jobId = await publishJob(hr, samples.job);
    await page.goto(`${server.url}/app/jobs/${jobId}/edit`);
    await page.getByRole('navigation').getByText(rubricStep[lang], { exact: true }).click();
    await picture(page, lang, 'job');
    const applications: string[] = [];
    for (const candidate of samples.candidates) {
      const resumeId = await uploadResume(hr, jobId, candidate);
      applications.push(await until(async () => (await readApplication(hr, resumeId)) ?? null));
    }
    const links: string[] = [];
    for (const application of applications) links.push(await invite(hr, application));
    const phone = await contextOf(browser, lang, 'phone');
    const mobile = await phone.newPage();
    await mobile.goto(links[0] ?? '');
    await picture(mobile, lang, 'interview');
    let me = '';
    for (const [index, candidate] of samples.candidates.entries()) {
      const address = await takeInterview(anyone, links[index] ?? '', candidate, () => undefined);
      if (index === 0) me = address;
    }
    const [first = ''] = applications;
    await until(async () => ((await statusOf(hr, first)) === 'scored' ? true : null));
    await until(async () => ((await statusOf(hr, applications[1] ?? '')) === 'scored' ? true : null));
    await page.goto(`${server.url}/app/candidates`);
    await picture(page, lang, 'candidates');
    await page.goto(`${server.url}/app/candidates/${first}`);
    await picture(page, lang, 'candidate');
    await page.setViewportSize({ width: 1280, height: 1320 });
    await page.goto(`${server.url}/app/reports/${first}`);
    await picture(page, lang, 'report');
    await releaseFeedback(hr, first);
    await mobile.goto(me);
    await picture(mobile, lang, 'feedback');
    await Promise.all([desk.close(), phone.close()]);
  } finally {
    await server.stop();
  }
}

async function readApplication(hr: ApiCaller, resumeId: string): Promise<string | null> {
  const { applicationId } = await hr.get<{ applicationId: string | null }>(`/resumes/${resumeId}`);
  if (applicationId) await openScreening(hr, resumeId);
  return applicationId;
}

const statusOf = async (hr: ApiCaller, applicationId: string): Promise<string> =>
  (await hr.get<{ status: string }>(`/applications/${applicationId}`)).status;

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const browser = await launchBrowser();
  try {
    for (const lang of ['zh', 'en'] as const) await walk(browser, lang);
  } finally {
    await browser.close();
  }
}
