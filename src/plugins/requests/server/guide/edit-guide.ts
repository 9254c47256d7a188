import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { DisclosureError, refuse, toError } from '../../../disclosure/server/errors';
import { inTransaction } from '../../../disclosure/server/gate/transaction';
import { fromJson } from '../../../disclosure/server/read-model/json';
import { nameOfDepartment } from '../../../disclosure/server/reference-data/departments';
import { shanghaiDateOf } from '../../../disclosure/server/rules/dates';
import type { Member, Transaction } from '../../../disclosure/server/types';
import { GUIDE_FIELDS, type GuideData, type GuideTold } from '../../shared/guide';
import { audit } from '../acts/submit';
import { missingInGuide, publishRefusal } from './publish-refusal';

const field = (label: string) => z.string().trim().max(500, `${label}最多500个字`);

export const guideInputSchema = z.strictObject({
  data: z.strictObject(
    Object.fromEntries(GUIDE_FIELDS.map(({ name, label }) => [name, field(label).optional()])),
  ),
  expectedVersion: z.int().optional(),
});
export const publishSchema = z.strictObject({ expectedVersion: z.int().optional() });

type Row = {
  department: string;
  draft: unknown;
  published: unknown;
  published_at: Date | null;
  author: string;
  version: number;
};
type Reader = Transaction | Core.Strapi['db']['connection'];

export const findGuide = async (knex: Reader, department: string): Promise<Row | undefined> =>
  (await knex('information_request_guides').where({ department }).first()) as Row | undefined;

/** The guide of a person's department, as it is edited. */
export async function viewGuide(strapi: Core.Strapi, member: Member): Promise<GuideTold> {
  const { department } = member;
  const row = await findGuide(strapi.db.connection, department);
  const draft = row ? fromJson<GuideData>(row.draft) : {};
  const published = row?.published ? fromJson<GuideData>(row.published) : null;
  return {
    ...{ department, departmentName: await nameOfDepartment(strapi, department), draft, published },
    publishedOn: row?.published_at ? shanghaiDateOf(row.published_at) : null,
    version: row?.version ?? 0,
    isChanged: published === null || GUIDE_FIELDS.some(({ name }) => draft[name] !== published[name]),
    mayEdit: member.duties.includes('editor'),
    whyNotPublish: row ? publishRefusal(member, row.author, draft) : missingInGuide(draft),
    address: `/api/requests/guide/${department}`,
  };
}

/** @throws DisclosureError DUTY_REQUIRED, STALE_VERSION */
export async function saveGuide(
  strapi: Core.Strapi,
  member: Member,
  { data, expectedVersion }: z.infer<typeof guideInputSchema>,
): Promise<GuideTold> {
  if (!member.duties.includes('editor')) throw toError(refuse('DUTY_REQUIRED'));
  const draft = JSON.stringify(Object.fromEntries(Object.entries(data).filter(([, text]) => text)));
  await inTransaction(strapi, async (trx) => {
    const version = await lockGuide(trx, member.department, expectedVersion);
    const row = { draft, author: member.personId, version: version + 1 };
    await trx('information_request_guides')
      .insert({ department: member.department, ...row })
      .onConflict('department')
      .merge(row);
    await noteGuide(strapi, trx, member, 'save', version + 1);
  });
  return viewGuide(strapi, member);
}

/**
 * Makes the draft public: by a person who has not written it, like everything that is published (谁公开谁负责).
 *
 * @throws DisclosureError INVALID_CONTENT, DUTY_REQUIRED, STALE_VERSION
 */
export async function publishGuide(
  strapi: Core.Strapi,
  member: Member,
  { expectedVersion }: z.infer<typeof publishSchema>,
): Promise<GuideTold> {
  await inTransaction(strapi, async (trx) => {
    const version = await lockGuide(trx, member.department, expectedVersion);
    const row = await findGuide(trx, member.department);
    if (!row) throw new DisclosureError('INVALID_CONTENT', '还没有填写指南');
    const why = publishRefusal(member, row.author, fromJson<GuideData>(row.draft));
    if (why) throw new DisclosureError('INVALID_CONTENT', why);
    await trx('information_request_guides')
      .where({ department: member.department })
      .update({
        published: JSON.stringify(fromJson(row.draft)),
        published_at: new Date(),
        version: version + 1,
      });
    await noteGuide(strapi, trx, member, 'publish', version + 1);
  });
  return viewGuide(strapi, member);
}

async function lockGuide(
  trx: Transaction,
  department: string,
  expected: number | undefined,
): Promise<number> {
  await trx.raw(`select pg_advisory_xact_lock(hashtextextended('requests: guide ' || ?, 0))`, [department]);
  const version = (await findGuide(trx, department))?.version ?? 0;
  if (expected === undefined || expected === version) return version;
  throw new DisclosureError('STALE_VERSION', '指南已由他人修改，请刷新后再操作');
}

const noteGuide = (strapi: Core.Strapi, trx: Transaction, member: Member, what: string, version: number) =>
  audit(strapi, trx, {
    ...{ verb: `request-guide-${what}`, actor: member, id: `guide:${member.department}` },
    ...{ owner: member.department, version },
  });
