import fs from 'node:fs';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { startServer, type TestServer } from '../support';
import { describeWithBrowser, launchBrowser } from '../support/browser';
import { makePdf } from '../support/office-files';
import { drop, PNG, paste } from './helpers/clipboard';
import { button, openPanel, type Panel } from './helpers/panel';

const RECORDS = '/admin/content-manager/collection-types/plugin::social-assistance.record';
const WORD = fs.readFileSync(
  path.join(__dirname, '../../src/plugins/disclosure/admin/src/editor/paste/fixtures/word-clipboard.txt'),
  'utf8',
);

const pdf = (name: string, text = 'Nothing of anybody') => ({
  name,
  type: 'application/pdf',
  base64: makePdf([[text]]).toString('base64'),
});

describeWithBrowser('the editor of a document', () => {
  let server: TestServer;
  let browser: Browser;
  let panel: Panel;
  let page: Page;
  let body: Locator;
  let documentId: string;

  const stored = async (): Promise<{ body: string; docNo: string; attachments: { name: string }[] }> => {
    const answer = await page.evaluate(async (address) => {
      const token =
        document.cookie.match(/jwtToken=([^;]+)/)?.[1] ??
        JSON.parse(localStorage.getItem('jwtToken') ?? '""');
      return (
        await fetch(address, { headers: { authorization: `Bearer ${decodeURIComponent(token)}` } })
      ).json();
    }, `${server.url}/content-manager/collection-types/plugin::social-assistance.record/${documentId}`);
    return answer.data;
  };
  /** Saves, and waits until the form has what the server stored. */
  const save = async () => {
    const answered = page.waitForResponse(
      (response) =>
        response.url().includes('/collection-types/plugin::social-assistance.record') &&
        ['POST', 'PUT'].includes(response.request().method()),
    );
    await button(page, '保存').click();
    const answer = await answered;
    expect(answer.status()).toBeLessThan(300);
    documentId = ((await answer.json()) as { data: { documentId: string } }).data.documentId;
    await page.waitForURL(new RegExp(documentId));
    await button(page, '保存').and(page.locator(':disabled')).waitFor();
  };
  const tool = (name: string) => page.getByRole('toolbar').getByRole('button', { name, exact: true });

  beforeAll(async () => {
    server = await startServer({ demo: true, panel: true });
    browser = await launchBrowser();
    panel = openPanel(browser, server);
    page = await panel.signIn('civil-affairs-editor');
    await page.goto(`${server.url}${RECORDS}/create`);
    body = page.getByRole('textbox', { name: /^正文/ });
    await body.waitFor();
    await page.getByLabel(/^标题/).fill('关于做好城乡低保工作的通知');
    await page.getByRole('combobox', { name: /^目录事项/ }).click();
    await page.getByRole('option').first().click();
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  test('a document from Word is pasted with its table, list and picture, and stored clean', async () => {
    await body.click();
    await paste(body, { html: WORD, files: [{ name: '区位图.png', type: 'image/png', base64: PNG }] });
    await body.locator('img[src^="/uploads/"]').waitFor();
    await save();
    const { body: html } = await stored();
    expect(html).toContain('<p style="text-align:center">关于做好城乡低保工作的通知</p>');
    expect(html).toContain('<h2>一、总体要求</h2>');
    expect(html).toContain(
      '<ol><li>受理申请<ul><li>身份证明</li><li>收入证明</li></ul></li><li>入户调查</li></ol>',
    );
    expect(html).toContain('<thead><tr><th colspan="2">');
    expect(html).toContain('<td rowspan="2">');
    expect(html).toMatch(/<img src="\/uploads\/[^"]+\.png" alt="" \/>/);
    expect(html).not.toMatch(/mso|class=|<span|<o:|file:|StartFragment|font-family/i);
  });

  test('what was stored is shown again as it was, and looking at it changes nothing', async () => {
    const before = await stored();
    await page.reload();
    await body.locator('td[rowspan="2"]').waitFor();
    await body.locator('img[src^="/uploads/"]').waitFor();
    await body.click();
    expect(await button(page, '保存').isDisabled()).toBe(true);
    expect((await stored()).body).toBe(before.body);
  });

  test('one click lays the text out as an official document', async () => {
    await tool('公文排版').click();
    await save();
    const { body: html } = await stored();
    expect(html).toContain('<h1 style="text-align:center">关于做好城乡低保工作的通知</h1>');
    expect(html).toContain('<h2 style="text-indent:2em">一、总体要求</h2>');
    expect(html).toContain('<h3 style="text-indent:2em">（一）加强领导。</h3>');
    expect(html).toContain('<p style="text-align:right">2026年11月2日</p>');
  });

  test('a table is edited by the toolbar: rows, columns, merged cells, title', async () => {
    const cells = body.locator('td');
    await cells.filter({ hasText: '差额' }).click();
    await tool('下方插入行').click();
    await tool('右侧插入列').click();
    expect(await body.locator('tr').count()).toBe(4);
    expect(await body.locator('tr').nth(1).locator('td').count()).toBe(4);
    await cells.last().click();
    await tool('删除行').click();
    await body.locator('tr').nth(2).locator('td').nth(1).click();
    await tool('删除列').click();
    expect(await body.locator('tr').count()).toBe(3);
    expect(await body.locator('tr').nth(1).locator('td').count()).toBe(3);
    await tool('添加表名').click();
    await page.getByLabel('表名', { exact: true }).fill('城乡低保标准');
    await button(page, '确定').click();
    await body.locator('caption', { hasText: '城乡低保标准' }).waitFor();
    await body.locator('td', { hasText: '全额' }).click();
    await body.locator('td', { hasText: '885' }).click({ modifiers: ['Shift'] });
    await tool('合并单元格').click();
    await body.locator('td[colspan="2"]').waitFor();
    await save();
    const { body: html } = await stored();
    expect(html).toContain('<caption>城乡低保标准</caption>');
    expect(html).toContain('<td colspan="2">');
    await tool('拆分单元格').click();
    await tool('撤销').click();
    await body.locator('td[colspan="2"]').waitFor();
  });

  test('a document number is put into its form on leaving the field; a title and a date are advised on', async () => {
    const docNo = page.getByLabel(/^文号/);
    await docNo.fill('青府发[2021]05号');
    await page.getByText('离开后写成：青府发〔2021〕5号').waitFor();
    await docNo.blur();
    expect(await docNo.inputValue()).toBe('青府发〔2021〕5号');
    const title = page.getByLabel(/^标题/);
    await title.fill('关于【项目名称】的通知。');
    await page.getByText('标题里有“【项目名称】”，请换成实际内容').waitFor();
    await title.fill('关于做好城乡低保工作的通知');
    const formed = page.getByLabel(/^成文日期/);
    await formed.fill('2099-01-04');
    await page.getByText('不能晚于今天').waitFor();
    await formed.fill('2026-02-30');
    await page.getByText('没有这一天，请核对').waitFor();
    await formed.fill('2026-11-02');
    await formed.blur();
    await save();
    expect((await stored()).docNo).toBe('青府发〔2021〕5号');
  });

  test('files are dropped on the field, arrive with progress, and are put in order', async () => {
    const area = page.getByRole('region', { name: '上传附件' });
    const list = page.getByRole('list', { name: '附件列表' });
    // held back, for its progress to be seen
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/upload', async (route) => {
      await held;
      await route.continue();
    });
    await drop(area, [pdf('申请表.pdf'), pdf('名单.pdf')]);
    await page.getByRole('progressbar', { name: '“申请表.pdf”的上传进度' }).waitFor();
    await page.getByText('等待上传').waitFor();
    release();
    await list.getByRole('link', { name: '名单.pdf' }).waitFor();
    await page.unroute('**/upload');
    const names = () => list.getByRole('link').allInnerTexts();
    expect(await names()).toEqual(['申请表.pdf', '名单.pdf']);
    await button(page, '上移“名单.pdf”').click();
    expect(await names()).toEqual(['名单.pdf', '申请表.pdf']);
    await list.getByRole('listitem').nth(1).dragTo(list.getByRole('listitem').nth(0));
    expect(await names()).toEqual(['申请表.pdf', '名单.pdf']);
    await button(page, '下移“申请表.pdf”').click();
    await button(page, '改名“申请表.pdf”').click();
    await page.getByLabel('“申请表.pdf”的新名称').fill('低保申请表');
    await page.getByLabel('“申请表.pdf”的新名称').press('Enter');
    await list.getByRole('link', { name: '低保申请表.pdf' }).waitFor();
    await save();
    expect((await stored()).attachments.map(({ name }) => name)).toEqual(['名单.pdf', '低保申请表.pdf']);
  });

  test('a file of a wrong type is refused before anything is sent, and does not stop the others', async () => {
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/upload')) sent.push(request.url());
    });
    const area = page.getByRole('region', { name: '上传附件' });
    await drop(area, [{ name: '安装.exe', type: 'application/octet-stream', base64: PNG }]);
    await page.getByRole('alert').getByText('不能上传“.exe”文件').waitFor();
    expect(sent).toEqual([]);
    await button(page, '清除“安装.exe”').click();
    await page.getByText('不能上传“.exe”文件').waitFor({ state: 'detached' });
  });

  test('a broken upload says so and is sent again; one is cancelled', async () => {
    const area = page.getByRole('region', { name: '上传附件' });
    await page.route('**/upload', (route) => route.abort());
    await drop(area, [pdf('补充材料.pdf')]);
    await page.getByRole('alert').getByText('网络中断').waitFor();
    await page.unroute('**/upload');
    await button(page, '重试上传“补充材料.pdf”').click();
    await page.getByRole('link', { name: '补充材料.pdf' }).waitFor();
    await button(page, '移除“补充材料.pdf”').click();
    await page.route('**/upload', () => undefined);
    await drop(area, [pdf('不要了.pdf')]);
    await button(page, '取消上传“不要了.pdf”').click();
    await page.getByText('不要了.pdf').waitFor({ state: 'detached' });
    await page.unroute('**/upload');
  });

  test('all of it works by keyboard alone', async () => {
    await page.goto(`${server.url}${RECORDS}/create`);
    await body.waitFor();
    await page.waitForLoadState('networkidle');
    await body.focus();
    await page.keyboard.type('关于公布名单的公告');
    await page.keyboard.press('Control+Alt+2');
    await page.keyboard.press('Enter');
    await page.keyboard.type('正文');
    await page.keyboard.press('Alt+F10');
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    // through the bar by the arrow keys, and round its end
    const reached = new Set<string>();
    for (let steps = 0; steps < 30; steps += 1) {
      reached.add(await focused());
      if ((await focused()) === '居中') break;
      await page.keyboard.press('ArrowRight');
    }
    expect(reached).toContain('加粗');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Alt+F10');
    await page.keyboard.press('Escape');
    await page.keyboard.type('文字');
    const html = await body.innerHTML();
    expect(html).toContain('<h2>关于公布名单的公告</h2>');
    expect(html).toMatch(/<p style="text-align: center;?">正文文字<\/p>/);
  });

  test('who may not edit sees the text and the files without any tool', async () => {
    const reviewer = await panel.signIn('civil-affairs-reviewer');
    await page.goto(`${server.url}${RECORDS}/${documentId}`);
    await page.getByRole('combobox', { name: /^信息类型/ }).click();
    await page.getByRole('option', { name: '文件' }).click();
    await button(page, '提交审核').click();
    await button(page, '保存并提交审核').click();
    await page.getByText('待审核', { exact: true }).waitFor();
    await reviewer.goto(`${server.url}${RECORDS}/${documentId}`);
    const text = reviewer.getByRole('textbox', { name: /^正文/ });
    await text.getByText('一、总体要求').waitFor();
    await reviewer.locator('[role="textbox"][contenteditable="false"]').waitFor();
    expect(await reviewer.getByRole('toolbar').count()).toBe(0);
    await reviewer.getByRole('link', { name: '名单.pdf' }).waitFor();
    expect(await reviewer.getByRole('button', { name: /^移除/ }).count()).toBe(0);
  });

  test('no page has asked another machine for anything', () => {
    expect(panel.elsewhere).toEqual([]);
  });
});
