import type { Browser, Page } from 'playwright-core';
import { startServer, type TestServer } from '../support';
import { describeWithBrowser, launchBrowser } from '../support/browser';
import { button, choose, openPanel, type Panel } from './helpers/panel';

const RECORDS = '/admin/content-manager/collection-types/plugin::social-assistance.record';
const ROSTER = '姓名,村（社区）,保障人数\n王秀英,城东社区,2\n李建国,城西社区,1\n';

/** What a person meets on her first day, and what must not puzzle her. */
describeWithBrowser('the first day in the panel', () => {
  let server: TestServer;
  let browser: Browser;
  let panel: Panel;
  let page: Page;
  const refused: string[] = [];

  beforeAll(async () => {
    server = await startServer({ demo: true, panel: true });
    browser = await launchBrowser();
    panel = openPanel(browser, server);
    page = await panel.signIn('civil-affairs-editor');
    page.on('response', (answer) => {
      if (answer.status() === 404) refused.push(new URL(answer.url()).pathname);
    });
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const begin = async (title: string, row: string) => {
    await page.goto(`${server.url}${RECORDS}/create`);
    await page.getByLabel(/^标题/).fill(title);
    await choose(page, /^目录事项/, row);
  };
  const kind = () => page.getByRole('combobox', { name: /^信息类型/ });

  test('the menu opens on the domain of her department', async () => {
    await page.goto(`${server.url}/admin/content-manager`);
    await page.waitForURL(/collection-types\/plugin::/);
    expect(page.url()).toContain('plugin::social-assistance.record');
    await page.goto(`${server.url}/admin/plugins/disclosure/catalogue`);
    const domain = page.getByRole('combobox', { name: /^公开领域/ });
    await domain.waitFor();
    expect(await domain.inputValue()).toContain('社会救助');
  });

  test('a row whose text says what it is chooses the kind, and is named with its group', async () => {
    await begin('低保办事指南', 'D05-04');
    await page.waitForFunction(() => document.body.innerText.includes('办事指南'));
    expect(await kind().innerText()).toContain('办事指南');
    expect(await page.getByRole('combobox', { name: /^目录事项/ }).inputValue()).toMatch(/ · D05-04 /);
    expect(await page.getByPlaceholder(/Unsupported/).count()).toBe(0);
  });

  test('a roster is uploaded from a new entry in one go, and nothing of it stays unsaved', async () => {
    await begin('城东镇低保对象名单', 'D05-06');
    if (!(await kind().innerText()).includes('名单台账')) {
      await kind().click();
      await page.getByRole('option', { name: '名单台账' }).click();
    }
    await page.getByText('已自动暂存').waitFor();
    const [list, text] = [
      page.getByRole('group', { name: /^名单/ }),
      page.getByText('正文', { exact: true }),
    ];
    const top = async (at: typeof list) => (await at.first().boundingBox())?.y ?? 0;
    expect(await top(list)).toBeLessThan(await top(text));
    await page.getByLabel('名单文件').setInputFiles({
      name: '名单.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(ROSTER),
    });
    const dialog = page.getByRole('dialog', { name: /^上传名单/ });
    await dialog.getByText('王秀英').waitFor();
    await dialog.getByRole('button', { name: '上传', exact: true }).click();
    await page.getByText('共 2 行、3 列').waitFor();
    await page.goto(`${server.url}${RECORDS}/create`);
    await page.getByLabel(/^标题/).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.getByText('城东镇低保对象名单').count()).toBe(0);
  });

  test('personal data is shown at the first submission, with what can be done about it', async () => {
    await begin('救助政策文件', 'D05-01');
    await kind().click();
    await page.getByRole('option', { name: '文件', exact: true }).click();
    await page.getByLabel(/^成文日期/).fill('2026-11-02');
    await page
      .getByRole('textbox', { name: /^正文/ })
      .fill('联系人身份证号 11010519491231002X 和 440308199901101512。');
    await button(page, '保存').click();
    await page.getByText('已保存').waitFor();
    await button(page, '提交审核').click();
    const dialog = page.getByRole('dialog', { name: '提交审核' });
    await dialog.getByText('2处').waitFor();
    await dialog.getByRole('button', { name: '一键遮盖' }).click();
    await page.getByText('已遮盖，请核对后提交').waitFor();
    await button(page, '确认提交审核').click();
    await page.getByText('待审核', { exact: true }).waitFor();
  });

  test('a deletion names what is deleted, and asks for nothing of it afterwards', async () => {
    await begin('将要删除的信息', 'D05-01');
    await button(page, '保存').click();
    await page.getByText('已保存').waitFor();
    await page.getByRole('heading', { name: '办理情况' }).waitFor();
    refused.length = 0;
    await button(page, '更多操作').click();
    await page.getByRole('menuitem', { name: '删除' }).click();
    const dialog = page.getByRole('alertdialog');
    await dialog.getByText('确定删除“将要删除的信息”？').waitFor();
    await dialog.getByRole('button', { name: '确认' }).click();
    await page.getByText('已删除').waitFor();
    await page.waitForURL(/social-assistance\.record(\?|$)/);
    await page.waitForLoadState('networkidle');
    expect(await page.getByText('可能已被删除').count()).toBe(0);
    expect(refused).toEqual([]);
  });

  test('importing is not offered to those who enter nothing', async () => {
    expect(await page.getByRole('link', { name: '批量导入' }).isVisible()).toBe(true);
    const office = await panel.signIn('office-supervisor');
    expect(await office.getByRole('link', { name: '批量导入' }).isVisible()).toBe(false);
  });
});
