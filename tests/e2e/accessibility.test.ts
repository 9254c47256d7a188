import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { startServer, type TestServer } from '../support';
import { describeWithBrowser, launchBrowser } from '../support/browser';
import { openPanel, type Panel } from './helpers/panel';

type Violation = { id: string; impact: string; nodes: { target: string[]; failureSummary: string }[] };

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** The serious problems that axe finds in what is ours on a page. */
async function problems(page: Page, part: string): Promise<string[]> {
  await page.evaluate(AXE);
  const violations = (await page.evaluate(
    `axe.run(${JSON.stringify({ include: [[part]] })}, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa'] }).then((result) => result.violations)`,
  )) as Violation[];
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map(({ target }) => target.join(' '))
          .slice(0, 3)
          .join(' | ')}`,
    );
}

describeWithBrowser('the pages of the desk for everybody', () => {
  let server: TestServer;
  let browser: Browser;
  let panel: Panel;
  const people: Record<string, Page> = {};

  beforeAll(async () => {
    server = await startServer({ demo: true, panel: true });
    browser = await launchBrowser();
    panel = openPanel(browser, server);
    people.editor = await panel.signIn('civil-affairs-editor');
    people.office = await panel.signIn('office-supervisor');
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const PAGES: [string, string, string, RegExp][] = [
    ['the workbench', 'editor', '/admin/', /^您好/],
    ['the workbench of the office', 'office', '/admin/', /^您好/],
    ['all of a group', 'office', '/admin/plugins/disclosure/work?group=overdue', /已超过公开期限/],
    ['the catalogue', 'editor', '/admin/plugins/disclosure/catalogue', /^标准目录/],
    ['coverage', 'office', '/admin/plugins/disclosure/coverage', /^公开覆盖/],
    ['notifications', 'editor', '/admin/plugins/notifications', /^通知/],
    ['imports', 'editor', '/admin/plugins/imports', /导入/],
    ['the exchange', 'office', '/admin/plugins/exchange', /^数据交换/],
    ['consumers', 'office', '/admin/plugins/consumers', /^数据开放用户/],
    ['the 公众号', 'office', '/admin/plugins/wechat', /公众号/],
    ['subscriptions', 'office', '/admin/plugins/subscriptions', /^公众订阅/],
  ];

  const CASES = PAGES.flatMap((page) =>
    (['light', 'dark'] as const).map((theme) => [page[0], theme, page] as const),
  );

  test.each(CASES)('%s has no serious problem: %s', async (_name, theme, [, who, path, heading]) => {
    const page = people[who] as Page;
    await page.evaluate((chosen) => localStorage.setItem('STRAPI_THEME', chosen), theme);
    await page.goto(`${server.url}${path}`);
    await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await problems(page, 'main')).toEqual([]);
  });

  test('what a citizen reads of a publication has none either, and fits a phone', async () => {
    const answer = await fetch(`${server.url}/api/disclosure/publications?domain=policy&limit=20`);
    const { data } = (await answer.json()) as { data: { url: string; kind: string }[] };
    const onePerKind = [...new Map(data.map(({ kind, url }) => [kind, url])).values()];
    const page = await panel.open();
    await page.setViewportSize({ width: 360, height: 700 });
    for (const url of onePerKind) {
      await page.goto(`${server.url}${url}/page`);
      expect(await problems(page, 'body')).toEqual([]);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect({ url, fits: width <= 360 }).toEqual({ url, fits: true });
    }
  });
});
