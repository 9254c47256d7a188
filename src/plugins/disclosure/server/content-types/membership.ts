import { DUTY_NAMES } from '../rules/decide';
import { DUTIES } from '../types';
import type { ReferenceField, ReferenceType } from './reference-type';

const subject = (label: string, target: string, hint: string): ReferenceField => ({
  label,
  hint,
  type: 'relation',
  secret: true,
  relation: { type: 'relation', relation: 'oneToOne', target, useJoinTable: false, private: true },
});

const duties = Object.fromEntries(
  DUTIES.map((duty): [string, ReferenceField] => [
    duty,
    { label: `职责：${DUTY_NAMES[duty]}`, type: 'boolean', relation: { type: 'boolean', default: false } },
  ]),
);

/**
 * 人员: a person (or a business system) in a department, with her duties. One membership holds both her
 * account of the panel and her account of the API, so that she is one person at every door.
 */
export const membership: ReferenceType = {
  singular: 'membership',
  plural: 'memberships',
  name: '人员',
  fields: {
    name: { label: '姓名', type: 'string', required: true },
    department: { label: '部门', type: 'choice', source: 'departments', required: true },
    ...duties,
    active: { label: '启用', type: 'boolean', relation: { type: 'boolean', default: true } },
    adminUser: subject('管理端账号', 'admin::user', '登录本管理系统的账号'),
    apiUser: subject('接口账号', 'plugin::users-permissions.user', '业务系统经接口登录的账号'),
    apiToken: subject('接口令牌', 'admin::api-token', '绑定到该部门的接口令牌'),
  },
  indexes: [['department']],
};
