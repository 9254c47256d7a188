import type { Browser, Page } from 'playwright-core';
import { call } from '../integration/helpers/call';
import { signIn } from '../integration/helpers/remote';
import { startServer, type TestServer } from '../support';
import { describeWithBrowser, launchBrowser } from '../support/browser';
import { button, choose, openPanel, type Panel } from './helpers/panel';

const DEPARTMENT = 'development-reform';
const LIBRARY = '/admin/content-manager/collection-types/plugin::policy.';

describeWithBrowser('the document library in the panel', () => {
  let server: TestServer;
  let browser: Browser;
  let panel: Panel;
  let editor: Page;
  let reviewer: Page;

  beforeAll(async () => {
    server = await startServer({ demo: true, panel: true });
    browser = await launchBrowser();
    panel = openPanel(browser, server);
    editor = await panel.signIn(`${DEPARTMENT}-editor`);
    reviewer = await panel.signIn(`${DEPARTMENT}-reviewer`);
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const publicationsOf = async (query: string) => {
    const answer = await fetch(`${server.url}/api/disclosure/publications?${query}`);
    return ((await answer.json()) as { data: Record<string, unknown>[] }).data;
  };

  test('a document chosen by its title is repealed by another, which waits for its interpretation and goes with it', async () => {
    await editor.goto(`${server.url}${LIBRARY}normative-document/create`);
    await editor.getByLabel('标题（必填）').fill('面板里录入的文件');
    await editor.getByLabel('施行日期（必填）').fill('2026-11-01');
    await editor.getByLabel('成文日期（必填）').fill('2026-10-20');
    await editor.getByLabel('有效期（年）').fill('5');
    await choose(editor, /^目录事项/, 'L05-01');
    const repeals = editor.getByRole('group', { name: '废止的文件' });
    await repeals.getByRole('combobox').fill('青发改规字');
    await editor.getByRole('option', { name: /2号/ }).click();
    await repeals.getByRole('listitem').waitFor();
    await editor.locator('.ProseMirror').click();
    await editor.keyboard.type('第一条 正文。');
    await button(editor, '保存').click();
    await editor.waitForURL(/normative-document\/[a-z0-9]{24}/);
    expect(await editor.getByLabel('有效期至').inputValue()).toBe('2031-10-31');
    await button(editor, '提交审核').click();
    await editor.getByText('待审核', { exact: true }).first().waitFor();

    await reviewer.goto(editor.url());
    await button(reviewer, '审核通过').click();
    await button(reviewer, '确认审核通过').click();
    await reviewer.getByText('待发布', { exact: true }).first().waitFor();
    expect(await button(reviewer, '发布').isDisabled()).toBe(true);
    await reviewer.getByRole('note', { name: /^发布：还缺：政策解读/ }).waitFor();

    const documentId = /normative-document\/([a-z0-9]{24})/.exec(editor.url())?.[1] ?? '';
    await interpret(documentId);
    await reviewer.reload();
    await button(reviewer, '发布').click();
    await reviewer.getByRole('button', { name: /^确认/ }).click();
    await reviewer.getByText('已发布', { exact: true }).first().waitFor();
    const live = await publicationsOf('domain=policy&limit=100');
    const titled = (title: string) => live.find((publication) => publication.title === title);
    expect(titled('面板里的解读')).toMatchObject({ subjectId: documentId });
    expect(titled('青云谱区节能技术改造奖励资金管理办法')).toMatchObject({ validity: '废止' });
  });

  /** An interpretation of a document, entered and approved by the business system of the department. */
  async function interpret(documentId: string): Promise<void> {
    const { url, demoPassword } = server;
    const path = `${url}/api/policy/interpretations`;
    const send = async (account: string, address: string, body: object) => {
      const token = await signIn(url, account, demoPassword);
      const headers = { authorization: `Bearer ${token}` };
      const answer = await call(address, { method: 'POST', headers, body });
      if (answer.status >= 300) throw new Error(answer.text);
      return answer.body.data.documentId as string;
    };
    const data = {
      title: '面板里的解读',
      interprets: documentId,
      form: 'questions',
      formedOn: '2026-10-21',
      interpreter: '区发改委',
      body: '<p>问与答。</p>',
    };
    const id = await send(`${DEPARTMENT}-editor`, path, { data });
    await send(`${DEPARTMENT}-editor`, `${path}/${id}/submit`, {});
    await send(`${DEPARTMENT}-reviewer`, `${path}/${id}/approve`, {});
  }

  test('the lines of a clean-up are entered, moved and kept in their order', async () => {
    await editor.goto(`${server.url}${LIBRARY}cleanup-batch/create`);
    await editor.getByLabel('标题（必填）').fill('面板里的清理结果');
    const entries = editor.getByRole('group', { name: '清理目录' });
    for (const title of ['第一件', '第二件']) {
      await button(editor, '添加一行').click();
      const line = entries.getByRole('listitem').last();
      await line.getByRole('combobox', { name: '清理结论' }).click();
      await editor.getByRole('option', { name: '废止' }).click();
      await line.getByLabel('文件名称（不在系统内的）').fill(title);
    }
    await entries.getByRole('button', { name: '第2行上移' }).click();
    await button(editor, '保存').click();
    await editor.waitForURL(/cleanup-batch\/[a-z0-9]{24}/);
    await editor.reload();
    const first = editor.getByRole('group', { name: '清理目录' }).getByRole('listitem').first();
    expect(await first.getByLabel('文件名称（不在系统内的）').inputValue()).toBe('第二件');
  });
});
