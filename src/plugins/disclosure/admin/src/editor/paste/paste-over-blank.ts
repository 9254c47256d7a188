import { Slice } from '@tiptap/pm/model';
import type { EditorView } from '@tiptap/pm/view';

/**
 * Pastes whole paragraphs in the place of a blank one, so that the first keeps its alignment and indent;
 * ProseMirror alone would pour its words into the blank one. False where there is no such place.
 */
export function pasteOverBlank(view: EditorView, slice: Slice): boolean {
  const { $from, empty } = view.state.selection;
  const { parent } = $from;
  const isBlank = empty && parent.type.name === 'paragraph' && parent.content.size === 0;
  const first = slice.content.firstChild;
  if (!isBlank || !first?.isTextblock || first.type !== parent.type) return false;
  const whole = new Slice(slice.content, 0, 0);
  const tr = view.state.tr.replaceRange($from.before(), $from.after(), whole);
  view.dispatch(tr.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'));
  return true;
}
