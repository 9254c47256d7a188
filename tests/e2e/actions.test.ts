import type { Browser, Page, Route } from 'playwright-core';
import { type Remote, remote, signIn } from '../integration/helpers/remote';
import { startServer, type TestServer } from '../support';
import { describeWithBrowser, launchBrowser } from '../support/browser';
import { button, choose, openPanel, type Panel, RECORDS } from './helpers/panel';

const DEPARTMENT = 'housing-construction';

/** What the panel asks for a list. */
const LIST = /content-manager\/collection-types\/plugin::major-construction-projects\.record\?/;

/** Brings an answer long after it was given. */
async function answerLate(route: Route): Promise<void> {
  const response = await route.fetch();
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await route.fulfill({ response });
}

/** `YYYY-MM-DD HH:mm` in Shanghai. */
const shanghai = (at: Date) =>
  new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(at);

describeWithBrowser('the steps of a document, and the news of them', () => {
  let server: TestServer;
  let browser: Browser;
  let panel: Panel;
  let editor: Page;
  let reviewer: Page;
  let office: Page;
  let enters: Remote;
  let reviews: Remote;
  let project: string;

  beforeAll(async () => {
    server = await startServer({ demo: true, panel: true });
    const { url, demoPassword } = server;
    const answer = await fetch(`${url}/api/major-construction-projects/projects`);
    project = ((await answer.json()) as { data: { documentId: string }[] }).data[0]?.documentId ?? '';
    enters = remote(url, await signIn(url, `${DEPARTMENT}-editor`, demoPassword));
    reviews = remote(url, await signIn(url, `${DEPARTMENT}-reviewer`, demoPassword));
    browser = await launchBrowser();
    panel = openPanel(browser, server);
    editor = await panel.signIn(`${DEPARTMENT}-editor`);
    reviewer = await panel.signIn(`${DEPARTMENT}-reviewer`);
    office = await panel.signIn('office-supervisor');
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  /** A complete record, taken as far as the named state. */
  async function make(title: string, ...verbs: ('submit' | 'approve' | 'publish')[]): Promise<string> {
    const documentId = await enters.create({
      title,
      project,
      item: 'MP8-03',
      kind: 'document',
      formedOn: '2026-11-02',
      body: '<p>竣工验收备案材料。</p>',
    });
    for (const verb of verbs) {
      const answer = await (verb === 'submit' ? enters : reviews).verb(documentId, verb);
      if (answer.status !== 200) throw new Error(answer.text);
    }
    return documentId;
  }
  const open = async (page: Page, documentId: string) => {
    await page.goto(`${server.url}${RECORDS}/${documentId}`);
    await page.getByRole('heading', { name: '办理记录' }).waitFor();
  };
  const publicStatus = async (documentId: string) =>
    (await fetch(`${server.url}/api/disclosure/publications/${documentId}`)).status;

  let scheduled: { documentId: string; at: Date };

  test('a publication is scheduled in Shanghai time, and the panel says when', async () => {
    const documentId = await make('定时发布的备案表', 'submit', 'approve');
    // the lead is one minute, and the form takes whole minutes; filling it in takes its time
    const at = new Date(Math.ceil((Date.now() + 120_000) / 60_000) * 60_000);
    const [date = '', time = ''] = shanghai(at).split(' ');
    await open(reviewer, documentId);
    await button(reviewer, '定时发布').click();
    const dialog = reviewer.getByRole('dialog', { name: '定时发布' });
    await dialog.getByLabel(/^发布日期/).fill('2020-01-01');
    await button(reviewer, '确认定时发布').click();
    await dialog.getByText('定时发布的时间须在1分钟以后').waitFor();
    await dialog.getByLabel(/^发布日期/).fill(date);
    await dialog.getByLabel(/^发布时间/).fill(time);
    await button(reviewer, '确认定时发布').click();
    await reviewer.getByText('定时待发布', { exact: true }).first().waitFor();
    await reviewer.getByText(`${shanghai(at)}（北京时间）自动公开`).waitFor();
    expect(await button(reviewer, '取消定时').isEnabled()).toBe(true);
    expect(await publicStatus(documentId)).toBe(404);
    // the form takes whole minutes: what is to be seen public at the end of this suite comes sooner
    scheduled = {
      documentId: await make('不久就公开的备案表', 'submit', 'approve'),
      at: new Date(Date.now() + 65_000),
    };
    const answer = await reviews.verb(scheduled.documentId, 'schedule', {
      publishAt: scheduled.at.toISOString(),
    });
    expect(answer.status).toBe(200);
  });

  test('several are approved at once; one that a colleague has taken meanwhile is refused with the reason', async () => {
    const ids = [];
    for (const name of ['甲', '乙', '丙']) ids.push(await make(`批量审核${name}`, 'submit'));
    await reviewer.goto(`${server.url}${RECORDS}?page=1&pageSize=20&sort=updatedAt:DESC`);
    const row = (name: string) => reviewer.getByRole('row').filter({ hasText: `批量审核${name}` });
    for (const name of ['甲', '乙', '丙']) await row(name).getByRole('checkbox').click();
    await button(reviewer, '批量办理').click();
    const dialog = reviewer.getByRole('dialog', { name: '批量办理' });
    await dialog.getByRole('radio', { name: /^审核通过（可以办理3件，不能0件）/ }).click();
    expect(await dialog.getByRole('radio', { name: /^提交审核/ }).count()).toBe(0);
    await reviews.verb(String(ids[1]), 'return', { reason: '另一位审核人员先退回了' });
    // the list is slow: it is still being read for the first step when the last one is done
    await reviewer.route(LIST, answerLate);
    await button(reviewer, '审核通过3件').click();
    await dialog.getByText('已办理2件，未办成1件').waitFor();
    const refused = dialog.getByRole('listitem').filter({ hasText: '批量审核乙' });
    expect(await refused.innerText()).toMatch(/已被他人修改|已退回/);
    await dialog.getByRole('button', { name: '关闭' }).last().click();
    await row('甲').getByText('待发布', { exact: true }).waitFor();
    await row('乙').getByText('已退回', { exact: true }).waitFor();
    await row('丙').getByText('待发布', { exact: true }).waitFor();
    await reviewer.unroute(LIST, answerLate);
  });

  test('what cannot be done with a selection is not offered, and says why', async () => {
    await make('提交了的', 'submit');
    await editor.goto(`${server.url}${RECORDS}?page=1&pageSize=20&sort=updatedAt:DESC`);
    await editor.getByRole('row').filter({ hasText: '提交了的' }).getByRole('checkbox').click();
    await button(editor, '批量办理').click();
    await editor.getByText('选中的信息现在没有您可以批量办理的操作').waitFor();
    await button(editor, '取消').click();
  });

  test('the bell counts what is unread, and leads to the document', async () => {
    await reviews.verb(await make('也被退回的', 'submit'), 'return', { reason: '请再核对' });
    await editor.reload();
    await editor.locator('[data-unread]').waitFor();
    await editor.getByRole('link', { name: '通知' }).click();
    await editor.getByRole('heading', { name: '通知', exact: true }).waitFor();
    for (let tries = 0; tries < 20 && (await editor.getByText('请再核对').count()) === 0; tries += 1) {
      await editor.reload();
      await editor.getByText('退回给您', { exact: true }).first().waitFor();
    }
    await editor.getByText('退回给您', { exact: true }).first().waitFor();
    await editor.getByText('另一位审核人员先退回了').waitFor();
    await editor.getByRole('link', { name: '批量审核乙' }).click();
    await editor.getByRole('note', { name: '退回意见' }).getByText('另一位审核人员先退回了').waitFor();
    await editor.getByRole('link', { name: '通知' }).click();
    await button(editor, '全部标为已读').click();
    await editor.getByText('0条未读').waitFor();
    await editor.locator('[data-unread]').waitFor({ state: 'detached' });
  });

  test('each person chooses how she is told', async () => {
    await editor.getByRole('link', { name: '通知设置' }).click();
    await editor.getByText('本系统没有设置邮件服务器').waitFor();
    const returned = editor.getByRole('combobox', { name: '退回给您' });
    await returned.click();
    await editor.getByRole('option', { name: '不要' }).click();
    await editor.getByText('已保存').waitFor();
    await editor.reload();
    await returned.waitFor();
    expect(await returned.innerText()).toContain('不要');
  });

  test('every step that cannot be taken says why, in words', async () => {
    const standings = [
      await make('为什么之一'),
      await make('为什么之二', 'submit'),
      await make('为什么之三', 'submit', 'approve'),
      await make('为什么之四', 'submit', 'approve', 'publish'),
    ];
    for (const page of [editor, reviewer, office]) {
      for (const documentId of standings) {
        await open(page, documentId);
        const question = page.getByText('为什么不能办理其他操作');
        const reasons = page.getByRole('list', { name: '现在不能办理的操作' });
        await question.waitFor();
        // folded, and opened by keyboard
        expect(await reasons.isVisible()).toBe(false);
        await question.locator('xpath=ancestor::summary').focus();
        await page.keyboard.press('Enter');
        await reasons.waitFor();
        const told = await reasons.getByRole('listitem').allInnerTexts();
        expect(told).not.toEqual([]);
        for (const one of told) expect(one).toMatch(/^[\u4e00-\u9fa5、]{2,30}：.{6,}/);
      }
    }
  });

  test('a withdrawal names its successor, and the public is led there', async () => {
    const successor = await make('替代的信息', 'submit', 'approve', 'publish');
    const documentId = await make('被替代的信息', 'submit', 'approve', 'publish');
    await open(reviewer, documentId);
    await button(reviewer, '撤回').click();
    await reviewer.getByLabel(/^撤回理由/).fill('内容有误');
    await choose(reviewer, /^替代信息/, '替代的信息');
    await button(reviewer, '确认撤回').click();
    await reviewer.getByText('已撤回', { exact: true }).first().waitFor();
    const answer = await fetch(`${server.url}/api/disclosure/publications/${documentId}`);
    expect(answer.status).toBe(410);
    expect(await answer.text()).toContain(successor);
  });

  test('the office hands a document over, and the department that takes over is told', async () => {
    const documentId = await make('移交的信息', 'submit', 'approve', 'publish');
    await open(office, documentId);
    await button(office, '移交').click();
    await choose(office, /^接收部门/, '区审计局');
    await office.getByLabel(/^移交理由/).fill('机构改革');
    await button(office, '确认移交').click();
    await office.getByText('已移交').first().waitFor();
    const taker = await panel.signIn('audit-reviewer');
    await taker.getByRole('link', { name: '通知' }).click();
    await taker.getByRole('link', { name: '移交的信息' }).click();
    await taker.getByRole('heading', { name: '办理记录' }).waitFor();
  });

  test('what was scheduled is public at its time, and the panel says so', async () => {
    const { documentId, at } = scheduled;
    while (Date.now() < at.getTime() + 2_500) await new Promise((resolve) => setTimeout(resolve, 250));
    expect(await publicStatus(documentId)).toBe(200);
    const answer = await fetch(`${server.url}/api/disclosure/publications/${documentId}`);
    const { data } = (await answer.json()) as { data: { publishedAt: string } };
    const late = Date.parse(data.publishedAt) - at.getTime();
    expect(late).toBeGreaterThanOrEqual(0);
    expect(late).toBeLessThan(2_000);
    await open(reviewer, documentId);
    await reviewer.getByText('已发布', { exact: true }).waitFor();
  }, 200_000);

  test('no page has asked another machine for anything', () => {
    expect(panel.elsewhere).toEqual([]);
  });
});
