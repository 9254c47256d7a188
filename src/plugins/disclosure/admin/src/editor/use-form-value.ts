import type { Editor } from '@tiptap/core';
import { createDocument, getHTMLFromFragment } from '@tiptap/core';
import * as React from 'react';
import { toStoredHtml } from './stored-html';

/** Milliseconds after the last change until the form hears of it; on leaving the editor at once. */
const PATIENCE_MS = 300;

const storedOf = (editor: Editor): string => toStoredHtml(editor.getHTML());

/** A stored text as the editor would store it. */
function asStored(editor: Editor, html: string): string {
  const { content } = createDocument(html, editor.schema);
  return toStoredHtml(getHTMLFromFragment(content, editor.schema));
}

/**
 * Keeps editor and form together. The form hears of what a person changed, never of how the editor reads a
 * stored text; and what comes back from the server as it was sent does not disturb who types on.
 */
export function useFormValue(editor: Editor | null, html: string, onChange: (html: string) => void): void {
  const report = React.useRef(onChange);
  report.current = onChange;
  /** what the form holds, and what the editor last said or read */
  const held = React.useRef(html);
  const known = React.useRef<string | null>(null);
  const timer = React.useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  React.useEffect(() => {
    if (!editor) return undefined;
    known.current ??= storedOf(editor);
    const flush = () => {
      clearTimeout(timer.current);
      timer.current = undefined;
      if (editor.isDestroyed || !editor.isEditable) return;
      const next = storedOf(editor);
      if (next === known.current) return;
      known.current = next;
      held.current = next;
      report.current(next);
    };
    const later = () => {
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, PATIENCE_MS);
    };
    const now = () => timer.current !== undefined && flush();
    editor.on('update', later);
    editor.on('blur', now);
    return () => {
      now();
      editor.off('update', later);
      editor.off('blur', now);
    };
  }, [editor]);

  React.useEffect(() => {
    if (!editor || html === held.current) return;
    held.current = html;
    const incoming = asStored(editor, html);
    if (incoming === known.current) return;
    // changed from outside: loaded again, discarded, restored, taken over from a colleague
    clearTimeout(timer.current);
    timer.current = undefined;
    editor.chain().setMeta('addToHistory', false).setContent(html, { emitUpdate: false }).run();
    known.current = storedOf(editor);
  }, [editor, html]);
}
