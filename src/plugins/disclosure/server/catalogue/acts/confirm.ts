import { DisclosureError } from '../../errors';
import type { ActInput } from '../input';
import { updateRow } from '../rows';
import type { ActContext, RowChange } from './act';

/** 核实: 待核实 → 已核实, with the published text in which the row was read. */
export async function confirm(context: ActContext, { evidence }: ActInput<'confirm'>): Promise<RowChange[]> {
  const { row } = context;
  if (row.provenance === 'published')
    throw new DisclosureError('INVALID_INPUT', `${row.code} 已经核实过，不需要再办`);
  await updateRow(context, row, { provenance: 'published' });
  return [{ code: row.code, evidence }];
}
