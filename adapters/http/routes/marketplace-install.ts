import { AppError } from '#core/errors/app-error.ts';
import {
  finishInstallByLink,
  installLinkOf,
  startInstallByLink,
} from '#core/installation/install-by-link.ts';
import { failurePage } from '../failure-page.ts';
import { messagePage } from '../message-page.ts';
import { beginOfficeSignIn, takeOfficeSignIn } from '../office-sign-in.ts';
import { type AnyRoute, route } from '../route.ts';

const tag = 'Marketplaces';
/** Stands in the cookie where a sign-in names its installation. */
const installing = 'install';

const installPath = (platform: string) => `/platform/${platform}/install`;

const words = {
  begin: {
    zh: {
      title: '安装「进击」',
      text: '请由企业管理员操作：在企业微信的页面上确认授权范围，完成后会回到这里。链接 20 分钟内有效。',
      label: '去授权',
    },
    en: {
      title: 'Install Jinji',
      text: 'For the company’s administrator: confirm on the platform’s page what Jinji may see; you come back here afterwards. The link lives 20 minutes.',
      label: 'Authorise',
    },
  },
  done: {
    zh: {
      title: '已收到授权',
      text: '正在开通，通常不到一分钟。之后请在办公平台的工作台打开「进击」。',
    },
    en: {
      title: 'Authorisation received',
      text: 'Your company is being set up, which takes less than a minute. Then open Jinji from the workbench of your office platform.',
    },
  },
} as const;

const langOf = (locale: string): 'zh' | 'en' => (locale === 'zh-CN' ? 'zh' : 'en');

/** Installation from a link of the operator's own, where a platform has such a way (WeCom). */
export const routes: readonly AnyRoute[] = [
  route({
    method: 'get',
    path: '/platform/:platform/install',
    permission: 'public',
    rate: 20,
    tag,
    summary: 'Installs the marketplace app from a link: leads to the platform’s page of authorisation',
    response: 'stream',
    async handle({ services, params, http, locale }) {
      const platform = params.platform ?? '';
      try {
        const { address, state } = await startInstallByLink(services, platform);
        beginOfficeSignIn(http, services.publicUrl, { installationId: installing, state, verifier: '-' });
        const { label, ...page } = words.begin[langOf(locale)];
        // The platform wants to be told from which host its page is opened, which a redirect would not do.
        return messagePage(http, {
          status: 200,
          locale,
          ...page,
          link: { label, href: address, named: true },
        });
      } catch (error) {
        if (!(error instanceof AppError) || error.code === 'NOT_FOUND') throw error;
        services.log.warn('marketplace.install_failed', { platform, code: error.code });
        return failurePage(http, error, locale, installPath(platform));
      }
    },
  }),
  route({
    method: 'get',
    path: '/platform/:platform/installed',
    permission: 'public',
    rate: 20,
    tag,
    summary: 'Where the platform sends the browser back with a code after the authorisation',
    response: 'stream',
    async handle({ services, params, http, locale }) {
      const platform = params.platform ?? '';
      try {
        installLinkOf(services, platform);
        takeOfficeSignIn(http, services.publicUrl, installing);
        await finishInstallByLink(services, platform, http.req.query());
        return messagePage(http, { status: 200, locale, ...words.done[langOf(locale)], link: null });
      } catch (error) {
        if (!(error instanceof AppError) || error.code === 'NOT_FOUND') throw error;
        services.log.warn('marketplace.install_failed', { platform, code: error.code });
        return failurePage(http, error, locale, installPath(platform));
      }
    },
  }),
];
