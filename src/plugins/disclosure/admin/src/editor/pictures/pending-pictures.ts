import type { Editor } from '@tiptap/core';
import { MISSING_PICTURE } from '../../../../shared/missing-picture';
import { isPending } from '../stored-html';

/** The addresses of the pictures in a text that exist only in this browser. */
export function pendingIn(editor: Editor): Set<string> {
  const found = new Set<string>();
  editor.state.doc.descendants((node) => {
    const src = String(node.attrs.src ?? '');
    if (node.type.name === 'image' && isPending(src)) found.add(src);
  });
  return found;
}

/** Puts an address in the place of another; no step of its own for 撤销. */
export function settlePicture(editor: Editor, src: string, url: string): void {
  const { tr, doc } = editor.state;
  doc.descendants((node, at) => {
    if (node.type.name === 'image' && node.attrs.src === src) tr.setNodeAttribute(at, 'src', url);
  });
  if (tr.docChanged) editor.view.dispatch(tr.setMeta('addToHistory', false));
}

/** Leaves a mark where a picture could not be uploaded. */
export function markMissing(editor: Editor, src: string): void {
  const { tr, doc, schema } = editor.state;
  const places: [number, number][] = [];
  doc.descendants((node, at) => {
    if (node.type.name === 'image' && node.attrs.src === src) places.unshift([at, at + node.nodeSize]);
  });
  const bold = schema.marks.bold?.create();
  for (const [from, to] of places) tr.replaceWith(from, to, schema.text(MISSING_PICTURE, bold ? [bold] : []));
  if (tr.docChanged) editor.view.dispatch(tr.setMeta('addToHistory', false));
}

/** The file that a data address holds; null when it holds none. */
export function fileOfData(src: string): File | null {
  const [, type, data] = /^data:(image\/(?:png|jpe?g|gif|webp));base64,([\s\S]+)$/i.exec(src) ?? [];
  if (!type || !data) return null;
  try {
    const bytes = Uint8Array.from(atob(data.replace(/\s/g, '')), (char) => char.charCodeAt(0));
    return new File([bytes], `正文图片.${type.slice(type.indexOf('/') + 1).toLowerCase()}`, { type });
  } catch {
    return null;
  }
}
