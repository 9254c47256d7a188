import type { Content } from 'pdfmake/interfaces';
import { FIELD_COLUMNS, fieldsTable } from '../document/fields-table';
import type { Block, OfficialDocument, Table } from '../document/model';
import { LINE } from '../layout';
import { BODY, type Setter, TITLE_LINE, widthsOf } from './setter';

/** A part of a document that is placed on a page by itself. `set` makes its node anew, for pdfmake writes into it. */
export type Piece =
  | { kind: 'text'; keepsNext: boolean; line: number; set: () => Content }
  | { kind: 'solid'; keepsNext: boolean; set: () => Content }
  | { kind: 'table'; table: Table; widths: readonly number[] };

/** The parts of a document in their order. */
export function piecesOf(document: OfficialDocument, setter: Setter): Piece[] {
  const { head, title, docNo, fields, blocks, notes } = document;
  return [
    ...(head.length > 0 ? [solid(() => setter.head(head))] : []),
    solid(() => setter.title(title), true),
    ...(docNo
      ? [solid(() => setter.line(docNo, { alignment: 'center', margin: [0, 0, 0, LINE / 2] }), true)]
      : []),
    ...(fields.length > 0 ? [tablePiece(fieldsTable(fields), FIELD_COLUMNS)] : []),
    ...blocks.flatMap((block) => piecesOfBlock(block, setter)),
    ...notes.map((note): Piece => solid(() => setter.note(note))),
  ];
}

const solid = (set: () => Content, keepsNext = false): Piece => ({ kind: 'solid', keepsNext, set });

const tablePiece = (table: Table, shares?: readonly number[]): Piece => ({
  kind: 'table',
  table,
  widths: widthsOf(table, shares),
});

function piecesOfBlock(block: Block, setter: Setter): Piece[] {
  if (block.kind === 'picture') return [solid(() => setter.picture(block, BODY))];
  if (block.kind === 'paragraph') {
    const line = block.level === 1 ? TITLE_LINE : LINE;
    return [
      {
        kind: 'text',
        keepsNext: block.level > 0 || block.keepsNext === true,
        line,
        set: () => setter.paragraph(block, BODY),
      },
    ];
  }
  const caption = block.caption.trim();
  return [...(caption ? [solid(() => setter.caption(caption), true)] : []), tablePiece(block)];
}
