import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { TWO_CHARACTERS } from '../extensions/first-line-indent';
import { type Block, officialLayout } from './official-layout';

const blockOf = (node: Node): Block => ({
  kind: node.type.name === 'paragraph' || node.type.name === 'heading' ? 'paragraph' : 'other',
  text: node.textContent,
});

/** 公文排版 of the whole text, as one step that can be undone. */
export function applyOfficialLayout(editor: Editor): void {
  const { doc, tr, schema } = editor.state;
  const { paragraph, heading } = schema.nodes;
  const blocks: { node: Node; at: number }[] = [];
  doc.forEach((node, at) => {
    blocks.push({ node, at });
  });
  const layouts = officialLayout(blocks.map(({ node }) => blockOf(node)));
  // from the end, so that the places before stay what they are
  for (const [index, { node, at }] of [...blocks.entries()].reverse()) {
    const layout = layouts[index];
    if (!layout || !paragraph || !heading) continue;
    // the picture of a paragraph begins where it stands
    const indent = layout.indent && node.textContent.trim() !== '';
    const attributes = { textAlign: layout.align, textIndent: indent ? TWO_CHARACTERS : null };
    const type = layout.level > 0 ? heading : paragraph;
    tr.setNodeMarkup(at, type, layout.level > 0 ? { ...attributes, level: layout.level } : attributes);
    const typed = /^[\s\u3000]+/.exec(node.firstChild?.text ?? '')?.[0].length ?? 0;
    if (typed > 0) tr.delete(at + 1, at + 1 + typed);
  }
  if (tr.docChanged) editor.view.dispatch(tr);
  editor.commands.focus();
}
