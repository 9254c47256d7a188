import { setResponsible } from '../../reference-data/responsibilities';
import type { ActInput } from '../input';
import { updateRow } from '../rows';
import type { ActContext, RowChange } from './act';

/** 停用: no new information; what was published under the row stays where it is. */
export async function retire(context: ActContext, _input: ActInput<'retire'>): Promise<RowChange[]> {
  const { strapi, row, today } = context;
  await updateRow(context, row, { rowStatus: 'retired', until: today });
  await setResponsible(strapi, row.code, []);
  return [{ code: row.code }];
}
