import type { Core } from '@strapi/strapi';
import { REFERENCE_TYPES } from '../content-types';
import { type Field, toSchema } from '../domain/field';
import { DisclosureError } from '../errors';
import { describeIssues } from '../read-model/query-schema';
import { isValidOrgCode, isValidUscc } from '../rules/index-number';
import type { Values } from '../types';
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
    refuse('机构代码有误:须为18位统一社会信用代码或9位组织机构代码,请核对校验位');
  }
};

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

/** One account stands for one person in one department, or nobody could say who acted. */
const checkMembership: Check = async (strapi, { params, uid }, data) => {
  for (const [relation, label] of Object.entries(ACCOUNTS)) {
    const account = targetOf(data[relation]);
    if (account === undefined || account === null) continue;
    const other = await strapi.db.query(uid).findOne({
      where: { [relation]: { id: account }, documentId: { $ne: params.documentId ?? '' } },
    });
    if (other) refuse(`该${label}已属于“${other.name}”,一个账号只能属于一个人员`);
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
