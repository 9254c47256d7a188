import type { Core } from '@strapi/strapi';
import { listChoices } from '../desk/choices';
import type { Field } from '../domain/field';
import type { RegisteredType } from '../domain/registry';
import { findCatalogueItem } from '../reference-data/catalogue-items';
import type { Values } from '../types';
import { enteredFields, rosterIdOf } from './content';

/**
 * Words for the codes of a version's content, by field and code; of a closed list for all of them, because
 * another version may have another. What has none is shown as it is.
 */
export async function namesIn(
  strapi: Core.Strapi,
  type: RegisteredType,
  content: Values,
): Promise<Record<string, Record<string, string>>> {
  const found = await Promise.all(
    enteredFields(type).map(async ([name, field]) => {
      const value = content[name];
      if (field.choices) {
        return [
          name,
          Object.fromEntries(field.choices.map(({ value: code, label }) => [code, label])),
        ] as const;
      }
      if (value === null || value === undefined || value === '') return null;
      const word = await wordFor(strapi, { name, field, value, content });
      return word === null ? null : ([name, word] as const);
    }),
  );
  return Object.fromEntries(found.filter((entry) => entry !== null));
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

type Coded = { name: string; field: Field; value: unknown; content: Values };

async function wordFor(
  strapi: Core.Strapi,
  { name, field, value, content }: Coded,
): Promise<Record<string, string> | null> {
  if (field.type === 'roster') return describeRoster(strapi, rosterIdOf(value));
  if (field.type !== 'choice') return null;
  const code = String(value);
  if (name === 'catalogueItem') {
    const row = await findCatalogueItem(strapi, code);
    return row ? { [code]: `${code} ${row.level2 ?? row.level1 ?? ''}`.trim() } : null;
  }
  if (!field.source) return null;
  const options = await listChoices(strapi, field.source, textsOf(content));
  const option = options.find((one) => one.value === code);
  return option ? { [code]: option.label } : null;
}

/** The entered codes and names that a list of choices may depend on. */
const textsOf = (content: Values): Record<string, string> =>
  Object.fromEntries(
    Object.entries(content).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1].length <= 255,
    ),
  );

async function describeRoster(
  strapi: Core.Strapi,
  id: string | null,
): Promise<Record<string, string> | null> {
  if (!id) return null;
  const row = UUID.test(id)
    ? await strapi.db.connection('rosters').where({ id }).first('row_count', 'sha256')
    : null;
  return {
    [id]: row ? `名单，${row.row_count}行(校验值${String(row.sha256).slice(0, 8)})` : '名单（已清理）',
  };
}
