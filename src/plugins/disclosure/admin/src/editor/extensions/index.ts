import type { Extensions } from '@tiptap/core';
import Image from '@tiptap/extension-image';
import { TableCell, TableRow } from '@tiptap/extension-table';
import TextAlign from '@tiptap/extension-text-align';
import StarterKit from '@tiptap/starter-kit';
import { FirstLineIndent } from './first-line-indent';
import { Figcaption, Figure, Subscript, Superscript } from './small-nodes';
import { ScopedHeader, TitledTable } from './table';

/** What a body may consist of: what the server’s allow-list keeps (`rules/sanitise-body.ts`), no more. */
export const EXTENSIONS: Extensions = [
  StarterKit.configure({
    code: false,
    codeBlock: false,
    link: {
      openOnClick: false,
      autolink: false,
      HTMLAttributes: { rel: 'noopener noreferrer', target: null },
    },
  }),
  // in the text: paragraphs of imported documents hold pictures between words
  Image.configure({ inline: true, allowBase64: true }),
  TextAlign.configure({ types: ['heading', 'paragraph'] }),
  FirstLineIndent,
  TitledTable,
  TableRow,
  TableCell,
  ScopedHeader,
  Superscript,
  Subscript,
  Figure,
  Figcaption,
];
