import { expect, test } from 'vitest';
import { deviceOf } from '#adapters/http/device.ts';

const windows =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36';
const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const android =
  'Mozilla/5.0 (Linux; Android 13; V2219A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0';

test.each([
  [windows, 'chrome', 'windows'],
  [`${windows} Edg/126.0.0.0`, 'edge', 'windows'],
  [`${iphone} Version/17.5 Mobile/15E148 Safari/604.1`, 'safari', 'iphone'],
  [`${iphone} Mobile/15E148 MicroMessenger/8.0.49 NetType/WIFI Language/zh_CN`, 'wechat', 'iphone'],
  [`${iphone} Mobile/15E148 wxwork/4.1.22 MicroMessenger/7.0.1 Language/zh`, 'wecom', 'iphone'],
  [
    `${android} Mobile Safari/537.36 AliApp(DingTalk/7.5.20) com.alibaba.android.rimet`,
    'dingtalk',
    'android',
  ],
  [`${android} Mobile Safari/537.36 Lark/7.20.0 LarkLocale/zh_CN ChannelName/Feishu`, 'feishu', 'android'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:127.0) Gecko/20100101 Firefox/127.0', 'firefox', 'mac'],
  [
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36',
    'chrome',
    'linux',
  ],
])('%s is %s on %s', (userAgent, app, system) => {
  expect(deviceOf(userAgent)).toEqual({ app, system });
});

test('what names neither app nor system is no device', () => {
  expect(deviceOf('')).toBeNull();
  expect(deviceOf('curl/8.5.0')).toBeNull();
});
