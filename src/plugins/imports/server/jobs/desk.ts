import { copyFile } from 'node:fs/promises';
import type { Core } from '@strapi/strapi';
import { requireType } from '../../../disclosure/server/domain/registry';
import { DisclosureError, refuse, toError } from '../../../disclosure/server/errors';
import { resolveActor } from '../../../disclosure/server/gate/actor';
import { shanghaiInstant } from '../../../disclosure/server/rules/dates';
import { isMember } from '../../../disclosure/server/rules/ownership';
import type { Member, Transaction } from '../../../disclosure/server/types';
import { describeTypes } from '../../../disclosure/server/workbench/describe-types';
import type { ImportJob, ImportPreview, ImportType } from '../contract';
import { importFields } from '../mapping/fields';
import type { Mapping } from '../mapping/mapping';
import { proposeMapping } from '../mapping/propose';
import { requireDuties } from '../people';
import { openSource } from '../sources/open-source';
import { OUTCOME_NAMES, OUTCOMES, type Outcome, type Source } from '../types';
import { findJob, insertJob, type Job, jobsOf, newJob } from './job';
import { isImporting } from './lock';
import { isRunningHere } from './running';
import { keepUpload, safeName, withTemporaryFile, withUpload } from './uploads';

const SHOWN_ROWS = 5;
const SHOWN_JOBS = 20;
/** Characters of a cell in the preview. */
const SHOWN_TEXT = 80;

const STATE_NAMES: Record<ImportJob['state'], string> = {
  ready: '待开始',
  running: '正在导入',
  resumable: '已中断，可继续',
  done: '已完成',
};

/**
 * The signed-in member, who may enter information for her department.
 *
 * @throws DisclosureError NO_ACTOR, DUTY_REQUIRED (the district office enters nothing)
 */
export async function requireEditor(strapi: Core.Strapi): Promise<Member> {
  const actor = await resolveActor(strapi);
  if (!isMember(actor)) throw toError(refuse('NO_ACTOR'));
  requireDuties(actor, [['editor', '采集']]);
  return { ...actor, via: 'job' };
}

/** The types into which her department may import. */
export async function importTypes(strapi: Core.Strapi, member: Member): Promise<ImportType[]> {
  return (await describeTypes(strapi, member))
    .filter(({ mayCreate }) => mayCreate)
    .map(({ uid }) => {
      const { domain, manifest } = requireType(strapi, uid);
      return { uid, name: `${domain.name}·${manifest.name}` };
    });
}

/** Her own job. @throws DisclosureError NOT_FOUND for another's too: nobody learns that it exists */
export async function requireOwnJob(strapi: Core.Strapi, member: Member, id: string): Promise<Job> {
  const job = await findJob(strapi.db.connection, id);
  if (job?.personId !== member.personId) throw new DisclosureError('NOT_FOUND', '没有这个导入');
  return job;
}

/** Takes an uploaded file: keeps it, and shows what is in it and how its columns may be read. */
export async function prepareUpload(
  strapi: Core.Strapi,
  member: Member,
  { type: uid, file, fileName }: { type: string; file: string; fileName: string },
): Promise<ImportPreview> {
  const type = requireType(strapi, uid);
  const name = safeName(fileName);
  return withTemporaryFile(name, async (copy) => {
    await copyFile(file, copy);
    const source = await openSource(strapi, copy);
    const job = {
      ...newJob(member, uid, source),
      fileName: name,
      mapping: proposeMapping(type, source.headers),
    };
    await strapi.db.transaction(async ({ trx }) => {
      const transaction = trx as unknown as Transaction;
      await insertJob(transaction, job);
      await keepUpload(transaction, job.id, copy);
    });
    return preview(strapi, await requireOwnJob(strapi, member, job.id), source);
  });
}

/** The preview of a kept upload, read with a mapping's sheet. */
export async function previewJob(strapi: Core.Strapi, job: Job): Promise<ImportPreview> {
  return withSource(strapi, job, job.mapping, (source) => preview(strapi, job, source));
}

/** Opens the kept upload of a job for as long as work goes on. */
export const withSource = <T>(
  strapi: Core.Strapi,
  job: Job,
  { sheet }: Mapping,
  work: (source: Source) => Promise<T>,
): Promise<T> =>
  withUpload(strapi.db.connection, job, async (file) =>
    work(await openSource(strapi, file, { name: job.source, sheet })),
  );

async function preview(strapi: Core.Strapi, job: Job, source: Source): Promise<ImportPreview> {
  const rows: ImportPreview['rows'] = [];
  for await (const { cells } of source.rows()) {
    rows.push(source.headers.map((header) => shorten(cells[header] ?? null)));
    if (rows.length === SHOWN_ROWS) break;
  }
  return {
    job: await viewJob(strapi, job),
    headers: source.headers,
    notes: source.notes,
    rows,
    fields: importFields(requireType(strapi, job.type)),
    mapping: job.mapping,
  };
}

const shorten = (cell: string | number | null) =>
  typeof cell === 'string' && cell.length > SHOWN_TEXT ? `${cell.slice(0, SHOWN_TEXT)}…` : cell;

/** Her last imports. */
export async function viewJobs(strapi: Core.Strapi, member: Member): Promise<ImportJob[]> {
  const jobs = await jobsOf(strapi.db.connection, member.personId, SHOWN_JOBS);
  return Promise.all(jobs.map((job) => viewJob(strapi, job)));
}

export async function viewJob(strapi: Core.Strapi, seen: Job): Promise<ImportJob> {
  const { domain, manifest } = requireType(strapi, seen.type);
  const { job, state } = await standingOf(strapi, seen);
  return {
    id: job.id,
    typeName: `${domain.name}·${manifest.name}`,
    fileName: job.fileName,
    source: job.source,
    target: job.target,
    state,
    stateName: STATE_NAMES[state],
    total: job.total,
    counts: OUTCOMES.map((key: Outcome) => ({
      key,
      name: OUTCOME_NAMES[key],
      count: job.counts[key] ?? 0,
    })),
    message: job.message,
    createdAt: shanghaiInstant(job.createdAt),
  };
}

/** A job whose process has ended is interrupted: nobody holds its lock. */
async function standingOf(strapi: Core.Strapi, job: Job): Promise<{ job: Job; state: ImportJob['state'] }> {
  if (job.state === 'failed') return { job, state: 'resumable' };
  if (job.state !== 'running') return { job, state: job.state };
  const knex = strapi.db.connection;
  if (isRunningHere(job.id) || (await isImporting(knex, job.personId))) return { job, state: 'running' };
  // it may have ended between the two looks
  const now = (await findJob(knex, job.id)) ?? job;
  return now.state === 'running' ? { job: now, state: 'resumable' } : standingOf(strapi, now);
}
