import { hashText } from '../sources/hash';
import type { SourceRow } from '../types';
import type { Mapping } from './mapping';

/** What makes a row the same row again, where no column of the source says it. */
const IDENTIFYING = ['title', 'docNo', 'formedOn', 'catalogueItem', 'kind', 'project', 'item'];

export type Identity = {
  /** stable in the source; null when the column that should say it is empty */
  sourceId: string | null;
  /** over what is imported of the row */
  sha256: string;
};

const MAX_ID = 300;

/** Who a row is, and whether it has changed: by its id column, its path in a folder, or what identifies it. */
export function identify({ columns, id }: Mapping, row: SourceRow): Identity {
  const textOf = (header: string) =>
    String(row.cells[header] ?? '')
      .normalize('NFKC')
      .trim();
  const mapped = Object.entries(columns).sort(([a], [b]) => a.localeCompare(b));
  const sha256 = hashText(JSON.stringify(mapped.map(([field, header]) => [field, textOf(header)])));
  if (id !== undefined) return { sourceId: textOf(id).slice(0, MAX_ID) || null, sha256 };
  if (row.name !== null) return { sourceId: row.name.slice(-MAX_ID), sha256 };
  const telling = mapped.filter(([field, header]) => IDENTIFYING.includes(field) && textOf(header) !== '');
  if (telling.length === 0) return { sourceId: sha256, sha256 };
  return {
    sourceId: hashText(JSON.stringify(telling.map(([field, header]) => [field, textOf(header)]))),
    sha256,
  };
}

/** Why a row without its id is not imported; such a row is not remembered either. */
export const missingId = ({ line }: Pick<SourceRow, 'line'>, { id }: Mapping): string =>
  `第${line}行“${id}”列是空的：这一列用来识别每一行，请填写`;
