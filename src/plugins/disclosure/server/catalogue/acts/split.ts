import { findResponsible, setResponsible } from '../../reference-data/responsibilities';
import { knownCodes } from '../changes';
import type { ActInput } from '../input';
import { nextCode } from '../next-code';
import { addRow, updateRow } from '../rows';
import type { ActContext, RowChange } from './act';

/**
 * 拆分: one row into several new ones with codes of their own. What was published stays under the old
 * row, where it can be read; each new row has the same responsible departments.
 */
export async function split(context: ActContext, { rows }: ActInput<'split'>): Promise<RowChange[]> {
  const { strapi, row, today } = context;
  const responsible = await findResponsible(strapi, row.code);
  const known = await knownCodes(context);
  const made: RowChange[] = [];
  for (const values of rows) {
    const code = nextCode(row.code.split('-')[0] ?? '', known);
    known.add(code);
    await addRow(context, row, { ...values, code, predecessors: [row.code], since: today });
    await setResponsible(strapi, code, responsible);
    made.push({ code, predecessors: [row.code] });
  }
  const successors = made.map(({ code }) => code);
  await updateRow(context, row, { rowStatus: 'split', successors, until: today });
  await setResponsible(strapi, row.code, []);
  return [{ code: row.code, successors }, ...made];
}
