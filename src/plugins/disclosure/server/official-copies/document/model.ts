/**
 * A document as it is laid out on paper, whatever it was made from: a publication's body, a notice, a report.
 * Plain data, so that it crosses into a thread as it is.
 */
export type OfficialDocument = {
  title: string;
  docNo: string | null;
  /** the lines above the title: 索引号, 公开机构 … */
  head: readonly Labelled[];
  /** structured fields, as a table before the text */
  fields: readonly Labelled[];
  blocks: readonly Block[];
  /** small lines at the end: attachments, the address of the source */
  notes: readonly string[];
};

/** `lines`: room that it has at least, to be written in by hand; `foot`: the last line of that room, at its right. */
export type Labelled = { label: string; value: string; lines?: number; foot?: string };

export type Block = Paragraph | Picture | Table;

/** A stretch of text of one look; `\n` in it is a line break. */
export type Run = {
  text: string;
  bold?: true;
  italic?: true;
  underline?: true;
  strike?: true;
  script?: 'sub' | 'super';
  link?: string;
};

export type Alignment = 'left' | 'center' | 'right' | 'justify';

/** How a paragraph counts: 0 text, 1 a title, 2 一、, 3 （一）. */
export type Level = 0 | 1 | 2 | 3;

export type Paragraph = {
  kind: 'paragraph';
  level: Level;
  align: Alignment | null;
  /** the first line is set in by two characters */
  indent: boolean;
  /** how many lists it stands in */
  depth: number;
  runs: Run[];
  /** stands whole on the page of what follows, as headings do */
  keepsNext?: true;
  /** letters by which it is set in from the right */
  fromRight?: number;
};

export type Picture = { kind: 'picture'; url: string; alt: string };

/** Rows of equal length; null: covered by a merged cell. */
export type Table = { kind: 'table'; caption: string; headerRows: number; columns: number; rows: Row[] };
export type Row = (Cell | null)[];
/** `lines`: how high it is at least. */
export type Cell = {
  header: boolean;
  columns: number;
  rows: number;
  blocks: (Paragraph | Picture)[];
  lines?: number;
};

/** The bytes of a picture as files take it, with its size. */
export type PictureData = { type: 'png' | 'jpg'; bytes: Uint8Array; width: number; height: number };
/** Pictures by their addresses; what is not there could not be had. */
export type Pictures = ReadonlyMap<string, PictureData>;

export const plain = (text: string, more: Partial<Paragraph> = {}): Paragraph => ({
  kind: 'paragraph',
  level: 0,
  align: null,
  indent: false,
  depth: 0,
  runs: [{ text }],
  ...more,
});

export const textOfRuns = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');

/** What stands in the place of a picture that could not be had. */
export const missingPicture = ({ alt }: Picture): string => `［图片${alt ? `“${alt}”` : ''}见网页］`;
