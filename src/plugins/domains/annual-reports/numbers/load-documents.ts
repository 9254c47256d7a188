import type { Core } from '@strapi/strapi';
import type { Standing } from '../../../disclosure/server/rules/validity';
import { ROWS } from '../../../policy/common';
import type { CountedDocument } from './document-table';

const KIND = 'normative-document';

/** The public 行政规范性文件 of some departments that were made by the end of a year. */
export async function loadDocuments(
  knex: Core.Strapi['db']['connection'],
  owners: readonly string[],
  year: number,
): Promise<CountedDocument[]> {
  const { rows } = await knex.raw(
    `select document_id as id, formed_on::text as "formedOn", effective_on::text as "effectiveOn",
            valid_until::text as "validUntil", amended_on::text as "amendedOn",
            repealed_on::text as "repealedOn", lapsed_on::text as "lapsedOn"
       from publications
      where state = 'live' and kind = ? and catalogue_item = ? and owner = any(?) and formed_on <= ?::date
      order by formed_on, document_id`,
    [KIND, ROWS.normative, [...owners], `${year}-12-31`],
  );
  return (rows as (Standing & { id: string; formedOn: string | null })[]).map(
    ({ id, formedOn, ...standing }) => ({ id, formedOn, standing }),
  );
}
