import type { Core } from '@strapi/strapi';
import { appendAuditEntry } from '../../../disclosure/server/audit/append';
import { canonicalJson, sha256 } from '../../../disclosure/server/audit/chain';
import { inTransaction } from '../../../disclosure/server/gate/transaction';
import type { SystemActor, Transaction } from '../../../disclosure/server/types';
import type { FileName } from '../text/file-name';
import type { RegulationText } from '../text/parse-regulation';
import { inForceFrom } from './in-force';

const IMPORTER: SystemActor = { kind: 'system', name: 'regulation-import' };

/** new: kept; unchanged: was there word for word; conflict: another text has this version, and stays. */
export type Stored = 'new' | 'unchanged' | 'conflict';

/** The same in every installation, and whichever version comes first. */
export const regulationId = (name: string): string => sha256(name).slice(0, 16);

/** Keeps a version of a regulation, in one transaction with its entry in the audit log. Versions are never changed. */
export function storeVersion(
  strapi: Core.Strapi,
  { name, versionOn }: FileName,
  text: RegulationText,
  source: string,
): Promise<Stored> {
  const id = regulationId(name);
  const hash = sha256(canonicalJson(text));
  return inTransaction(strapi, async (trx) => {
    await trx.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`regulation:${id}`]);
    const known = await trx('regulation_versions')
      .where({ regulation_id: id, version_on: versionOn })
      .first('sha256');
    if (known) return known.sha256 === hash ? 'unchanged' : 'conflict';
    const from = inForceFrom(versionOn, text.effectiveOn).day;
    await countVersion(trx, id, name, text, versionOn, from);
    await trx('regulation_versions').insert({
      regulation_id: id,
      version_on: versionOn,
      title: text.title,
      doc_no: text.docNo,
      history: JSON.stringify(text.history),
      effective_on: text.effectiveOn,
      in_force_from: from,
      articles: JSON.stringify(text.articles),
      article_count: text.articles.length,
      sha256: hash,
      source,
    });
    await appendAuditEntry(strapi, trx, {
      verb: 'import-regulation',
      outcome: 'done',
      actor: IMPORTER,
      type: 'regulation',
      documentId: id,
      owner: null,
      version: null,
      editionNo: null,
      reason: null,
      details: { name, versionOn, sha256: hash, source },
    });
    return 'new';
  });
}

/** The regulation as its newest version has it. */
async function countVersion(
  trx: Transaction,
  id: string,
  name: string,
  { title, docNo }: RegulationText,
  versionOn: string,
  from: string,
): Promise<void> {
  await trx.raw(
    `insert into regulations as r (id, name, title, doc_no, latest_on, in_force_from, versions)
     values (:id, :name, :title, :docNo, :versionOn, :from, 1)
     on conflict (id) do update
        set versions = r.versions + 1,
            title = case when excluded.latest_on > r.latest_on then excluded.title else r.title end,
            doc_no = case when excluded.latest_on > r.latest_on then excluded.doc_no else r.doc_no end,
            in_force_from = case when excluded.latest_on > r.latest_on then excluded.in_force_from else r.in_force_from end,
            latest_on = greatest(excluded.latest_on, r.latest_on)`,
    { id, name, title, docNo, versionOn, from },
  );
}
