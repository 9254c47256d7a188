import type { Browser, Page } from 'playwright-core';
import { makeYear, writeYear } from '../integration/helpers/request-year';
import { sql, startServer, type TestServer } from '../support';
import { describeWithBrowser, launchBrowser } from '../support/browser';
import { button, openPanel, type Panel } from './helpers/panel';

const YEAR = 2025;
const SHOTS = process.env.SHOTS;

describeWithBrowser('annual reports in the panel', () => {
  let server: TestServer;
  let browser: Browser;
  let panel: Panel;
  let editor: Page;
  let reviewer: Page;

  beforeAll(async () => {
    server = await startServer({ demo: true, panel: true });
    const query = sql(server.databaseUrl);
    // the amounts of fees are sealed by the server, so there are none here
    const rows = makeYear(['finance', 'health'], YEAR, 300);
    await writeYear(query, rows, () => '');
    await query.end();
    browser = await launchBrowser();
    panel = openPanel(browser, server);
    editor = await panel.signIn('finance-editor');
    reviewer = await panel.signIn('district-office-reviewer');
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const shot = async (page: Page, name: string) => {
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
  };

  test('a report is begun, explains its numbers, is completed and handed in, and the office returns it', async () => {
    await editor.goto(`${server.url}/admin/plugins/annual-reports?year=${YEAR}`);
    await button(editor, '开始编制').click();
    await editor.getByRole('heading', { name: /2025年政府信息公开工作年度报告/ }).waitFor();
    await editor.getByText(/^\d+项没有通过$/).waitFor();
    await shot(editor, 'report-begun');

    await editor.getByRole('button', { name: /本年新收政府信息公开申请数量 · 总计：\d+，查看/ }).click();
    await editor
      .getByRole('dialog')
      .getByRole('link', { name: /2025-G/ })
      .first()
      .waitFor();
    await shot(editor, 'report-cell');
    await editor.keyboard.press('Escape');

    for (const label of ['行政许可（件）', '行政处罚（件）', '行政强制（件）', '行政事业性收费（万元）'])
      await editor.getByLabel(label).fill('3');
    await editor.getByLabel('自然人', { exact: true }).fill('99');
    await button(editor, '保存数据').click();
    await editor.getByText(/上年结转.*自然人.*应为99/).waitFor();
    const carried = await editor.getByText(/上年结转.*应为\d+，现为\d+/).allInnerTexts();
    for (const line of carried) {
      const [, column = '', found = ''] = /“([^”]+)”应为\d+，现为(\d+)/.exec(line) ?? [];
      if (column !== '总计') await editor.getByLabel(column, { exact: true }).fill(found);
    }
    await button(editor, '保存数据').click();
    await editor
      .getByText(/应为99/)
      .first()
      .waitFor({ state: 'detached' });
    for (const taken of await editor.getByRole('button', { name: '采用这段话' }).all()) await taken.click();
    for (const label of ['（三）政府信息管理', '（五）监督保障', '五、存在的主要问题', '六、其他需要报告'])
      await editor.getByLabel(new RegExp(label)).fill('按规定办理。');
    await button(editor, '保存文字').click();
    await editor.getByText('全部通过').waitFor();
    await shot(editor, 'report-complete');
    await button(editor, '提交公开办审核').click();
    await editor.getByRole('dialog').getByRole('button', { name: '提交公开办审核' }).click();
    await editor.getByText(/数据为提交当日的统计/).waitFor();

    await reviewer.goto(`${server.url}/admin/plugins/annual-reports?year=${YEAR}`);
    await button(reviewer, '查看区财政局的报告').click();
    await button(reviewer, '退回').click();
    await reviewer.getByRole('dialog').getByRole('textbox').fill('请补充监督保障情况。');
    await shot(reviewer, 'report-return');
    await reviewer.getByRole('dialog').getByRole('button', { name: '退回', exact: true }).click();
    await reviewer.getByText('请补充监督保障情况。').waitFor();
    await shot(reviewer, 'report-returned');
  }, 120_000);

  test('the list shows the office whose report is late', async () => {
    await reviewer.goto(`${server.url}/admin/plugins/annual-reports?year=${YEAR}`);
    await reviewer.getByText(/超过期限没有公布\d+份/).waitFor();
    await shot(reviewer, 'reports');
  });

  test('each number of the analysis opens its cases', async () => {
    const supervisor = await panel.signIn('office-supervisor');
    await supervisor.goto(`${server.url}/admin/plugins/requests-analysis`);
    await supervisor.getByRole('combobox', { name: '年度' }).click();
    await supervisor.getByRole('option', { name: `${YEAR}年` }).click();
    const cell = supervisor.getByRole('button', { name: /合计收到：\d+件，查看/ });
    await cell.waitFor();
    await shot(supervisor, 'analysis');
    await cell.click();
    await supervisor
      .getByRole('dialog')
      .getByRole('link', { name: /2025-G/ })
      .first()
      .waitFor();
    await shot(supervisor, 'analysis-cases');
  }, 60_000);
});
