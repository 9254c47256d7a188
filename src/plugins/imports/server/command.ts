import type { Core } from '@strapi/strapi';
import { allTypes, type RegisteredType, requireType } from '../../disclosure/server/domain/registry';
import { DisclosureError } from '../../disclosure/server/errors';
import type { People } from './jobs/enter-document';
import { findUnfinished, insertJob, type Job, newJob, updateJob } from './jobs/job';
import { writeReport } from './jobs/report';
import { type RunOptions, runImport } from './jobs/run-import';
import { importFields } from './mapping/fields';
import { assertMapping, type Mapping, parseMapping } from './mapping/mapping';
import { proposeMapping } from './mapping/propose';
import { memberByEmail, requireDuties, requireSecondPerson } from './people';
import { openSource } from './sources/open-source';
import type { Counts, Source, Target } from './types';

/** What the command line says. */
export type Given = {
  file: string;
  as: string;
  type?: string | undefined;
  mapping?: unknown;
  constants?: Record<string, string> | undefined;
  sheet?: string | undefined;
  source?: string | undefined;
  submit?: boolean | undefined;
  reviewedBy?: string | undefined;
};

export type Plan = { job: Job; source: Source; people: People; resumed: boolean };

/**
 * Makes an import from what the command line says, or finds the one that was interrupted: who acts, what
 * type, how the columns are read. Nothing is imported yet.
 *
 * @throws DisclosureError with a sentence that says what to write
 */
export async function prepareCommand(strapi: Core.Strapi, given: Given): Promise<Plan> {
  const editor = await memberByEmail(strapi, given.as);
  requireDuties(editor, [['editor', '采集']]);
  const reviewer = given.reviewedBy ? await memberByEmail(strapi, given.reviewedBy) : null;
  if (reviewer) requireSecondPerson(editor, reviewer);
  const type = typeNamed(strapi, given.type);
  const wanted = given.mapping === undefined ? null : parseMapping(given.mapping);
  const sheet = given.sheet ?? wanted?.sheet;
  const source = await openSource(strapi, given.file, { name: given.source, sheet });
  const mapping = complete(wanted ?? proposeMapping(type, source.headers), given.constants ?? {}, sheet);
  assertMapping(type, source.headers, mapping);
  const job: Job = {
    ...newJob(editor, type.uid, source),
    reviewerId: reviewer?.personId ?? null,
    mapping,
    target: targetOf(given),
    createdAt: new Date(),
    finishedAt: null,
  };
  const unfinished = await findUnfinished(strapi.db.connection, job);
  return {
    job: unfinished ? { ...job, id: unfinished.id } : job,
    source,
    people: { editor, reviewer },
    resumed: unfinished !== null,
  };
}

const targetOf = ({ submit, reviewedBy }: Given): Target => {
  if (reviewedBy) return 'published';
  return submit ? 'submitted' : 'draft';
};

const complete = (
  mapping: Mapping,
  constants: Record<string, string>,
  sheet: string | undefined,
): Mapping => ({
  ...mapping,
  constants: { ...mapping.constants, ...constants },
  ...(sheet === undefined ? {} : { sheet }),
});

/** `slug/plural`, as in the paths of the API. */
const pathOf = ({ domain, manifest }: RegisteredType): string => `${domain.slug}/${manifest.plural}`;

function typeNamed(strapi: Core.Strapi, name: string | undefined): RegisteredType {
  const types = allTypes(strapi);
  const found = types.find((type) => pathOf(type) === name || type.uid === name);
  if (found) return found;
  const known = types.map(pathOf).join('、');
  throw new DisclosureError(
    'INVALID_INPUT',
    name ? `没有“${name}”这种信息，--type 可以是：${known}` : `请用 --type 写明导入为哪种信息：${known}`,
  );
}

/** What will be done, for the person to read before it begins. */
export function describePlan(strapi: Core.Strapi, { job, source, resumed }: Plan): string {
  const labels = new Map(importFields(requireType(strapi, job.type)).map(({ name, label }) => [name, label]));
  const named = (field: string) => labels.get(field) ?? field;
  const columns = Object.entries(job.mapping.columns).map(([field, header]) => `${header} → ${named(field)}`);
  const constants = Object.entries(job.mapping.constants).map(
    ([field, value]) => `${named(field)} = ${value}`,
  );
  const used = new Set([...Object.values(job.mapping.columns), job.mapping.id]);
  const unused = source.headers.filter((header) => !used.has(header));
  return [
    `${source.name}：${source.total}条${resumed ? '，接着上次的继续' : ''}`,
    ...source.notes,
    `列的对应关系：${[...columns, ...constants].join('；')}`,
    ...(job.mapping.id ? [`用“${job.mapping.id}”列识别每一行`] : []),
    ...(unused.length > 0 ? [`没有用到的列：${unused.join('、')}`] : []),
  ].join('\n');
}

/** Carries a plan out. */
export async function runCommand(strapi: Core.Strapi, plan: Plan, options: RunOptions): Promise<Counts> {
  const { job, resumed, source, people } = plan;
  const knex = strapi.db.connection;
  const { mapping, target, reviewerId } = job;
  if (resumed) await updateJob(knex, job.id, { mapping, target, reviewerId });
  else {
    const { createdAt: _at, finishedAt: _end, ...values } = job;
    await insertJob(knex, values);
  }
  return runImport(strapi, job, source, people, options);
}

/** The report of a plan, in the format of its source. */
export function reportOf(strapi: Core.Strapi, { job, source }: Plan) {
  const format = source.kind === 'table' && source.sheet !== null ? ('xlsx' as const) : ('csv' as const);
  return { format, content: writeReport(strapi.db.connection, job, source, format) };
}
