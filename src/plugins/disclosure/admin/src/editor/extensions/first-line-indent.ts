import { Extension } from '@tiptap/core';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    firstLineIndent: {
      /** Indents the first line of the selected paragraphs by two characters, or takes that back. */
      toggleFirstLineIndent: () => ReturnType;
    };
  }
}

/** Two characters, as GB/T 9704 asks of every paragraph of an official document. */
export const TWO_CHARACTERS = '2em';

/** 首行缩进: kept as it is stored, whatever its width. */
export const FirstLineIndent = Extension.create({
  name: 'firstLineIndent',
  addGlobalAttributes() {
    return [
      {
        types: ['paragraph', 'heading'],
        attributes: {
          textIndent: {
            default: null,
            parseHTML: (element) => element.style.textIndent || null,
            renderHTML: ({ textIndent }) => (textIndent ? { style: `text-indent: ${textIndent}` } : {}),
          },
        },
      },
    ];
  },
  addCommands() {
    return {
      toggleFirstLineIndent:
        () =>
        ({ editor, commands }) => {
          const indented = editor.isActive({ textIndent: TWO_CHARACTERS });
          return commands.updateAttributes('paragraph', { textIndent: indented ? null : TWO_CHARACTERS });
        },
    };
  },
});
