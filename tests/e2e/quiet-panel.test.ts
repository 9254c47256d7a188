import http from 'node:http';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { ADMIN_EMAIL, startServer, type TestServer } from '../support';
import { describeWithBrowser, launchBrowser } from '../support/browser';

/** A file as it goes over the wire: `fetch` would decompress it. */
async function bytesOf(url: string, encoding: string) {
  const answer = await new Promise<http.IncomingMessage>((resolve, reject) => {
    http.get(url, { headers: { 'accept-encoding': encoding } }, resolve).on('error', reject);
  });
  const { headers } = answer;
  return {
    bytes: await buffer(answer),
    encoding: headers['content-encoding'],
    vary: headers.vary,
    type: headers['content-type'],
  };
}

describeWithBrowser('the admin panel in a browser', () => {
  let server: TestServer;
  let browser: Browser;
  let page: Page;
  const elsewhere: string[] = [];

  beforeAll(async () => {
    server = await startServer({ panel: true });
    browser = await launchBrowser();
    const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1400, height: 900 } });
    page = await context.newPage();
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (url.protocol.startsWith('http') && url.origin !== server.url) elsewhere.push(request.url());
    });
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  test('lets the first administrator in and speaks Chinese', async () => {
    await page.goto(`${server.url}/admin/auth/login`);
    await page.fill('input[name="email"]', ADMIN_EMAIL);
    await page.fill('input[name="password"]', server.adminPassword);
    await page.click('button[type="submit"]');
    await page.waitForURL(/\/admin\/?$/);
    await page.waitForSelector('nav');
    expect(await page.getAttribute('html', 'lang')).toBe('zh-Hans');
  });

  test.each([
    '/admin/content-manager',
    '/admin/plugins/upload',
    '/admin/settings/application-infos',
    '/admin/me',
  ])('opens %s', async (address) => {
    await page.goto(server.url + address);
    await page.waitForSelector('main h1, main h2');
  });

  test('comes compressed to browsers that read it so, and whole to those that do not', async () => {
    const shell = await fetch(`${server.url}/admin/auth/login`, { headers: { 'accept-encoding': 'gzip' } });
    expect([shell.headers.get('content-encoding'), shell.headers.get('cache-control')]).toEqual([
      null,
      'no-cache',
    ]);
    const script = /src="(\/admin\/[\w-]+\.js)"/.exec(await shell.text())?.[1];
    const whole = await bytesOf(`${server.url}${script}`, 'identity');
    expect([whole.encoding, whole.vary]).toEqual([undefined, expect.stringContaining('Accept-Encoding')]);
    for (const [encoding, decode] of [
      ['gzip', gunzipSync],
      ['br', brotliDecompressSync],
    ] as const) {
      const sent = await bytesOf(`${server.url}${script}`, encoding);
      expect([sent.encoding, sent.vary, sent.type]).toEqual([encoding, whole.vary, whole.type]);
      expect(sent.bytes.length).toBeLessThan(whole.bytes.length / 2.5);
      expect(decode(sent.bytes).equals(whole.bytes)).toBe(true);
    }
  });

  test('has asked no other host for anything', () => {
    expect(elsewhere).toEqual([]);
  });
});
