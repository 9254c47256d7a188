import type { Browser, Page } from 'playwright-core';
import { startServer, type TestServer } from '../support';
import { describeWithBrowser, launchBrowser } from '../support/browser';
import { button, latinWords, openPanel, type Panel } from './helpers/panel';

const TITLE = '养老机构备案办事指南';

/** Each role's day: what waits is on the first page, and the right step is one click away. */
describeWithBrowser('a day at the desk', () => {
  let server: TestServer;
  let browser: Browser;
  let panel: Panel;
  let editor: Page;
  let reviewer: Page;
  let office: Page;
  let documentId: string;

  beforeAll(async () => {
    server = await startServer({ demo: true, panel: true });
    browser = await launchBrowser();
    panel = openPanel(browser, server);
    editor = await panel.signIn('civil-affairs-editor');
    reviewer = await panel.signIn('civil-affairs-reviewer');
    office = await panel.signIn('office-supervisor');
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const home = (page: Page) => page.goto(`${server.url}/admin/`);
  const owed = (page: Page) => page.getByRole('region', { name: '按目录应公开、还没有公开' });

  /** Waits until the form has its inputs, and in them what the row says. */
  const filled = (row: string) =>
    editor.waitForFunction(
      (code) =>
        Array.from(document.querySelectorAll<HTMLInputElement>('input[role="combobox"]')).some(({ value }) =>
          value.includes(code),
        ),
      row,
    );

  test('the editor sees what her department owes, in Chinese, and begins the entry with one click', async () => {
    await owed(editor).waitFor();
    expect(await latinWords(editor, /^[DL]\d\d/)).toEqual([]);
    const create = owed(editor)
      .getByRole('link', { name: /^新建：D06-/ })
      .first();
    const row = /D06-\d\d/.exec((await create.getAttribute('aria-label')) ?? '')?.[0] ?? '';
    await create.click();
    await editor.getByText(`已按目录事项 ${row} 填好能填的内容`).waitFor();
    await filled(row);
    expect(await editor.getByLabel(/^标题/).inputValue()).not.toBe('');
    expect(await editor.getByLabel(/^成文日期/).inputValue()).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  test('she publishes a guide: what is missing is named until it is there', async () => {
    await editor.getByLabel(/^标题/).fill(TITLE);
    await editor.getByRole('combobox', { name: /^信息类型/ }).click();
    await editor.getByRole('option', { name: '办事指南' }).click();
    for (const [label, text] of [
      ['办理条件', '具有本区户籍，无劳动能力、无生活来源'],
      ['申请材料', '身份证明\n户口簿'],
      ['办理流程', '提交申请\n入户调查\n公示'],
      ['办理时限', '20个工作日'],
      ['收费标准', '不收费'],
      ['办理地点和时间', '区政务服务中心一楼 工作日9:00至17:00'],
      ['咨询电话', '0791-88888888'],
    ] as const)
      await editor.getByLabel(new RegExp(`^${label}`)).fill(text);
    await button(editor, '保存').click();
    await editor.getByRole('heading', { name: '办理情况' }).waitFor();
    documentId = new URL(editor.url()).pathname.split('/').at(-1) ?? '';
    await button(editor, '提交审核').click();
    await editor.getByText('待审核', { exact: true }).waitFor();
    await home(editor);
    await editor.getByRole('region', { name: '已提交，办理中' }).getByRole('link', { name: TITLE }).waitFor();
  });

  test('the reviewer’s numbers are links to what they count', async () => {
    await home(reviewer);
    const figures = reviewer.getByRole('navigation', { name: '待办数量' });
    await figures.getByRole('link', { name: /^待我审核/ }).click();
    await reviewer.getByRole('heading', { name: /^待我审核（\d+件）/ }).waitFor();
    await reviewer.getByRole('link', { name: TITLE }).click();
    await button(reviewer, '审核通过').click();
    await button(reviewer, '确认审核通过').click();
    await button(reviewer, '发布').click();
    await button(reviewer, '确认发布').click();
    await reviewer.getByText('已发布', { exact: true }).waitFor();
    expect((await fetch(`${server.url}/api/disclosure/publications/${documentId}`)).status).toBe(200);
    await home(reviewer);
    await reviewer.getByRole('region', { name: '最近公开' }).getByRole('link', { name: TITLE }).waitFor();
  });

  test('the office finds which department is latest, and why', async () => {
    await home(office);
    const table = office.getByRole('grid', { name: '各部门情况' });
    await table.waitFor();
    const first = table.getByRole('row').nth(1);
    const name = await first.getByRole('link').first().innerText();
    await first.getByRole('link').first().click();
    await office.getByRole('heading', { name, level: 1 }).waitFor();
    await owed(office).waitFor();
    expect(await latinWords(office, /^[DL]\d\d|^MP\d/)).toEqual([]);
    await office.getByRole('link', { name: '返回各部门情况' }).click();
    await table.waitFor();
  });

  test('the menu of a department has its own domains alone: its main one, then the others in the order of the catalogue', async () => {
    await editor.goto(`${server.url}/admin/content-manager`);
    const menu = editor.getByRole('navigation', { name: '公开信息' });
    await menu.getByRole('link', { name: /社会救助·公开信息/ }).waitFor();
    const names = await menu.getByRole('link').allInnerTexts();
    expect(names.some((name) => name.includes('税收管理'))).toBe(false);
    const [main = '', ...others] = names;
    expect(main).toMatch(/^★ D05 社会救助/);
    const codes = others.map((name) => name.slice(0, 3));
    expect(codes).toEqual([...codes].sort());
  });

  test('a record is entered and submitted by keyboard alone', async () => {
    await home(editor);
    await owed(editor).waitFor();
    const press = (key: string) => editor.keyboard.press(key);
    /** Walks with the tab key to what has a name. */
    const walkTo = async (name: RegExp) => {
      for (let steps = 0; steps < 200; steps += 1) {
        await press('Tab');
        const focused = await editor.evaluate(() => {
          const element = document.activeElement as HTMLElement & { labels?: NodeListOf<HTMLElement> };
          return [
            element?.getAttribute('aria-label'),
            element?.labels?.[0]?.innerText,
            element?.innerText,
            element?.getAttribute('name'),
          ].find(Boolean);
        });
        if (name.test(focused ?? '')) return;
      }
      throw new Error(`The tab key never comes to ${name}`);
    };
    await walkTo(/^新建：D06-/);
    await press('Enter');
    await filled('D06-');
    await walkTo(/^标题/);
    await press('Control+a');
    await editor.keyboard.type('只用键盘录入的信息');
    await press('Control+s');
    await editor.getByText('已保存').waitFor();
    await editor.getByRole('heading', { name: '办理情况' }).waitFor();
  });
});
