import type { Browser, Page } from 'playwright-core';
import type { TestServer } from '../../support';

export const RECORDS = '/admin/content-manager/collection-types/plugin::major-construction-projects.record';

export type Panel = {
  /** a person's own browser, signed in */
  signIn(account: string): Promise<Page>;
  /** a browser in which nobody has signed in yet */
  open(): Promise<Page>;
  /** every address outside of the server that any page has asked for */
  elsewhere: readonly string[];
};

/** The panel of a server, as people at different computers use it. */
export function openPanel(browser: Browser, server: TestServer): Panel {
  const elsewhere: string[] = [];
  const open = async () => {
    const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1400, height: 1000 } });
    context.on('request', (request) => {
      const url = new URL(request.url());
      if (url.protocol.startsWith('http') && url.origin !== server.url) elsewhere.push(request.url());
    });
    await context.addInitScript(keepDrawing);
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    return page;
  };
  const signIn = async (account: string) => {
    const page = await open();
    await page.goto(`${server.url}/admin/auth/login`);
    await page.getByLabel('登录邮箱').fill(`${account}@example.test`);
    await page.getByRole('textbox', { name: '密码' }).fill(server.demoPassword);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByRole('heading', { name: /^您好/ }).waitFor();
    return page;
  };
  return { open, signIn, elsewhere };
}

/**
 * Runs in each page. A headless Chromium that has nothing to draw calls nobody back when it is idle, and
 * Strapi waits for that before it shows the buttons that extensions describe; on a screen there is always
 * something to draw.
 */
function keepDrawing(): void {
  setInterval(() => requestAnimationFrame(() => undefined), 50);
}

/** Chooses in a searchable list by what a person would type. */
export async function choose(page: Page, field: RegExp, search: string): Promise<void> {
  const input = page.getByRole('combobox', { name: field });
  await input.click();
  await input.fill(search);
  await page.getByRole('option', { name: search }).first().click();
}

export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** The words with Latin letters that a page shows, other than those allowed. */
export async function latinWords(page: Page, allowed: RegExp = /$^/): Promise<string[]> {
  const text = await page.locator('body').innerText();
  return (text.match(/[A-Za-z][A-Za-z .'-]{2,}/g) ?? []).filter((word) => !allowed.test(word));
}
