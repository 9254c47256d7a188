import { z } from 'zod';
import type { Values } from '../../../disclosure/server/types';
import { CHANGES } from '../log/changes';

/** What an entry can tell, under the names of the system. */
export const SOURCES = [
  ...['cursor', 'change', 'at', 'state', 'documentId', 'type', 'domain', 'catalogueItem', 'kind', 'owner'],
  ...['ownerName', 'indexNo', 'docNo', 'title', 'abstract', 'body', 'formedOn', 'publishedAt'],
  ...['firstPublishedAt', 'dueOn', 'editionNo', 'columns', 'theme', 'genre', 'keywords', 'audience', 'level'],
  ...['disclosureMode', 'decisionType', 'decidedOn', 'validity', 'effectiveOn', 'validUntil', 'amendedOn'],
  ...['repealedOn', 'lapsedOn', 'subjectId', 'facet', 'item', 'attributes', 'roster', 'address', 'page'],
  ...['attachments', 'otherFiles', 'reason', 'withdrawnAt', 'orderedBy', 'successor'],
] as const;
const FILE_SOURCES = ['name', 'url', 'mime', 'size', 'sha256'] as const;
const FILE_FIELDS = new Set(['attachments', 'otherFiles']);

/** A name that JSON and XML both take. */
const name = z
  .string()
  .regex(/^[\p{L}_][\p{L}\p{N}_.-]{0,59}$/u, '名称只能用文字、数字、下划线、点、横线,并以文字开头');

/**
 * Which fields a platform gets, and under which names: a file in `config/exchange-profiles`.
 *
 * `fields` and `files`: name in the answer → name here. `changes`: what the platform calls the kinds of change.
 */
export const profileSchema = z.strictObject({
  title: z.string().min(1).max(60),
  fields: z
    .record(name, z.enum(SOURCES, '没有这个字段'))
    .refine((fields) => Object.values(fields).includes('documentId'), '必须有 documentId')
    .refine((fields) => Object.values(fields).includes('change'), '必须有 change'),
  files: z.record(name, z.enum(FILE_SOURCES, '没有这个附件字段')).optional(),
  changes: z.partialRecord(z.enum(CHANGES), z.string().min(1).max(40)).optional(),
  xml: z
    .strictObject({ root: name, entry: name, item: name })
    .default({ root: 'changes', entry: 'change', item: 'item' }),
});
export type Profile = z.infer<typeof profileSchema>;

/** Everything under the names of the system. */
export const DEFAULT_PROFILE: Profile = profileSchema.parse({
  title: '本系统的全部字段',
  fields: Object.fromEntries(SOURCES.map((source) => [source, source])),
});

/** An entry in the words of a platform. Fields that the entry does not have are left out. Pure. */
export function applyProfile(profile: Profile, entry: Values): Values {
  const told: Values = {};
  for (const [target, source] of Object.entries(profile.fields)) {
    const value = entry[source];
    if (value === undefined) continue;
    if (FILE_FIELDS.has(source)) told[target] = filesOf(profile, value as Values[]);
    else if (source === 'change') told[target] = profile.changes?.[value as never] ?? value;
    else told[target] = value;
  }
  return told;
}

const filesOf = ({ files }: Profile, value: readonly Values[]): Values[] =>
  files
    ? value.map((file) =>
        Object.fromEntries(Object.entries(files).map(([target, source]) => [target, file[source] ?? null])),
      )
    : [...value];
