import axe from 'axe-core';
import { Secret, TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import { startServer, type TestServer } from '../support';
import { describeWithBrowser, launchBrowser } from '../support/browser';
import { button, choose, latinWords, openPanel, type Panel } from './helpers/panel';

const EMAIL = 'hanmeimei@example.test';
const OWN_PASSWORD = 'Harbour-view-71';
/** Milliseconds for a page of the panel on a busy machine. */
const PATIENCE_MS = 100_000;

/** What an authenticator app shows, for the next step when the present one is used up. */
function codeOf(secret: string, at = Date.now()): string {
  return new TOTP({ secret: Secret.fromBase32(secret.replace(/\s/g, '')) }).generate({ timestamp: at });
}

type Axe = { run(): Promise<{ violations: { id: string; impact?: string | null }[] }> };

/** What axe-core calls serious or critical on a page. */
async function seriousProblems(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: Axe }).axe.run());
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id);
}

async function typeCredentials(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('登录邮箱').fill(email);
  await page.getByRole('textbox', { name: '密码' }).fill(password);
  await button(page, '登录').click();
}

jest.setTimeout(300_000);

describeWithBrowser('a person’s account, from the office to her desk', () => {
  let server: TestServer;
  let browser: Browser;
  let panel: Panel;
  let office: Page;
  let her: Page;
  let initialPassword = '';
  let secret = '';

  beforeAll(async () => {
    server = await startServer({ demo: true, panel: true });
    browser = await launchBrowser();
    panel = openPanel(browser, server);
    office = await panel.signIn('office-supervisor');
    office.setDefaultTimeout(PATIENCE_MS);
  }, 400_000);

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  test('the office finds people in its menu and makes one; the initial password is shown once', async () => {
    await office.getByRole('link', { name: '人员管理' }).click();
    await office.getByRole('heading', { name: '人员管理' }).waitFor();
    await button(office, '新建人员').click();
    await office.getByLabel('姓名').fill('韩梅梅');
    await office.getByRole('textbox', { name: '登录邮箱' }).fill(EMAIL);
    await choose(office, /^部门/, '区民政局');
    await office.getByRole('checkbox', { name: '审核' }).click();
    await button(office, '新建').click();
    await office.getByRole('heading', { name: '韩梅梅的初始密码' }).waitFor();
    initialPassword = await office.getByLabel('初始密码', { exact: true }).innerText();
    expect(initialPassword).toMatch(/^\w{4}-\w{4}-\w{4}$/);
    await button(office, '已交给本人').click();
    await office.getByRole('searchbox').fill('韩梅梅');
    await office.getByRole('searchbox').press('Enter');
    const row = office.getByRole('row').filter({ hasText: EMAIL });
    await row.getByText('待设密码').waitFor();
    // but for addresses
    expect(await latinWords(office, /^[a-z.-]+$/)).toEqual([]);
  });

  test('her first sign-in asks for a password of her own, its rules tick off while she types', async () => {
    her = await panel.open();
    her.setDefaultTimeout(PATIENCE_MS);
    await her.goto(`${server.url}/admin/plugins/disclosure/coverage`);
    await typeCredentials(her, EMAIL, initialPassword);
    await her.getByText('须先设置自己的密码').waitFor();
    const rules = her.getByRole('list', { name: '密码规则' });
    await her.getByRole('textbox', { name: '新密码' }).fill('short');
    expect(await rules.getByText('（未满足）').count()).toBe(2);
    expect(await button(her, '设置密码并继续').isDisabled()).toBe(true);
    await her.getByRole('textbox', { name: '新密码' }).fill(OWN_PASSWORD);
    expect(await rules.getByText('（未满足）').count()).toBe(0);
    await her.getByRole('textbox', { name: '再输入一次' }).fill(OWN_PASSWORD);
    await button(her, '设置密码并继续').click();
    // and she is where she wanted to go
    await her.getByRole('heading', { name: '公开覆盖' }).waitFor();
  });

  test('a department’s person finds no people in her menu', async () => {
    expect(await her.getByRole('link', { name: '人员管理' }).count()).toBe(0);
    await her.goto(`${server.url}/admin/plugins/accounts/people`);
    await her.getByText('人员和账号由区政务公开办和管理员维护').waitFor();
  });

  test('she sets up a second factor and keeps the recovery codes', async () => {
    await her.goto(`${server.url}/admin/me/sessions`);
    await her.getByRole('heading', { name: '我的账号' }).waitFor();
    await button(her, '启用动态码').click();
    await her.getByLabel('请先输入密码').fill(OWN_PASSWORD);
    await button(her, '下一步').click();
    await her.getByRole('img', { name: '绑定用的二维码' }).waitFor();
    secret = await her.getByLabel('密钥').innerText();
    await her
      .getByRole('dialog')
      .getByRole('textbox', { name: /动态码/ })
      .fill(codeOf(secret));
    await button(her, '绑定').click();
    await her.getByRole('heading', { name: '备用码' }).waitFor();
    await button(her, '我已保存').click();
    await her.getByText('备用码还有10个没有用').waitFor();
    expect(await latinWords(her, /example|test|hanmeimei|Chrome|Linux|on/)).toEqual([]);
  });

  test('she signs out, and in again with the code', async () => {
    await her.context().clearCookies();
    await her.evaluate(() => localStorage.clear());
    await her.goto(`${server.url}/admin`);
    await typeCredentials(her, EMAIL, OWN_PASSWORD);
    await her.getByRole('textbox', { name: /动态码/ }).fill('000000');
    await button(her, '继续登录').click();
    await her.getByText('动态码不正确').first().waitFor();
    // the step of the confirmation is used up; the next is taken a little early
    await her.getByRole('textbox', { name: /动态码/ }).fill(codeOf(secret, Date.now() + 30_000));
    await button(her, '继续登录').click();
    await her.getByRole('heading', { name: /^您好/ }).waitFor();
  });

  test('the office ends her sessions: she is asked for the password over her page, and loses nothing', async () => {
    await her.goto(`${server.url}/admin/me/sessions`);
    await button(her, '修改密码').click();
    await her.getByRole('textbox', { name: '现在的密码' }).fill(OWN_PASSWORD);
    await office.reload();
    const row = office.getByRole('row').filter({ hasText: EMAIL });
    await row.getByRole('button', { name: /办理/ }).click();
    await office.getByRole('menuitem', { name: '结束全部登录' }).click();
    await button(office, '确认结束全部登录').click();
    await office.getByRole('dialog').waitFor({ state: 'detached' });

    await her.getByRole('textbox', { name: '新密码' }).fill('Harbour-view-72');
    await her.getByRole('textbox', { name: '再输入一次' }).fill('Harbour-view-72');
    await button(her, '修改密码').click();
    const dialog = her.getByRole('dialog', { name: '请重新登录' });
    await dialog.getByText('页面上填写的内容还在').waitFor();
    expect(await her.getByLabel('新密码').inputValue()).toBe('Harbour-view-72');
    await dialog.getByRole('textbox', { name: '密码' }).fill(OWN_PASSWORD);
    await dialog.getByRole('button', { name: '继续', exact: true }).click();
    await dialog.getByRole('textbox', { name: /动态码/ }).waitFor();
    await dialog.getByRole('button', { name: '不继续，回到登录页' }).click();
    await her.getByRole('heading', { name: '政务公开管理后台' }).waitFor();
  });

  test('axe finds nothing serious on the sign-in, 人员管理 and 我的账号', async () => {
    await office.goto(`${server.url}/admin/plugins/accounts/people`);
    await office.getByText(/^共\d+人/).waitFor();
    expect(await seriousProblems(office)).toEqual([]);
    await office.goto(`${server.url}/admin/me/sessions`);
    await office.getByRole('heading', { name: '登录的设备' }).waitFor();
    expect(await seriousProblems(office)).toEqual([]);
    expect(await seriousProblems(her)).toEqual([]);
  });

  test('no page has asked another server', () => {
    expect(panel.elsewhere).toEqual([]);
  });
});
