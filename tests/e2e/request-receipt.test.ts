/** @jest-environment ./tests/integration/helpers/environment.cjs */
import type { Browser, Page } from 'playwright-core';
import { addDays, todayInShanghai } from '../../src/plugins/disclosure/server/rules/dates';
import { startServer, type TestServer } from '../support';
import { describeWithBrowser, launchBrowser } from '../support/browser';
import { openPanel } from './helpers/panel';
import { applyAs, type Desk, deskOf } from './helpers/request-steps';

const today = todayInShanghai();
const tomorrow = addDays(today, 1);

/** 更正收到登记 in the panel of the office, and 机关代字 with the data of a department. */
describeWithBrowser('the office sets right what was registered', () => {
  let server: TestServer;
  let browser: Browser;
  let page: Page;
  let office: Desk;
  let editor: Desk;

  beforeAll(async () => {
    server = await startServer({ demo: true, panel: true });
    browser = await launchBrowser();
    const panel = openPanel(browser, server);
    page = await panel.signIn('office-supervisor');
    office = deskOf(page, server);
    editor = deskOf(await panel.signIn('finance-editor'), server);
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  test('a wrong channel: the form begins with what is registered, and the history tells what it was', async () => {
    const citizen = await browser.newPage();
    await applyAs(citizen, server, '更正登记的申请');
    await editor.openFromQueue('更正登记的申请');
    await editor.step('登记', { 收到申请之日: today });
    await office.openFromQueue('更正登记的申请');
    await page.getByRole('button', { name: '更正收到登记', exact: true }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByLabel('正确的收到日期').inputValue()).toBe(today);
    await dialog.getByLabel('正确的收到日期').fill(tomorrow);
    await dialog.getByLabel('理由').fill('经核对快递签收单');
    await dialog.getByRole('button', { name: '更正收到登记', exact: true }).click();
    await dialog.getByText(`日期${tomorrow}还没有到`).waitFor();
    await dialog.getByRole('button', { name: '取消' }).click();
    await office.step('更正收到登记', { 正确的申请方式: '传真', 理由: '经核对，是传真收到的' });
    await page.getByText('更正收到登记：申请方式由网上申请改为传真').waitFor();
    await office.step('更正收到登记', { 正确的收到日期: addDays(today, -3), 理由: '经核对传真收到的时间' });
    await page.getByText(`收到日期曾登记为${today}`).waitFor();
    await page.getByText('收到申请（登记有误，已更正）').waitFor();
  });

  test('机关代字 is a field of the department', async () => {
    await page.goto(
      `${server.url}/admin/content-manager/collection-types/plugin::disclosure.department?_q=finance`,
    );
    await page.getByRole('gridcell', { name: 'finance', exact: true }).click();
    await page.getByLabel(/^机关代字/).fill('某财');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page
      .getByText(/已保存|保存成功/)
      .first()
      .waitFor();
    await page.reload();
    expect(await page.getByLabel(/^机关代字/).inputValue()).toBe('某财');
  });
});
