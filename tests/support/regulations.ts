import fs from 'node:fs';
import path from 'node:path';
import type { PoolClient } from 'pg';
import { ROOT } from '../../src/cli/start/paths';

/** Full texts of national regulations beside the checkout; they are no part of the product. */
const FOLDER = path.join(ROOT, '../shared/data/regulations');

export type Regulation = {
  /** the file's name without `.md`, e.g. 政府信息公开条例(2019-04-03) */
  name: string;
  title: string;
  /** of this version */
  day: string;
  text: string;
};

export const hasRegulations = (): boolean => fs.existsSync(FOLDER);

export function readRegulations(): Regulation[] {
  return fs
    .readdirSync(FOLDER)
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => {
      const [first = '', ...lines] = fs.readFileSync(path.join(FOLDER, file), 'utf8').split('\n');
      const name = file.slice(0, -'.md'.length);
      return {
        name,
        title: first.replace(/^#\s*/, '').trim(),
        day: /\((\d{4}-\d{2}-\d{2})\)$/.exec(name)?.[1] ?? '2000-01-01',
        text: lines
          .map((line) => line.replace(/^#+\s*/, '').trim())
          .filter((line) => line && !line.startsWith('<!--'))
          .join('\n'),
      };
    });
}

/** Makes them publications, one each, past the guards; their documentId is `regulation:` and their name. */
export async function publishRegulations(
  client: PoolClient,
  regulations: readonly Regulation[],
): Promise<void> {
  for (const { name, title, day, text } of regulations) {
    const summary = {
      documentId: `regulation:${name}`,
      ...{
        type: 'regulation',
        domain: 'public-legal-services',
        kind: 'document',
        owner: 'justice',
        ownerName: '区司法局',
      },
      ...{
        title,
        formedOn: day,
        indexNo: `regulation/${name}`,
        columns: [],
        url: '',
        publishedAt: `${day}T08:00:00.000+08:00`,
      },
    };
    await client.query(
      `insert into publications (document_id, type, domain, kind, owner, owner_name, index_no, title, formed_on, published_at,
         first_published_at, edition_no, state, summary, detail, search_text, etag)
       values ($1, 'regulation', 'public-legal-services', 'document', 'justice', '区司法局', $2, $3, $4::date, $5, $5, 1, 'live', $6, '{}', $7, '')`,
      [summary.documentId, summary.indexNo, title, day, summary.publishedAt, summary, `${title}\n${text}`],
    );
  }
}
