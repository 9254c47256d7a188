import type { Browser, Page } from 'playwright-core';
import { ACCOUNT, startWechatServer, type WechatServer } from '../integration/helpers/wechat-server';
import { startServer, type TestServer } from '../support';
import { describeWithBrowser, launchBrowser } from '../support/browser';
import { button, openPanel, RECORDS } from './helpers/panel';
import { departmentApi } from './helpers/records';

const OWNER = 'housing-construction';

describeWithBrowser('the 公众号 in the panel', () => {
  let wechat: WechatServer;
  let server: TestServer;
  let browser: Browser;
  let reviewer: Page;
  let office: Page;
  let documentId: string;

  beforeAll(async () => {
    wechat = await startWechatServer();
    const env = {
      ...{ WECHAT_APP_ID: ACCOUNT.appId, WECHAT_APP_SECRET: ACCOUNT.secret, WECHAT_API_URL: wechat.url },
      PUBLIC_URL: 'https://gk.example.test',
    };
    server = await startServer({ demo: true, panel: true, env });
    browser = await launchBrowser();
    const panel = openPanel(browser, server);
    reviewer = await panel.signIn(`${OWNER}-reviewer`);
    await reviewer.evaluate(() => localStorage.setItem('STRAPI_THEME', 'dark'));
    office = await panel.signIn('office-supervisor');
    const editing = await departmentApi(server, `${OWNER}-editor`);
    const reviewing = await departmentApi(server, `${OWNER}-reviewer`);
    documentId = await editing.create('面板里选到公众号的公告');
    await editing.verb(documentId, 'submit');
    await reviewing.verb(documentId, 'approve');
    await reviewing.verb(documentId, 'publish');
  }, 600_000);

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await wechat?.stop();
  });

  test('a department sees its article as a phone shows it, chooses it, and reads that the draft is there', async () => {
    await reviewer.goto(`${server.url}${RECORDS}/${documentId}`);
    await reviewer.getByRole('checkbox', { name: '发布到公众号' }).click();
    await reviewer.getByLabel('公众号摘要').fill('给公众号写的摘要');
    await button(reviewer, '公众号预览').click();
    const card = reviewer.getByRole('region', { name: '消息列表里的卡片' });
    await card.getByText('给公众号写的摘要').waitFor();
    const phone = reviewer.getByRole('region', { name: '手机上的文章' });
    await phone.getByRole('heading', { name: '面板里选到公众号的公告' }).waitFor();
    await phone.frameLocator('iframe').getByText('第二段。').waitFor();
    expect((await phone.boundingBox())?.width).toBe(375);
    // by night the panel is dark, the article is not
    const background = (element: Element) => getComputedStyle(element).backgroundColor;
    expect(await phone.evaluate(background)).toBe('rgb(255, 255, 255)');
    expect(await phone.frameLocator('iframe').locator('html').evaluate(background)).toBe(
      'rgb(255, 255, 255)',
    );
    await reviewer.keyboard.press('Escape');
    await button(reviewer, '保存选择').click();
    await reviewer.getByText('草稿已建好，请在公众号后台发表').waitFor();
    expect([...wechat.drafts.values()].map(({ article }) => article.digest)).toEqual(['给公众号写的摘要']);
    await reviewer.reload();
    await reviewer.getByText('公众号选择', { exact: true }).waitFor();
  });

  test('on a phone nothing of the preview is beyond the edge', async () => {
    await reviewer.setViewportSize({ width: 375, height: 760 });
    await reviewer.goto(`${server.url}${RECORDS}/${documentId}`);
    // what is beside the form on a screen stands in a drawer here
    await button(reviewer, '公众号预览').evaluate((opens: HTMLElement) => opens.click());
    const box = await reviewer.getByRole('region', { name: '手机上的文章' }).boundingBox();
    const { x = -1, width = 0 } = box ?? {};
    expect([x > 0, width > 200, x + width < 375]).toEqual([true, true, true]);
  });

  test('the office sets the welcome text and sees the queue', async () => {
    await office.goto(`${server.url}/admin/plugins/wechat`);
    await office.getByRole('link', { name: '面板里选到公众号的公告' }).waitFor();
    await button(office, '已在公众号发表').click();
    await office.getByText('已发表1件').waitFor();
    await office.getByLabel('欢迎语').fill('欢迎关注青云谱政务公开');
    await office.getByLabel('没有找到时的补充').fill('咨询电话：0791-0000');
    await button(office, '添加一项').click();
    await office.getByLabel('第1项的KEY').fill('POLICY');
    await office.getByLabel('第1项的关键词').fill('政策');
    await button(office, '保存').click();
    await office.getByText('已保存').first().waitFor();
    await office.reload();
    await office.getByLabel('第1项的KEY').waitFor();
    expect(await office.getByLabel('第1项的KEY').inputValue()).toBe('POLICY');
    expect(await office.getByLabel('欢迎语').inputValue()).toBe('欢迎关注青云谱政务公开');
  });
});
