import type { Browser, Page } from 'playwright-core';
import { startServer, type TestServer } from '../support';
import { describeWithBrowser, launchBrowser } from '../support/browser';
import { button, choose, latinWords, openPanel, type Panel, RECORDS } from './helpers/panel';

const TITLE = '端到端测试：参建单位信息';

describeWithBrowser('the way of a record through the panel', () => {
  let server: TestServer;
  let browser: Browser;
  let panel: Panel;
  let editor: Page;
  let reviewer: Page;
  let documentId: string;

  const open = async (page: Page) => {
    await page.goto(`${server.url}${RECORDS}/${documentId}`);
    await page.getByRole('heading', { name: '办理记录' }).waitFor();
  };

  beforeAll(async () => {
    server = await startServer({ demo: true, panel: true });
    browser = await launchBrowser();
    panel = openPanel(browser, server);
    editor = await panel.signIn('housing-construction-editor');
    reviewer = await panel.signIn('housing-construction-reviewer');
    // the first run of a machine loads the demo content as well
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  test('a new browser sees the sign-in in Chinese, and is told in Chinese that the password is wrong', async () => {
    const page = await panel.open();
    await page.goto(`${server.url}/admin`);
    await page.getByRole('heading', { name: '政务公开管理后台' }).waitFor();
    expect(await page.title()).toBe('政务公开');
    expect(await latinWords(page)).toEqual([]);
    await page.getByLabel('登录邮箱').fill('housing-construction-editor@example.test');
    await page.getByRole('textbox', { name: '密码' }).fill('wrong');
    await button(page, '登录').click();
    await page.getByRole('alert').getByText('登录邮箱或密码不正确').waitFor();
  });

  test('an editor’s pages are in Chinese and show what is hers', async () => {
    expect(await latinWords(editor)).toEqual([]);
    await editor.getByRole('link', { name: '重大建设项目·公开信息', exact: true }).click();
    const owners = editor.getByRole('gridcell', { name: /^区\S+[局委办]$/ });
    await owners.first().waitFor();
    expect(new Set(await owners.allInnerTexts())).toEqual(new Set(['区住建局']));
    expect(await latinWords(editor)).toEqual([]);
    expect(await editor.getByRole('link', { name: '设置' }).isVisible()).toBe(false);
  });

  test('an editor enters a record; the button that is off names what is missing', async () => {
    await editor.getByRole('link', { name: '新建' }).click();
    await editor.getByLabel(/^标题/).fill(TITLE);
    await choose(editor, /^项目/, '京山片区');
    await choose(editor, /^公开事项/, 'MP6-02');
    await editor.getByLabel('施工单位').fill('江西建工集团有限公司');
    await button(editor, '保存').click();
    await editor.getByRole('heading', { name: '办理情况' }).waitFor();
    documentId = new URL(editor.url()).pathname.split('/').at(-1) ?? '';
    const missing = editor.getByRole('note', { name: '提交前还需要' });
    await missing.getByText('请填写“正文”').waitFor();
    await editor.getByRole('note', { name: /^提交审核：还缺：.*请填写“信息类型”/ }).waitFor();
    expect(await button(editor, '提交审核').isDisabled()).toBe(true);
    expect(await editor.getByText('草稿', { exact: true }).isVisible()).toBe(true);
  });

  test('she completes it and submits in one step; what is off then says why', async () => {
    await editor.getByRole('combobox', { name: /^信息类型/ }).click();
    await editor.getByRole('option', { name: '公告' }).click();
    await editor.getByLabel(/^成文日期/).fill('2026年11月2日');
    await editor.getByLabel(/^成文日期/).blur();
    expect(await editor.getByLabel(/^成文日期/).inputValue()).toBe('2026-11-02');
    await editor.getByRole('textbox', { name: /^正文/ }).fill('现公开参建单位信息。\n施工单位见附件。');
    await button(editor, '提交审核').click();
    await button(editor, '保存并提交审核').click();
    await editor.getByText('待审核', { exact: true }).waitFor();
    expect(await button(editor, '审核通过').count()).toBe(0);
    await editor.getByText('为什么不能办理其他操作').click();
    expect(await editor.getByText('本人录入或修改过的信息须由另一位审核人员审核').isVisible()).toBe(true);
    expect(await editor.getByLabel(/^标题/).isDisabled()).toBe(true);
    expect(await button(editor, '保存').count()).toBe(0);
  });

  test('the reviewer finds it on her first page and returns it, which needs a comment', async () => {
    await reviewer.reload();
    await reviewer.getByRole('region', { name: '待我审核' }).getByRole('link', { name: TITLE }).click();
    await button(reviewer, '退回').click();
    const dialog = reviewer.getByRole('dialog', { name: '退回' });
    expect(await button(reviewer, '确认退回').isDisabled()).toBe(true);
    await dialog.getByLabel(/^退回意见/).fill('请补充监理单位');
    await button(reviewer, '确认退回').click();
    await reviewer.getByText('已退回', { exact: true }).waitFor();
  });

  test('the editor reads the comment, mends the record and submits again', async () => {
    await open(editor);
    await editor.getByRole('note', { name: '退回意见' }).getByText('请补充监理单位').waitFor();
    await editor.getByLabel('监理单位').fill('江西监理有限公司');
    await button(editor, '保存').click();
    await editor.getByText('已保存').waitFor();
    await button(editor, '提交审核').click();
    await editor.getByText('待审核', { exact: true }).waitFor();
  });

  test('a save over a colleague’s is refused, and what was typed stays', async () => {
    await open(reviewer);
    await button(reviewer, '退回').click();
    await reviewer.getByLabel(/^退回意见/).fill('请再核对');
    await button(reviewer, '确认退回').click();
    await reviewer.getByText('已退回', { exact: true }).waitFor();
    await open(editor);
    const colleague = await panel.signIn('housing-construction-editor');
    await open(colleague);
    await colleague.getByLabel('设计单位').fill('省设计院');
    await button(colleague, '保存').click();
    await colleague.getByText('已保存').waitFor();
    await editor.getByLabel('项目负责人').fill('张三');
    await button(editor, '保存').click();
    await editor.getByRole('dialog', { name: '这条信息已被他人修改' }).waitFor();
    await button(editor, '取消').click();
    expect(await editor.getByLabel('项目负责人').inputValue()).toBe('张三');
    await colleague.getByRole('button', { name: '提交审核', exact: true }).click();
    await colleague.getByText('待审核', { exact: true }).waitFor();
  });

  test('the reviewer approves and publishes, and the public reads it', async () => {
    await open(reviewer);
    await button(reviewer, '审核通过').click();
    await reviewer.getByLabel('审核意见').fill('同意公开');
    await button(reviewer, '确认审核通过').click();
    await reviewer.getByText('待发布', { exact: true }).waitFor();
    await button(reviewer, '发布').click();
    await button(reviewer, '确认发布').click();
    await reviewer.getByText('已发布', { exact: true }).waitFor();
    await reviewer.getByText('第1版').waitFor();
    const answer = await fetch(`${server.url}/api/disclosure/publications/${documentId}`);
    expect(answer.status).toBe(200);
    const { data } = (await answer.json()) as { data: Record<string, unknown> };
    expect(data).toMatchObject({ title: TITLE, owner: 'housing-construction' });
    expect(data.body).toContain('<p>现公开参建单位信息。</p>');
  });

  test('a correction is opened and given up again', async () => {
    await button(reviewer, '更正').click();
    await button(reviewer, '确认更正').click();
    await reviewer.getByText('原内容公开中', { exact: true }).waitFor();
    await reviewer.getByLabel(/^标题/).fill('不再需要的标题');
    await button(reviewer, '保存').click();
    await reviewer.getByText('已保存').waitFor();
    await button(reviewer, '放弃修改').click();
    await button(reviewer, '确认放弃修改').click();
    await reviewer.getByText('已发布', { exact: true }).waitFor();
    await reviewer.getByRole('heading', { name: TITLE, level: 1 }).waitFor();
    expect(await reviewer.getByLabel(/^标题/).inputValue()).toBe(TITLE);
  });

  test('a withdrawal asks for a reason, and the public reads it', async () => {
    await button(reviewer, '撤回').click();
    expect(await button(reviewer, '确认撤回').isDisabled()).toBe(true);
    await reviewer.getByLabel(/^撤回理由/).fill('测试完毕');
    await button(reviewer, '确认撤回').click();
    await reviewer.getByText('已撤回', { exact: true }).first().waitFor();
    const answer = await fetch(`${server.url}/api/disclosure/publications/${documentId}`);
    expect(answer.status).toBe(410);
    expect(await answer.text()).toContain('测试完毕');
  });

  test('another department neither lists it nor opens it', async () => {
    const stranger = await panel.signIn('finance-editor');
    await stranger.goto(`${server.url}${RECORDS}?page=1&pageSize=100`);
    await stranger.getByText(/^共\d+条$/).waitFor();
    expect(await stranger.getByText(TITLE).count()).toBe(0);
    await stranger.goto(`${server.url}${RECORDS}/${documentId}`);
    await stranger.getByText('不能查看').first().waitFor();
    expect(await stranger.getByText(TITLE).count()).toBe(0);
    expect(await button(stranger, '撤回').count()).toBe(0);
  });

  test('a project’s form takes departments by class and plans by item', async () => {
    const page = await panel.signIn('development-reform-editor');
    await page.getByRole('link', { name: '新建重大建设项目·项目' }).click();
    await page.getByLabel(/^项目名称/).fill('端到端测试项目');
    await choose(page, /^招标投标信息/, '区财政局');
    await button(page, '施工有关信息').click();
    await page.getByRole('combobox', { name: /^MP6-01.*安排/ }).click();
    await page.getByRole('option', { name: '不适用' }).click();
    await page.getByLabel(/^MP6-01.*不适用的理由/).fill('由代建单位实施');
    await button(page, '保存').click();
    await page.getByText('已保存').waitFor();
    await page.reload();
    await page.getByRole('group', { name: '招标投标信息' }).getByText('区财政局').waitFor();
    await page.getByRole('button', { name: '施工有关信息（1项不适用）' }).waitFor();
  });

  test('no page has asked another machine for anything', () => {
    expect(panel.elsewhere).toEqual([]);
  });
});
