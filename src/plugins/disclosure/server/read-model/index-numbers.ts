import { findDepartment } from '../reference-data/departments';
import { todayInShanghai } from '../rules/dates';
import { formatIndexNumber, sequenceScope } from '../rules/index-number';
import type { VerbContext } from '../verbs/verb';

/**
 * The next 索引号 of the owner. The counter's row stays locked until the commit and goes back with a
 * rollback, so the numbers have no gap; a number is given once and never again.
 */
export async function assignIndexNumber(context: VerbContext): Promise<string> {
  const { strapi, trx, actor, now } = context;
  const pattern = strapi.plugin('disclosure').config('indexNumberPattern') as string;
  const department = await findDepartment(strapi, actor.department, now);
  const organ = { orgCode: department?.orgCode ?? actor.department, publishedOn: todayInShanghai(now) };
  const scope = sequenceScope(pattern, organ);
  const { rows } = await trx.raw(
    `insert into index_number_sequences (scope, last) values (?, 1)
     on conflict (scope) do update set last = index_number_sequences.last + 1
     returning last`,
    [scope],
  );
  return formatIndexNumber(pattern, { ...organ, seq: Number(rows[0].last) });
}
