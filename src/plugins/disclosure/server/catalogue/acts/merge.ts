import { DisclosureError } from '../../errors';
import { findResponsible, setResponsible } from '../../reference-data/responsibilities';
import type { ActInput } from '../input';
import { addMembers } from '../lineage';
import { requireInForce, updateRow } from '../rows';
import { textChanges } from '../text-changes';
import type { ActContext, RowChange } from './act';

/**
 * 合并: other rows into this one, which stays. Readers of it find what was published under the others;
 * their responsible departments become its own.
 */
export async function merge(
  context: ActContext,
  { rows, values = {} }: ActInput<'merge'>,
): Promise<RowChange[]> {
  const { strapi, row, today } = context;
  const codes = [...new Set(rows)];
  if (codes.includes(row.code)) throw new DisclosureError('INVALID_INPUT', '事项不能并入它自己');
  const merged = codes.map((code) => requireInForce(context, code));
  const responsible = new Set(await findResponsible(strapi, row.code));
  for (const other of merged) {
    for (const department of await findResponsible(strapi, other.code)) responsible.add(department);
    await updateRow(context, other, { rowStatus: 'merged', successors: [row.code], until: today });
    await setResponsible(strapi, other.code, []);
  }
  await setResponsible(strapi, row.code, [...responsible]);
  await addMembers(context.trx, row.code, codes);
  const changes = textChanges(row, values);
  const predecessors = [...(row.predecessors ?? []), ...codes];
  await updateRow(context, row, { ...values, predecessors });
  return [
    { code: row.code, predecessors: codes, changes },
    ...codes.map((code) => ({ code, successors: [row.code] })),
  ];
}
