/** @jest-environment ./tests/integration/helpers/environment.cjs */
import { readFileSync } from 'node:fs';
import type { Browser, Download, Page } from 'playwright-core';
import { renderDocx, renderPdf } from '../../src/plugins/disclosure/server/official-copies';
import { plain } from '../../src/plugins/disclosure/server/official-copies/document/model';
import { startServer, type TestServer } from '../support';
import { describeWithBrowser, launchBrowser } from '../support/browser';
import { comparePages } from './helpers/compare-pages';
import { button, openPanel } from './helpers/panel';
import { applyAs, type Desk, deskOf, follow, reviewAndSend } from './helpers/request-steps';
import { textOfFile } from './helpers/text-of-file';

const SHOTS = process.env.SHOTS;
const WANTED = '补助资金的函';
const COMPANY = '江州某某科技有限公司';
const PHONE = '13800138000';
const LETTER = {
  ...{ title: '关于补助资金的函', docNo: null, head: [], fields: [], notes: [] },
  blocks: [
    plain(`申报单位${COMPANY}，联系电话${PHONE}。`),
    plain('补助金额为一百万元。'),
    plain(`抄送：${COMPANY}`),
  ],
};

const saved = async (page: Page, press: () => Promise<void>): Promise<Download> => {
  const coming = page.waitForEvent('download');
  await press();
  return coming;
};
const bytesOf = async (download: Download) => readFileSync(await download.path());

/** Files of a request from both sides: what the citizen sends, and what she gets of a letter that names others. */
describeWithBrowser('files of a request', () => {
  let server: TestServer;
  let browser: Browser;
  let citizen: Page;
  let page: Page;
  let editor: Desk;
  let reviewer: Desk;
  let docx: Buffer;
  let pdf: Buffer;
  let queryCode: string;
  let id: string;

  beforeAll(async () => {
    docx = Buffer.from(await renderDocx(LETTER, new Map()));
    pdf = Buffer.from(await renderPdf(LETTER, new Map()));
    server = await startServer({ demo: true, panel: true });
    browser = await launchBrowser();
    const panel = openPanel(browser, server);
    page = await panel.signIn('finance-editor');
    editor = deskOf(page, server);
    reviewer = deskOf(await panel.signIn('finance-reviewer'), server);
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN' });
    citizen = await context.newPage();
    citizen.setDefaultTimeout(30_000);
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const shot = async (shown: Page, name: string) => {
    if (SHOTS) await shown.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
  };
  const group = (name: string) => page.getByRole('region', { name });

  test('a citizen applies with a file, without a script, and finds it again', async () => {
    const file = { name: '身份证明.pdf', mimeType: 'application/pdf', buffer: pdf };
    queryCode = await applyAs(citizen, server, WANTED, [file]);
    await follow(citizen, server, queryCode);
    await shot(citizen, 'files-citizen');
    const download = await saved(citizen, () => button(citizen, '下载身份证明.pdf').click());
    expect((await bytesOf(download)).equals(pdf)).toBe(true);
  });

  test('the desk sees her file and saves it as she has sent it', async () => {
    await editor.openFromQueue(WANTED);
    id = new URL(page.url()).searchParams.get('id') ?? '';
    const hers = group('申请人提交的附件');
    await hers.getByText('身份证明.pdf').waitFor();
    const download = await saved(page, () => hers.getByRole('button', { name: '下载' }).click());
    expect(download.suggestedFilename()).toBe('身份证明.pdf');
    expect((await bytesOf(download)).equals(pdf)).toBe(true);
    await editor.step('登记');
    await editor.waitForState('办理中');
  });

  test('a redacted copy is made in the panel: where a name is wanted gone it is gone, elsewhere it stays', async () => {
    const chooser = page.waitForEvent('filechooser');
    await button(page, '上传需要遮盖的原件').click();
    await (await chooser).setFiles([{ name: '函.docx', mimeType: 'application/octet-stream', buffer: docx }]);
    await button(page, '做遮盖件').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('补助金额为一百万元').waitFor();
    for (const text of [COMPANY, PHONE]) {
      await dialog.getByLabel('要遮盖的文字').fill(text);
      await dialog.getByRole('button', { name: '加入', exact: true }).click();
    }
    await dialog.getByRole('checkbox', { name: /抄送/ }).click();
    await dialog.getByRole('combobox').click();
    await page.getByRole('option', { name: /第十五条/ }).click();
    await dialog.getByLabel('理由').fill('第三方不同意公开');
    await shot(page, 'files-redact');
    await dialog.getByRole('button', { name: '生成遮盖件', exact: true }).click();
    await dialog.getByText('申报单位■■■，联系电话■■■。').waitFor();
    await shot(page, 'files-redacted');
    await dialog.getByRole('button', { name: '确认提供给申请人', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await group('随答复提供的文件')
      .getByText(/遮盖2处，依据第十五条/)
      .waitFor();
    await shot(page, 'files-desk');
  });

  test('of a PDF a copy is made of pictures of its pages, in which the terms are black', async () => {
    const chooser = page.waitForEvent('filechooser');
    await button(page, '上传需要遮盖的原件').click();
    await (await chooser).setFiles([{ name: '函.pdf', mimeType: 'application/pdf', buffer: pdf }]);
    const line = group('原件').getByText('函.pdf', { exact: true }).locator('..');
    await line.getByRole('button', { name: '做遮盖件' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('补助金额为一百万元').waitFor();
    for (const text of [COMPANY, PHONE]) {
      await dialog.getByLabel('要遮盖的文字').fill(text);
      await dialog.getByRole('button', { name: '加入', exact: true }).click();
    }
    await dialog.getByRole('combobox').click();
    await page.getByRole('option', { name: /第十五条/ }).click();
    await dialog.getByLabel('理由').fill('第三方不同意公开');
    await shot(page, 'files-redact-pdf');
    await dialog.getByRole('button', { name: '生成遮盖件', exact: true }).click();
    await button(page, '确认提供给申请人').waitFor();
    await dialog.getByRole('img', { name: '第1页' }).waitFor();
    await shot(page, 'files-redacted-pdf');
    await dialog.getByRole('button', { name: '确认提供给申请人', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await group('随答复提供的文件')
      .getByText(/遮盖3处，依据第十五条/)
      .waitFor();
  });

  test('the answer is looked at as the PDF that it will be, and goes out', async () => {
    await editor.step('保存答复', {
      办理结果: '部分公开',
      答复内容: '提供遮盖后的函。',
      理由和依据: '单位名称属于商业秘密。',
    });
    await button(page, '预览文书').click();
    await page.getByRole('region', { name: '文书预览' }).waitFor();
    const preview = await saved(page, () => button(page, '预览 PDF').click());
    expect(await textOfFile(preview)).toContain('提供遮盖后的函');
    await reviewAndSend({ editor, reviewer, id });
  });

  test('the citizen gets the redacted copy alone, and what was removed is not in it', async () => {
    await follow(citizen, server, queryCode);
    const told = await citizen.locator('main').innerText();
    expect(told).toContain('函（遮盖件）.docx');
    expect(told).not.toContain('函.docx');
    await shot(citizen, 'files-answered');
    const download = await saved(citizen, () => button(citizen, '下载函（遮盖件）.docx').click());
    const text = await textOfFile(download);
    expect(text).toContain('补助金额为一百万元');
    expect(text).toContain(`抄送：${COMPANY}`);
    expect(text.split(COMPANY)).toHaveLength(2);
    expect(text).not.toContain(PHONE);
  });

  test('the redacted PDF that she gets has no text at all, and shows everything else', async () => {
    await follow(citizen, server, queryCode);
    const download = await saved(citizen, () => button(citizen, '下载函（遮盖件）.pdf').click());
    await expect(textOfFile(download)).rejects.toMatchObject({ status: 'no-text' });
    const bytes = await bytesOf(download);
    for (const text of [COMPANY, PHONE])
      for (const encoding of ['utf8', 'utf16le'] as const)
        expect(bytes.includes(Buffer.from(text, encoding))).toBe(false);
    const { blackened, lost } = await comparePages(pdf, bytes);
    // 22 letters and 11 digits are covered, at 80 dots an inch
    expect(blackened).toBeGreaterThan(5_000);
    expect(lost).toBeLessThan(50);
  });
});
