import type { Editor } from '@tiptap/core';

/** What the toolbar shows of the place where the cursor is. */
export type ToolbarState = ReturnType<typeof readState>;

export function readState(editor: Editor) {
  const can = editor.can();
  const align = (['left', 'center', 'right'] as const).find((to) => editor.isActive({ textAlign: to }));
  const picture = editor.isActive('image') ? editor.getAttributes('image') : null;
  return {
    canUndo: can.undo(),
    canRedo: can.redo(),
    level: editor.isActive('heading') ? Number(editor.getAttributes('heading').level) : 0,
    bold: editor.isActive('bold'),
    italic: editor.isActive('italic'),
    underline: editor.isActive('underline'),
    align: align ?? null,
    indented: editor.isActive({ textIndent: '2em' }),
    ordered: editor.isActive('orderedList'),
    bullets: editor.isActive('bulletList'),
    href: editor.isActive('link') ? String(editor.getAttributes('link').href ?? '') : null,
    inTable: editor.isActive('table'),
    canMerge: can.mergeCells(),
    canSplit: can.splitCell(),
    tableTitle: editor.isActive('table') ? String(editor.getAttributes('table').title ?? '') : '',
    picture: picture ? { alt: String(picture.alt ?? '') } : null,
  };
}
