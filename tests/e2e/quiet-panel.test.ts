import type { Browser, Page } from 'playwright-core';
import { ADMIN_EMAIL, startServer, type TestServer } from '../support';
import { describeWithBrowser, launchBrowser } from '../support/browser';

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

  test('has asked no other host for anything', () => {
    expect(elsewhere).toEqual([]);
  });
});
