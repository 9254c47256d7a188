import { DisclosureError } from '../../errors';
import type { ActInput } from '../input';
import { updateRow } from '../rows';
import { textChanges } from '../text-changes';
import type { ActContext, RowChange } from './act';

/** 更正: the texts and time-limit rules of a row. */
export async function correct(context: ActContext, { values }: ActInput<'correct'>): Promise<RowChange[]> {
  const { row } = context;
  const changes = textChanges(row, values);
  if (changes.length === 0) throw new DisclosureError('INVALID_INPUT', '内容与现有的相同，没有需要更正的');
  await updateRow(context, row, values);
  return [{ code: row.code, changes }];
}
