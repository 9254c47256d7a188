import type { Browser, Page } from 'playwright-core';
import { startServer, type TestServer } from '../support';
import { describeWithBrowser, launchBrowser } from '../support/browser';
import { button, openPanel, type Panel, RECORDS } from './helpers/panel';
import { departmentApi } from './helpers/records';

const EDITOR = 'housing-construction-editor';
const REVIEWER = 'housing-construction-reviewer';
/** The pause after the last letter, and the way to the server. */
const AUTOSAVED = { timeout: 20_000 };

describeWithBrowser('nothing typed is lost, and nobody overwrites anybody', () => {
  let server: TestServer;
  let browser: Browser;
  let panel: Panel;
  let editor: Page;
  let reviewer: Page;
  let api: Awaited<ReturnType<typeof departmentApi>>;
  let reviewing: Awaited<ReturnType<typeof departmentApi>>;

  const open = async (page: Page, documentId: string) => {
    await page.goto(`${server.url}${RECORDS}/${documentId}`);
    await page.getByRole('heading', { name: '办理记录' }).waitFor();
  };
  const title = (page: Page) => page.getByLabel(/^标题/);
  const autosaved = (page: Page) => page.getByText(/\d\d:\d\d 已自动暂存/).waitFor(AUTOSAVED);
  const banner = (page: Page) => page.getByRole('region', { name: '未保存的修改' });
  const save = async (page: Page) => {
    await button(page, '保存').click();
    await page.getByText('已保存').first().waitFor();
  };
  const savedTitle = async (documentId: string) => {
    await open(reviewer, documentId);
    return title(reviewer).inputValue();
  };

  beforeAll(async () => {
    server = await startServer({ demo: true, panel: true });
    browser = await launchBrowser();
    panel = openPanel(browser, server);
    api = await departmentApi(server, EDITOR);
    reviewing = await departmentApi(server, REVIEWER);
    editor = await panel.signIn(EDITOR);
    reviewer = await panel.signIn(REVIEWER);
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  test('a new entry survives that the browser is closed before the first save', async () => {
    const crashed = await panel.signIn(EDITOR);
    await crashed.goto(`${server.url}${RECORDS}/create`);
    await title(crashed).fill('浏览器关掉之前写的标题');
    await autosaved(crashed);
    await crashed.context().close();

    await editor.goto(`${server.url}${RECORDS}/create`);
    await banner(editor).getByText('浏览器关掉之前写的标题').waitFor();
    expect(await title(editor).inputValue()).toBe('');
    await banner(editor).getByRole('button', { name: '恢复' }).click();
    expect(await title(editor).inputValue()).toBe('浏览器关掉之前写的标题');
    expect(await banner(editor).count()).toBe(0);
    await autosaved(editor);
    await editor.getByRole('link', { name: '首页' }).first().click();
    // nothing was saved: it waits again
    await button(editor, '确认').click();
    await editor.getByRole('heading', { name: /^您好/ }).waitFor();
    await editor.goto(`${server.url}${RECORDS}/create`);
    await banner(editor).getByRole('button', { name: '放弃' }).click();
    await banner(editor).getByRole('button', { name: '确定放弃' }).click();
    await editor.reload();
    await title(editor).waitFor();
    expect(await banner(editor).count()).toBe(0);
  });

  test('a change of a document comes back the same way, and only a save writes it', async () => {
    const documentId = await api.create('原来的标题');
    const crashed = await panel.signIn(EDITOR);
    await open(crashed, documentId);
    await title(crashed).fill('改到一半的标题');
    await autosaved(crashed);
    await crashed.context().close();

    await open(editor, documentId);
    await banner(editor)
      .getByText(/您在 \d+月\d+日 \d\d:\d\d 有未保存的修改/)
      .waitFor();
    await banner(editor).getByRole('button', { name: '看看改了什么' }).click();
    const dialog = editor.getByRole('dialog', { name: '未保存的修改' });
    expect(await dialog.locator('ins').innerText()).toContain('改到一半');
    expect(await dialog.locator('del').innerText()).toContain('原来');
    await button(editor, '关闭').click();
    await banner(editor).getByRole('button', { name: '恢复' }).click();
    expect(await title(editor).inputValue()).toBe('改到一半的标题');
    expect(await savedTitle(documentId)).toBe('原来的标题');
    await save(editor);
    expect(await savedTitle(documentId)).toBe('改到一半的标题');
    await open(editor, documentId);
    expect(await banner(editor).count()).toBe(0);
  });

  test('a colleague sees that somebody is typing', async () => {
    const documentId = await api.create('两人同时打开');
    await open(editor, documentId);
    await title(editor).fill('正在写');
    await autosaved(editor);
    await open(reviewer, documentId);
    await reviewer.getByText(/正在编辑/).waitFor();
    // all taken back: nothing waits
    const forgotten = editor.waitForResponse((answer) => answer.request().method() === 'DELETE');
    await title(editor).fill('两人同时打开');
    await forgotten;
    await open(editor, documentId);
    expect(await banner(editor).count()).toBe(0);
  });

  test('without a network it says so, and keeps what was typed when the network is back', async () => {
    const documentId = await api.create('断网的时候');
    await open(editor, documentId);
    await editor.context().setOffline(true);
    await title(editor).fill('断网的时候写的');
    await editor.getByText(/没有暂存：网络不通/).waitFor(AUTOSAVED);
    await editor.context().setOffline(false);
    await autosaved(editor);
    await save(editor);
  });

  test('leaving with changes asks, inside the panel and when the tab is closed', async () => {
    const documentId = await api.create('离开之前');
    await open(editor, documentId);
    await title(editor).fill('离开之前没有保存');
    await editor.getByRole('link', { name: '首页' }).first().click();
    await editor.getByText(/有修改还没有保存/).waitFor();
    await button(editor, '取消').click();
    expect(await title(editor).inputValue()).toBe('离开之前没有保存');
    const asked = editor.waitForEvent('dialog');
    editor.close({ runBeforeUnload: true }).catch(() => undefined);
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    await save(editor);
    await editor.getByRole('link', { name: '首页' }).first().click();
    await editor.getByRole('heading', { name: /^您好/ }).waitFor();
  });

  describe('two people edit one document: the second to save', () => {
    const conflicting = async (mine: string) => {
      const documentId = await api.create('共同编辑的标题', { docNo: '青府发〔2021〕5号' });
      await open(editor, documentId);
      await reviewing.edit(documentId, { title: '同事编辑的标题', abstract: '同事写的概述' });
      await title(editor).fill(mine);
      await editor.getByLabel('文号').fill('青府发〔2022〕6号');
      await button(editor, '保存').click();
      const dialog = editor.getByRole('dialog', { name: '这条信息已被他人修改' });
      await dialog.getByText(/修改了这条信息/).waitFor();
      return { documentId, dialog };
    };

    test('sees who was first and what differs, and merges field by field', async () => {
      const { documentId, dialog } = await conflicting('我编辑的标题');
      const both = dialog.getByRole('group', { name: '标题：双方都改了' });
      expect(await both.locator('ins').allInnerTexts()).toEqual([
        expect.stringContaining('同事'),
        expect.stringContaining('我'),
      ]);
      await dialog.getByText('同事写的概述').waitFor();
      expect(await dialog.getByRole('button', { name: '还有1处要选' }).isDisabled()).toBe(true);
      await dialog.getByRole('radio', { name: '标题：用我的' }).check();
      await dialog.getByRole('button', { name: '合并并保存' }).click();
      await editor.getByText('已保存').first().waitFor();
      await open(reviewer, documentId);
      expect(await title(reviewer).inputValue()).toBe('我编辑的标题');
      expect(await reviewer.getByLabel('内容概述').inputValue()).toBe('同事写的概述');
      expect(await reviewer.getByLabel('文号').inputValue()).toBe('青府发〔2022〕6号');
    });

    test('may take over: the other’s text stays in the versions', async () => {
      const { documentId, dialog } = await conflicting('我要覆盖');
      await dialog.getByRole('button', { name: '保存我的，覆盖对方' }).click();
      await editor.getByText('已保存').first().waitFor();
      await open(reviewer, documentId);
      expect(await title(reviewer).inputValue()).toBe('我要覆盖');
      expect(await reviewer.getByLabel('内容概述').inputValue()).toBe('');
      await button(reviewer, '版本和差别').click();
      const versions = reviewer.getByRole('dialog', { name: '版本和差别' });
      await versions
        .getByText(/\d+月\d+日 \d\d:\d\d的工作稿/)
        .first()
        .waitFor();
      expect(await versions.getByRole('button', { name: /的工作稿恢复为草稿$/ }).count()).toBe(2);
    });

    test('may take the other’s, and hers waits as unsaved', async () => {
      const { dialog } = await conflicting('我的先留着');
      await dialog.getByRole('button', { name: '载入对方的，我的留作未保存' }).click();
      await banner(editor).waitFor();
      await editor.waitForFunction(
        () =>
          (document.querySelector('input[name="title"]') as HTMLInputElement | null)?.value ===
          '同事编辑的标题',
      );
      await banner(editor).getByRole('button', { name: '恢复' }).click();
      const again = editor.getByRole('dialog', { name: '这条信息已被他人修改' });
      await again.getByRole('radio', { name: '标题：用我的' }).check();
      await again.getByRole('button', { name: '合并到表单' }).click();
      expect(await title(editor).inputValue()).toBe('我的先留着');
      expect(await editor.getByLabel('内容概述').inputValue()).toBe('同事写的概述');
      await save(editor);
    });
  });

  test('two versions are compared word by word, and an earlier one is restored as a draft', async () => {
    const documentId = await api.create('版本测试', { body: '<p>施工单位为甲公司。</p><p>不变的一段。</p>' });
    await api.verb(documentId, 'submit');
    await reviewing.verb(documentId, 'approve');
    await reviewing.verb(documentId, 'publish');
    await api.verb(documentId, 'correct', { reason: '单位有误' });
    await api.edit(documentId, {
      title: '版本测试之二',
      body: '<p>施工单位为乙公司。</p><p>不变的一段。</p>',
    });
    await open(editor, documentId);
    await button(editor, '版本和差别').click();
    const dialog = editor.getByRole('dialog', { name: '版本和差别' });
    const difference = dialog.getByRole('region', { name: '差别' });
    await difference.getByText('公开的第1版 → 现在的工作稿').waitFor();
    const body = difference.getByRole('region', { name: '正文' });
    expect(await body.locator('del').innerText()).toContain('甲');
    expect(await body.locator('ins').innerText()).toContain('乙');
    await dialog.getByRole('button', { name: '把公开的第1版恢复为草稿' }).click();
    await dialog.getByLabel('理由').fill('原来的是对的');
    await button(editor, '确认恢复').click();
    await editor.getByText(/已恢复为草稿/).waitFor();
    await editor.getByText('恢复版本', { exact: true }).first().waitFor();
    await editor.getByRole('heading', { name: '版本测试', exact: true, level: 1 }).waitFor();
    expect(await title(editor).inputValue()).toBe('版本测试');
  });
});
