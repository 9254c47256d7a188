import { mergeAttributes } from '@tiptap/core';
import { Table, TableHeader } from '@tiptap/extension-table';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    tableTitle: {
      /** Gives the table at the selection a title (`caption`); an empty text takes it away. */
      setTableTitle: (title: string) => ReturnType;
    };
  }
}

/** A table that keeps its title. Widths are left to whoever shows the table. */
export const TitledTable = Table.extend({
  addAttributes() {
    return {
      ...this.parent?.(),
      title: {
        default: '',
        parseHTML: (table) => table.querySelector('caption')?.textContent?.trim() ?? '',
        rendered: false,
      },
    };
  },
  parseHTML() {
    return [{ tag: 'table' }, { tag: 'caption', ignore: true }];
  },
  renderHTML({ node, HTMLAttributes }) {
    const title = String(node.attrs.title ?? '');
    const attributes = mergeAttributes(this.options.HTMLAttributes, HTMLAttributes);
    return title
      ? ['table', attributes, ['caption', { contenteditable: 'false' }, title], ['tbody', 0]]
      : ['table', attributes, ['tbody', 0]];
  },
  addCommands() {
    return {
      ...this.parent?.(),
      setTableTitle:
        (title) =>
        ({ commands }) =>
          commands.updateAttributes('table', { title: title.trim() }),
    };
  },
}).configure({ resizable: false, View: null });

/** A header cell that keeps what it is the header of. */
export const ScopedHeader = TableHeader.extend({
  addAttributes() {
    return { ...this.parent?.(), scope: { default: null } };
  },
});
