import type { Core } from '@strapi/strapi';
import { REFERENCE_TYPES } from '../content-types';
import { type Field, toSchema } from '../domain/field';
import { DisclosureError } from '../errors';
import { resolveActor } from '../gate/actor';
import { describeIssues } from '../read-model/query-schema';
import { isValidOrgCode, isValidUscc } from '../rules/index-number';
import { DUTIES, type Values } from '../types';
import { DEPARTMENT } from './departments';

type Change = { uid: string; action: string; params: { documentId?: string; data?: Values } };
type Check = (strapi: Core.Strapi, change: Change, data: Values) => Promise<void>;

const refuse = (message: string): never => {
  throw new DisclosureError('INVALID_INPUT', message);
};

/** A code stands in publications, responsibilities and addresses: it never changes. */
const checkDepartment: Check = async (strapi, { params }, data) => {
  const before = params.documentId
    ? await strapi.db.query(DEPARTMENT).findOne({ where: { documentId: params.documentId } })
    : null;
  if (before && data.code !== undefined && data.code !== before.code) refuse('部门代码设定后不能改变');
  const { orgCode } = data;
  if (typeof orgCode === 'string' && orgCode !== '' && !isValidUscc(orgCode) && !isValidOrgCode(orgCode)) {
    refuse('机构代码有误：须为18位统一社会信用代码或9位组织机构代码，请核对校验位');
  }
  await checkOrganWord(strapi, params.documentId, data.organWord);
};

/** Two departments with one 机关代字 would give two documents the same number. */
async function checkOrganWord(
  strapi: Core.Strapi,
  documentId: string | undefined,
  word: unknown,
): Promise<void> {
  if (typeof word !== 'string' || word === '') return;
  if (!/^[\p{L}\p{N}]+$/u.test(word)) refuse('机关代字只能用文字和数字，不能有空格和标点');
  const other = await strapi.db
    .query(DEPARTMENT)
    .findOne({ where: { organWord: word, documentId: { $ne: documentId ?? '' } } });
  if (other) refuse(`机关代字“${word}”已由${other.name}使用，文号会重复，请换一个`);
}

const ACCOUNTS = { adminUser: '管理端账号', apiUser: '接口账号', apiToken: '接口令牌' } as const;

/** The id that a relation is set to, in the forms in which the panel and code give it. */
function targetOf(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  const { connect, set, id } = value as {
    connect?: { id: unknown }[];
    set?: { id: unknown }[];
    id?: unknown;
  };
  return (connect ?? set)?.at(0)?.id ?? id;
}

/** What decides what a person may do. */
const POWERS = ['department', 'active', ...DUTIES] as const;

/**
 * Nobody gives herself duties or another department, and nobody but an administrator says for whom an
 * administrator's account stands.
 */
const checkSeparation: Check = async (strapi, { params, uid }, data) => {
  const actor = await resolveActor(strapi);
  if (actor?.kind !== 'member') return;
  if (params.documentId === actor.personId) {
    const before = await strapi.db.query(uid).findOne({ where: { documentId: params.documentId } });
    const grows = POWERS.some((name) => data[name] !== undefined && data[name] !== (before?.[name] ?? false));
    if (grows) {
      throw new DisclosureError('NOT_ALLOWED', '不能修改自己的部门和职责，请由另一位有权限的人员办理');
    }
  }
  const account = targetOf(data.adminUser);
  if (account === undefined || account === null) return;
  const administrator = await strapi.db
    .query('admin::user')
    .findOne({ where: { id: account, roles: { code: 'strapi-super-admin' } } });
  if (administrator) throw new DisclosureError('NOT_ALLOWED', '系统管理员的账号由系统管理员维护');
};

/** One account stands for one person in one department, or nobody could say who acted. */
const checkMembership: Check = async (strapi, change, data) => {
  const { params, uid } = change;
  await checkSeparation(strapi, change, data);
  for (const [relation, label] of Object.entries(ACCOUNTS)) {
    const account = targetOf(data[relation]);
    if (account === undefined || account === null) continue;
    const other = await strapi.db.query(uid).findOne({
      where: { [relation]: { id: account }, documentId: { $ne: params.documentId ?? '' } },
    });
    if (other) refuse(`该${label}已属于“${other.name}”，一个账号只能属于一个人员`);
  }
};

const CHECKS: Record<string, Check> = {
  [DEPARTMENT]: checkDepartment,
  'plugin::disclosure.membership': checkMembership,
};

/**
 * The values themselves, before Strapi looks at them: its check that a value is unique asks the database,
 * and what the database cannot read (a day that does not exist) would end the whole process.
 */
function checkValues(uid: string, data: Values): void {
  const type = REFERENCE_TYPES.find(({ singular }) => uid === `plugin::disclosure.${singular}`);
  for (const [name, field] of Object.entries(type?.fields ?? {})) {
    const value = data[name];
    if (value === undefined || field.relation || (value === '' && field.type !== 'date')) continue;
    const result = toSchema(field as Field).safeParse(value);
    if (!result.success) refuse(describeIssues(result.error, '不认识的内容'));
  }
}

/** @throws DisclosureError INVALID_INPUT for a value that is none, or where it would contradict what stands */
export async function checkReferenceData(strapi: Core.Strapi, change: Change): Promise<void> {
  const { data } = change.params;
  if (!data) return;
  checkValues(change.uid, data);
  await CHECKS[change.uid]?.(strapi, change, data);
}
