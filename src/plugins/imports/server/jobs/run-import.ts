import { setImmediate } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { requireType } from '../../../disclosure/server/domain/registry';
import { DisclosureError } from '../../../disclosure/server/errors';
import { identify, missingId } from '../mapping/identity';
import { createLookups } from '../mapping/lookups';
import { assertMapping } from '../mapping/mapping';
import type { Counts, RowResult, Source, SourceRow } from '../types';
import { inChunks } from './chunks';
import { createRow } from './create-row';
import type { People } from './enter-document';
import { findItems, settledResult, writeItem } from './items';
import { type Job, updateJob } from './job';
import { exclusively } from './lock';

/** Rows that are looked up, and after which progress is kept, together. */
const CHUNK = 50;

export type Progress = { processed: number; total: number; counts: Counts };
export type RunOptions = {
  onProgress?: (progress: Progress) => void;
  /** asked after each row: stops the import, to be gone on with later */
  isStopping?: () => boolean;
};

const NONE: Counts = { created: 0, unchanged: 0, changed: 0, duplicate: 0, failed: 0 };

/**
 * Imports a source row by row, each in one transaction through the gate as the member would do it. A row
 * that is refused is remembered with the reason and does not stop the rest. What is remembered of a row is
 * written with it, so that an import can be interrupted at any moment and run again.
 *
 * @returns the counts; the job stays `running` where it was asked to stop
 * @throws DisclosureError when it cannot begin, or the source breaks off
 */
export async function runImport(
  strapi: Core.Strapi,
  job: Job,
  source: Source,
  people: People,
  { onProgress = () => undefined, isStopping = () => false }: RunOptions = {},
): Promise<Counts> {
  const knex = strapi.db.connection;
  const type = requireType(strapi, job.type);
  assertMapping(type, source.headers, job.mapping);
  return exclusively(knex, job.personId, async () => {
    const counts = { ...NONE };
    const settle = rowSettler(strapi, job, people, createLookups(strapi, type));
    await updateJob(knex, job.id, { state: 'running', total: source.total, counts, message: null });
    try {
      let processed = 0;
      for await (const rows of inChunks(source.rows(), CHUNK)) {
        for await (const { outcome } of settle(rows)) {
          counts[outcome] += 1;
          processed += 1;
          onProgress({ processed, total: source.total, counts });
          if (isStopping()) return counts;
        }
        await updateJob(knex, job.id, { counts });
        // the server answers others in between
        await setImmediate();
      }
      await updateJob(knex, job.id, { state: 'done', counts, finishedAt: new Date() });
      return counts;
    } catch (error) {
      const message = error instanceof DisclosureError ? error.message : '导入中断，请稍后继续';
      await updateJob(knex, job.id, { state: 'failed', counts, message }).catch(() => undefined);
      throw error;
    }
  });
}

function rowSettler(
  strapi: Core.Strapi,
  job: Job,
  people: People,
  lookups: ReturnType<typeof createLookups>,
): (rows: readonly SourceRow[]) => AsyncGenerator<RowResult> {
  const knex = strapi.db.connection;
  return async function* settle(rows) {
    const identities = rows.map((row) => identify(job.mapping, row));
    const items = await findItems(
      knex,
      job,
      identities.flatMap(({ sourceId }) => sourceId ?? []),
    );
    for (const [index, row] of rows.entries()) {
      const identity = identities[index] as ReturnType<typeof identify>;
      const { sourceId } = identity;
      if (sourceId === null) {
        yield { outcome: 'failed', documentId: null, message: missingId(row, job.mapping) };
        continue;
      }
      const settled = settledResult(job, row, identity, items.get(sourceId));
      if (settled) {
        yield settled;
        continue;
      }
      const result = await createRow(strapi, {
        job,
        people,
        row,
        identity: { ...identity, sourceId },
        lookups,
      });
      const { line } = row;
      const { documentId, message } = result;
      const { sha256 } = identity;
      if (result.outcome === 'failed') {
        await writeItem(knex, job, sourceId, { line, outcome: 'failed', documentId: null, sha256, message });
      }
      const outcome = result.outcome === 'created' ? 'created' : 'failed';
      items.set(sourceId, { importId: job.id, line, outcome, documentId, sha256, message });
      yield result;
    }
  };
}
