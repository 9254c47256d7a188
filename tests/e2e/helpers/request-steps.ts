import type { Page } from 'playwright-core';
import type { TestServer } from '../../support';

/** What is filled into a form of the desk, by label; a choice is the text of its option. */
type Filled = Readonly<Record<string, string>>;

/** A request's page in the panel, as a person of the desk uses it. */
export function deskOf(page: Page, server: TestServer) {
  const dialog = page.getByRole('dialog');
  const field = async (label: string, value: string) => {
    const choice = dialog.getByRole('combobox', { name: new RegExp(`^${label}`) });
    if ((await choice.count()) > 0) {
      await choice.click();
      await page.getByRole('option', { name: value, exact: true }).click();
      return;
    }
    await dialog.getByLabel(new RegExp(`^${label}`)).fill(value);
  };
  /** Opens the form of a step, fills it in and sends it. */
  const step = async (label: string, filled: Filled = {}) => {
    await page.getByRole('button', { name: label, exact: true }).first().click();
    await dialog.waitFor();
    for (const [name, value] of Object.entries(filled)) await field(name, value);
    // what is easily forgotten is asked about once
    const asked = dialog.getByRole('checkbox', { name: '我已核对，不用补充' });
    if (await asked.isVisible()) await asked.click();
    await dialog.getByRole('button', { name: label, exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
  };
  return {
    step,
    open: async (id: string) => {
      await page.goto(`${server.url}/admin/plugins/requests?id=${id}`);
      await page.getByRole('heading', { name: '下一步' }).waitFor();
    },
    /** From the queue, as people find it. */
    openFromQueue: async (title: string) => {
      await page.goto(`${server.url}/admin/plugins/requests`);
      await page.getByRole('button', { name: title }).first().click();
      await page.getByRole('heading', { name: '下一步' }).waitFor();
    },
    waitForState: (state: string) => page.getByText(new RegExp(`^${state} · `)).waitFor(),
  };
}
export type Desk = ReturnType<typeof deskOf>;

export type Officers = { editor: Desk; reviewer: Desk; id: string };

/** Everything between a draft and its sending; a step that is added belongs here. */
export async function reviewAndSend({ editor, reviewer, id }: Officers): Promise<void> {
  await editor.open(id);
  await editor.step('提交审核');
  await reviewer.open(id);
  await reviewer.step('法律顾问审查', { 结果: '通过', 审查意见: '合法' });
  await reviewer.step('保密审查', { 结果: '通过', 审查意见: '不涉密' });
  await reviewer.step('审核通过');
  await editor.open(id);
  await editor.step('发出答复', { 送达方式: '网上下载' });
  await editor.waitForState('已答复');
}

export const APPLICANT = { name: '欧阳明月', idNumber: '11010519491231002X' };

type Attached = { name: string; mimeType: string; buffer: Buffer };

/** Fills in the form as a citizen does, on a phone without a script, and gives the code that she is shown. */
export async function applyAs(
  page: Page,
  server: TestServer,
  wanted: string,
  files: Attached[] = [],
): Promise<string> {
  await page.goto(`${server.url}/api/requests/form`);
  await page.getByLabel('机关', { exact: true }).selectOption('finance');
  await page.getByLabel('申请人类型').selectOption('person');
  await page.getByLabel('姓名或者单位名称').fill(APPLICANT.name);
  await page.getByLabel('证件类型').selectOption('idCard');
  await page.getByLabel('证件号码').fill(APPLICANT.idNumber);
  await page.getByLabel('联系电话').fill('13800138000');
  await page.getByLabel('信息名称').fill(wanted);
  await page.getByLabel('载体形式').selectOption('electronic');
  await page.getByLabel('获取方式', { exact: true }).selectOption('online');
  if (files.length > 0) await page.locator('input[name=attachments]').setInputFiles(files);
  await page.getByRole('button', { name: '提交申请' }).click();
  return page.locator('.code').innerText();
}

export async function follow(page: Page, server: TestServer, queryCode: string): Promise<void> {
  await page.goto(`${server.url}/api/requests/follow`);
  await page.getByLabel('查询码').fill(queryCode);
  await page.getByLabel('证件号码后四位').fill(APPLICANT.idNumber.slice(-4));
  await page.getByRole('button', { name: '查询' }).click();
}
