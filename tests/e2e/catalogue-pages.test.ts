import type { Browser, Page } from 'playwright-core';
import { startServer, type TestServer } from '../support';
import { describeWithBrowser, launchBrowser } from '../support/browser';
import { button, choose, latinWords, openPanel, type Panel } from './helpers/panel';

const CATALOGUE = '/admin/plugins/disclosure/catalogue';
const COVERAGE = '/admin/plugins/disclosure/coverage';

describeWithBrowser('the catalogue in the panel', () => {
  let server: TestServer;
  let browser: Browser;
  let panel: Panel;
  let office: Page;
  let editor: Page;

  const row = (page: Page, code: string) => page.getByRole('row', { name: new RegExp(code) });
  const maintain = async (code: string, act: string) => {
    await office.getByRole('button', { name: `维护 ${code}` }).click();
    await office.getByRole('menuitem', { name: act }).click();
  };

  beforeAll(async () => {
    server = await startServer({ demo: true, panel: true });
    browser = await launchBrowser();
    panel = openPanel(browser, server);
    office = await panel.signIn('office-supervisor');
    editor = await panel.signIn('development-reform-editor');
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  test('the office confirms a row with the published text, and the mark 待核实 goes', async () => {
    await office.goto(`${server.url}${CATALOGUE}?domain=major-construction-projects`);
    await row(office, 'D01-07').getByText('待核实').waitFor();
    await maintain('D01-07', '核实');
    expect(await button(office, '确认核实').isDisabled()).toBe(true);
    await office.getByLabel(/^公开文本的名称/).fill('重大建设项目领域基层政务公开标准指引');
    await office.getByLabel(/^文号/).fill('发改办投资〔2019〕621号');
    await office.getByLabel(/^理由/).fill('对照指引原文');
    await button(office, '确认核实').click();
    await office.getByRole('dialog').waitFor({ state: 'hidden' });
    await row(office, 'D01-07').getByText('待核实').waitFor({ state: 'hidden' });
  });

  test('a merge is told where the merged row is looked for, with its history', async () => {
    await maintain('D01-19', '合并');
    await choose(office, /^并入的事项/, 'D01-20');
    await office.getByLabel(/^理由/).fill('内容重复');
    await button(office, '确认合并').click();
    await office.getByRole('dialog').waitFor({ state: 'hidden' });
    await row(office, 'D01-20').waitFor({ state: 'hidden' });
    await office.getByRole('combobox', { name: /显示/ }).click();
    await office.getByRole('option', { name: /^已合并/ }).click();
    await office.getByText('已合并，见 D01-19').waitFor();
    await office.getByRole('button', { name: '洪水影响评价审批' }).click();
    const dialog = office.getByRole('dialog');
    await dialog.getByText('内容重复').waitFor();
    await dialog.getByText('承接：D01-19').waitFor();
    expect(await latinWords(office)).toEqual([]);
  });

  test('a refusal is shown in the dialog, and what was entered stays', async () => {
    await office.goto(`${server.url}${CATALOGUE}?domain=major-construction-projects`);
    await maintain('D01-09', '核实');
    await office.getByLabel(/^公开文本的名称/).fill('某文件');
    await office.getByLabel(/^网址/).fill('不是网址');
    await office.getByLabel(/^理由/).fill('理由');
    await button(office, '确认核实').click();
    await office.getByText('“网址”须以 http:// 或 https:// 开头').waitFor();
    expect(await office.getByLabel(/^公开文本的名称/).inputValue()).toBe('某文件');
  });

  test('a department sees its rows and makes entries, and maintains nothing', async () => {
    await editor.goto(`${server.url}${CATALOGUE}?domain=major-construction-projects`);
    await row(editor, 'D01-04').getByRole('link', { name: '新建' }).waitFor();
    expect(await row(editor, 'D01-01').getByRole('link', { name: '新建' }).count()).toBe(0);
    expect(await editor.getByRole('button', { name: /^维护/ }).count()).toBe(0);
    expect(await latinWords(editor)).toEqual([]);
  });

  test('coverage begins with the own department, and a figure opens what it stands for', async () => {
    await editor.goto(`${server.url}${COVERAGE}`);
    await editor.waitForURL(/department=development-reform/);
    const figure = editor.getByRole('button', { name: /按期 \d+$/ }).first();
    await figure.click();
    const dialog = editor.getByRole('dialog');
    await dialog.getByText(/^目录时限/).waitFor();
    await dialog
      .getByText(/首次公开/)
      .first()
      .waitFor();
    expect(await latinWords(editor)).toEqual([]);
  });

  test('the office sees all domains first, and a domain opens its rows', async () => {
    await office.goto(`${server.url}${COVERAGE}`);
    await office.getByRole('button', { name: /重大建设项目/ }).click();
    await office.waitForURL(/domain=major-construction-projects/);
    await office.getByRole('button', { name: '说明' }).first().waitFor();
  });
});
