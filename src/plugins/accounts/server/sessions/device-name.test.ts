import { deviceName } from './device-name';

const CHROME = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36';
const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';
const LINUX = 'Mozilla/5.0 (X11; Linux x86_64)';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';

test.each([
  [`${WINDOWS} ${CHROME}`, 'Chrome 浏览器（Windows）'],
  [`${LINUX} ${CHROME}`, 'Chrome 浏览器（Linux）'],
  [`${LINUX} ${CHROME.replace('Chrome', 'HeadlessChrome')}`, 'Chrome 浏览器（Linux）'],
  [`${WINDOWS} ${CHROME} Edg/120.0.0.0`, 'Edge 浏览器（Windows）'],
  [`${WINDOWS} ${CHROME} 360SE`, '360 浏览器（Windows）'],
  [`${WINDOWS} ${CHROME} Core/1.94 QQBrowser/11.9`, 'QQ 浏览器（Windows）'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0', '火狐浏览器（Linux）'],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.1 Safari/605.1.15',
    'Safari 浏览器（Mac）',
  ],
  [`${IPHONE} Version/17.1 Mobile/15E148 Safari/604.1`, 'Safari 浏览器（iPhone 手机）'],
  [`${IPHONE} Mobile/15E148 MicroMessenger/8.0.44`, '微信（iPhone 手机）'],
  [`Mozilla/5.0 (Linux; Android 13; V2055A) ${CHROME}`, 'Chrome 浏览器（安卓）'],
  [`Mozilla/5.0 (X11; UOS; Linux x86_64) ${CHROME}`, 'Chrome 浏览器（统信 UOS）'],
  ['curl/8.5.0', null],
  ['', null],
  [undefined, null],
  ['x'.repeat(100_000), null],
])('%s is called %s', (userAgent, expected) => {
  expect(deviceName(userAgent)).toBe(expected);
});
