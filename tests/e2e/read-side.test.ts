import type { Browser, Page } from 'playwright-core';
import { sql, startServer, type TestServer } from '../support';
import { describeWithBrowser, launchBrowser } from '../support/browser';
import { button, openPanel } from './helpers/panel';

describeWithBrowser('who reads the public information, in the panel', () => {
  let server: TestServer;
  let browser: Browser;
  let office: Page;

  beforeAll(async () => {
    server = await startServer({ demo: true, panel: true });
    browser = await launchBrowser();
    office = await openPanel(browser, server).signIn('office-supervisor');
  }, 600_000);

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  test('the office registers a reader, hands over the key that is shown once, and revokes it', async () => {
    const read = async (key: string) =>
      (await fetch(`${server.url}/api/disclosure/columns`, { headers: { 'X-API-Key': key } })).status;
    await office.goto(`${server.url}/admin/plugins/consumers`);
    await button(office, '登记').click();
    await office.getByLabel('名称').fill('便民地图');
    await office.getByLabel('联系方式').fill('李工 0791-88460001');
    await office.getByLabel('用途').fill('在地图上显示办事地点');
    await button(office, '登记并生成密钥').click();
    const key = await office.locator('code[aria-label="接口密钥"]').innerText();
    expect(await read(key)).toBe(200);
    await button(office, '已交给对方').click();
    await office.reload();
    const row = office.getByRole('row', { name: /便民地图 李工/ });
    await row.waitFor();
    expect(await office.content()).not.toContain(key);
    await row.getByRole('button', { name: '停用' }).click();
    await office.getByLabel('理由').fill('项目结束');
    await office.getByRole('dialog').getByRole('button', { name: '停用' }).click();
    await row.getByText('已停用').waitFor();
    expect(await read(key)).toBe(401);
  });

  test('the office says what a webhook is told of: theme, audience, a saved search', async () => {
    await office.goto(`${server.url}/admin/plugins/exchange`);
    await button(office, '新建推送').click();
    await office.getByLabel('名称').fill('残联网站');
    await office.getByLabel('网址').fill('https://example.com/hook');
    await office.getByLabel('主题').fill('民政、卫生');
    await office.getByLabel('面向对象').fill('残疾人');
    await office.getByLabel('检索词').fill('补贴');
    await office.getByRole('dialog').getByRole('button', { name: '新建' }).click();
    await button(office, '已保存').click();
    await office.getByText('残联网站').first().waitFor();
    const query = sql(server.databaseUrl);
    const [kept] = await query<{ filters: Record<string, unknown> }>(
      "select filters from webhook_targets where name = '残联网站'",
    );
    await query.end();
    expect(kept?.filters).toEqual({
      ...{ domain: [], department: [], theme: ['卫生', '民政'], audience: ['残疾人'], q: '补贴' },
    });
  });
});
