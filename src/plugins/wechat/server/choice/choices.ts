import type { Knex } from 'knex';
import type { Transaction } from '../../../disclosure/server/types';
import type { ChoiceInput } from '../contract';

/** What a department has decided for a document. */
export type Choice = ChoiceInput;

type Row = Choice & { document_id: string };

export async function findChoices(knex: Knex, documentIds: readonly string[]): Promise<Map<string, Choice>> {
  if (documentIds.length === 0) return new Map();
  const rows = (await knex('wechat_choices')
    .whereIn('document_id', [...documentIds])
    .select('document_id', 'chosen', 'title', 'cover', 'digest')) as Row[];
  return new Map(rows.map(({ document_id, ...choice }) => [document_id, choice]));
}

export const findChoice = async (knex: Knex, documentId: string): Promise<Choice | null> =>
  (await findChoices(knex, [documentId])).get(documentId) ?? null;

export const saveChoice = (trx: Transaction, documentId: string, choice: Choice) =>
  trx('wechat_choices')
    .insert({ document_id: documentId, ...choice, updated_at: new Date() })
    .onConflict('document_id')
    .merge();
