/** @jest-environment ./tests/integration/helpers/environment.cjs */
import type { Browser, Page } from 'playwright-core';
import { todayInShanghai } from '../../src/plugins/disclosure/server/rules/dates';
import { startServer, type TestServer } from '../support';
import { describeWithBrowser, launchBrowser } from '../support/browser';
import { button, openPanel } from './helpers/panel';
import { APPLICANT } from './helpers/request-steps';

/** An application that came in person, as a department writes it down. */
describeWithBrowser('the desk writes down what came on paper', () => {
  let server: TestServer;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    server = await startServer({ demo: true, panel: true });
    browser = await launchBrowser();
    page = await openPanel(browser, server).signIn('finance-editor');
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const choose = async (label: string, option: string) => {
    await page
      .getByRole('dialog')
      .getByRole('combobox', { name: new RegExp(`^${label}`) })
      .click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };

  test('for its own department; what is wrong comes into sight, nothing is lost, and the code is shown before the request', async () => {
    await page.goto(`${server.url}/admin/plugins/requests`);
    await button(page, '登记收到的申请').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^姓名或者单位名称/).fill(APPLICANT.name);
    expect(await dialog.getByText('申请的机关').count()).toBe(0);
    expect(await dialog.getByText('更正的理由和证据').count()).toBe(0);
    await choose('申请的方式', '当面提交');
    await dialog.getByLabel(/^收到申请之日/).fill(todayInShanghai());
    await choose('申请人类型', '自然人');
    await choose('证件类型', '居民身份证');
    await dialog.getByLabel(/^证件号码/).fill(APPLICANT.idNumber);
    await dialog.getByLabel(/^信息名称/).fill('当面申请的事项');
    await choose('载体形式', '纸质');
    await choose('获取方式', '邮寄');
    await button(page, '登记').click();
    const refusal = dialog.getByText('联系电话、电子邮箱、通信地址请至少填写一项');
    await refusal.waitFor();
    const [shown, box] = [await refusal.boundingBox(), await dialog.boundingBox()];
    expect(shown?.y).toBeGreaterThan(box?.y ?? Number.POSITIVE_INFINITY);
    expect(shown?.y).toBeLessThan((box?.y ?? 0) + (box?.height ?? 0));
    await dialog.getByLabel(/^通信地址/).fill('青云谱区某路8号');
    await button(page, '登记').click();
    expect(await page.getByLabel('查询码', { exact: true }).innerText()).toMatch(
      /^[0-9A-Z]{4}(-[0-9A-Z]{4})+$/,
    );
    await button(page, '打开该申请').click();
    await page.getByText(/^请承办人点“保存答复”.*答复期限是\d{4}-\d{2}-\d{2}/).waitFor();
    const first = page.locator('h2', { hasText: '下一步' }).locator('..').getByRole('button').first();
    expect(await first.innerText()).toBe('保存答复');
  });
});
