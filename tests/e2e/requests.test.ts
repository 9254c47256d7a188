/** @jest-environment ./tests/integration/helpers/environment.cjs */
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { addDays, todayInShanghai } from '../../src/plugins/disclosure/server/rules/dates';
import { startServer, type TestServer } from '../support';
import { describeWithBrowser, launchBrowser } from '../support/browser';
import { openPanel } from './helpers/panel';
import { APPLICANT, applyAs, type Desk, deskOf, follow, reviewAndSend } from './helpers/request-steps';
import { textOfFile } from './helpers/text-of-file';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, locale: 'zh-CN' };
const WANTED = '2025年区级部门预算执行情况';
const today = todayInShanghai();

/** 依申请公开 from both sides: a citizen on a phone without a script, and the desk. */
describeWithBrowser('a request for information', () => {
  let server: TestServer;
  let browser: Browser;
  let phone: Page;
  let auditor: BrowserContext;
  let editorPage: Page;
  let editor: Desk;
  let reviewer: Desk;
  let queryCode: string;
  let id: string;

  beforeAll(async () => {
    server = await startServer({ demo: true, panel: true });
    browser = await launchBrowser();
    const panel = openPanel(browser, server);
    editorPage = await panel.signIn('finance-editor');
    editor = deskOf(editorPage, server);
    reviewer = deskOf(await panel.signIn('finance-reviewer'), server);
    const context = await browser.newContext({ ...PHONE, javaScriptEnabled: false, acceptDownloads: true });
    phone = await context.newPage();
    phone.setDefaultTimeout(30_000);
    auditor = await browser.newContext(PHONE);
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  /** What axe finds on the page that the phone shows, and whether it is wider than the phone. */
  async function problems(): Promise<string[]> {
    const page = await auditor.newPage();
    await page.setContent(await phone.content());
    await page.evaluate(AXE);
    const found = (await page.evaluate(
      `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`,
    )) as string[];
    const width = (await page.evaluate('document.documentElement.scrollWidth')) as number;
    await page.close();
    return width > PHONE.viewport.width ? [...found, `${width} pixels wide`] : found;
  }

  const seen = async () => (await phone.locator('main').innerText()).replace(/\s+/g, ' ');

  test('a citizen reads the guide on a phone, applies without a script, and is told a code', async () => {
    await phone.goto(`${server.url}/api/requests/form`);
    expect(await problems()).toEqual([]);
    await phone.getByRole('link', { name: '政府信息公开指南' }).click();
    expect(await problems()).toEqual([]);
    await phone.getByRole('link', { name: '区财政局' }).click();
    expect(await seen()).toContain('20个工作日');
    expect(await problems()).toEqual([]);
    queryCode = await applyAs(phone, server, WANTED);
    expect(queryCode).toMatch(/^(\w{4}-){4}\w{4}$/);
    expect(await problems()).toEqual([]);
  });

  test('the desk finds it on its first page, registers it and asks for a correction; the date is explained', async () => {
    await editorPage.goto(`${server.url}/admin/`);
    const card = editorPage.getByRole('region', { name: '依申请公开，待答复' });
    await card.getByRole('link', { name: WANTED }).click();
    await editorPage.getByRole('heading', { name: '下一步' }).waitFor();
    id = new URL(editorPage.url()).searchParams.get('id') ?? '';
    await editor.step('登记');
    await editor.waitForState('办理中');
    const clock = editorPage.getByText('次日起20个工作日内答复');
    await clock.waitFor();
    expect(await editorPage.locator('main').innerText()).toContain('第三十三条第二款');
    await editor.step('告知补正', { 补正期限: addDays(today, 14), 需要补正的事项: '请写明是哪个部门' });
    await editorPage.getByText('等待申请人补正', { exact: true }).waitFor();
  });

  test('the citizen sees what is missing and corrects it', async () => {
    await follow(phone, server, queryCode);
    expect(await seen()).toContain('请写明是哪个部门');
    expect(await problems()).toEqual([]);
    await phone.getByLabel('补正后的申请内容').fill('区教体局2025年预算执行情况');
    await phone.getByRole('button', { name: '提交补正' }).click();
    expect(await seen()).not.toContain('需要您办理');
    expect(await seen()).toMatch(/答复期限 \d{4}-\d\d-\d\d/);
  });

  test('the desk consults a third party and extends the term once; every step and its article stands there', async () => {
    await editor.open(id);
    await editorPage.getByText('收到补正后的申请，答复期限重新计算').waitFor();
    await editor.step('征求意见', { 征求谁的意见: '第三方（商业秘密、个人隐私）', 名称: '某某建设公司' });
    await editorPage.getByText('征求意见，不计时', { exact: true }).waitFor();
    await editor.step('登记征求意见书送达', { 送达方式: '邮寄' });
    await editor.step('登记反馈意见', { 意见: '同意公开金额，不同意公开单价' });
    await reviewer.open(id);
    await reviewer.step('延长答复期限', { 延长的工作日数: '10', 理由: '需要汇总的资料较多' });
    await editor.open(id);
    const text = await editorPage.locator('main').innerText();
    for (const part of ['第三十条', '第三十二条、第三十三条第三款', '延长10个工作日', '告知补正'])
      expect(text).toContain(part);
  });

  test('it is granted in part; the citizen is told why, and reads the same in the PDF', async () => {
    await editor.step('保存答复', {
      办理结果: '部分公开',
      答复内容: '公开一般公共预算执行情况。',
      理由和依据: '单价属于第三方商业秘密，公开会损害其合法权益。',
    });
    await reviewAndSend({ editor, reviewer, id });
    await follow(phone, server, queryCode);
    const told = await seen();
    for (const part of ['部分公开', '公开一般公共预算执行情况。', '第三方商业秘密', '第三十七条', '行政复议'])
      expect(told).toContain(part);
    expect(await problems()).toEqual([]);
    const coming = phone.waitForEvent('download');
    await phone.getByRole('button', { name: '下载答复书（PDF）' }).click();
    const letter = await textOfFile(await coming);
    for (const part of [APPLICANT.name, '公开一般公共预算执行情况', '商业秘密', '行政复议', '区财政局'])
      expect(letter).toContain(part);
  });

  test('an application for two matters is split by a form that has read them already', async () => {
    await applyAs(phone, server, '一、公务接待费；二、因公出国费');
    await editor.openFromQueue('公务接待费');
    await editor.step('登记');
    await editor.waitForState('办理中');
    await editorPage.getByRole('button', { name: '拆分（一事一申请）' }).click();
    expect(await editorPage.getByLabel('第1件的特征描述').inputValue()).toBe('公务接待费');
    expect(await editorPage.getByLabel('第2件的特征描述').inputValue()).toBe('因公出国费');
    await editorPage.getByRole('button', { name: '拆分为2件' }).click();
    await editorPage.getByRole('dialog').waitFor({ state: 'hidden' });
    await editorPage.goto(`${server.url}/admin/plugins/requests`);
    await editorPage.getByRole('button', { name: '因公出国费', exact: true }).waitFor();
  });

  test('what is public already answers a request in two clicks, as a draft', async () => {
    const answer = await fetch(`${server.url}/api/disclosure/publications?department=finance&limit=1`);
    const { data } = (await answer.json()) as { data: { title: string; url: string }[] };
    const [known] = data;
    await applyAs(phone, server, String(known?.title));
    await editor.openFromQueue(String(known?.title).slice(0, 20));
    await editor.step('登记');
    await editor.waitForState('办理中');
    await editorPage.getByRole('checkbox', { name: `选择《${known?.title}》` }).click();
    await editorPage.getByRole('button', { name: '用已公开信息答复' }).click();
    await editorPage.getByRole('heading', { name: '答复（草稿）' }).waitFor();
    const text = await editorPage.locator('main').innerText();
    expect(text).toMatch(/办理结果\s+予以公开/);
    expect(text).toContain(`《${known?.title}》`);
    expect(text).toContain(String(known?.url));
  });

  test('the desk’s pages are usable by everybody: queue, request, workload, proposals, guide', async () => {
    const serious: string[] = [];
    for (const path of ['', `?id=${id}`, '?view=workload', '?view=proposals', '?view=guide']) {
      await editorPage.goto(`${server.url}/admin/plugins/requests${path}`);
      await editorPage.getByRole('heading', { level: 1 }).waitFor();
      await editorPage.waitForLoadState('networkidle');
      await editorPage.evaluate(AXE);
      const found = (await editorPage.evaluate(
        `axe.run({ include: [['main']] }, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa'] }).then(({ violations }) => violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => id + ': ' + nodes[0].html))`,
      )) as string[];
      serious.push(...found.map((one) => `${path} ${one}`));
    }
    expect(serious).toEqual([]);
  });
});
