import type { Locator } from 'playwright-core';

/** A picture of one point. */
export const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

export type BrowserFile = { name: string; type: string; base64: string };

type Brought = { html?: string; files?: readonly BrowserFile[] };

/** Pastes at an element as the clipboard of an office program does: HTML, with files beside it. */
export const paste = (at: Locator, brought: Brought): Promise<void> => bring(at, 'paste', brought);

/** Drops files on an element, as from a folder. */
export const drop = (at: Locator, files: readonly BrowserFile[]): Promise<void> =>
  bring(at, 'drop', { files });

const bring = (at: Locator, kind: 'paste' | 'drop', brought: Brought): Promise<void> =>
  at.evaluate(
    (element, { kind: how, html, files }) => {
      const data = new DataTransfer();
      if (html) {
        data.setData('text/html', html);
        data.setData(
          'text/plain',
          element.ownerDocument.createRange().createContextualFragment(html).textContent ?? '',
        );
      }
      for (const { name, type, base64 } of files ?? []) {
        const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
        data.items.add(new File([bytes], name, { type }));
      }
      const common = { bubbles: true, cancelable: true };
      if (how === 'paste') {
        element.dispatchEvent(new ClipboardEvent('paste', { ...common, clipboardData: data }));
        return;
      }
      for (const name of ['dragenter', 'dragover', 'drop'])
        element.dispatchEvent(new DragEvent(name, { ...common, dataTransfer: data }));
    },
    { kind, html: brought.html, files: brought.files },
  );
