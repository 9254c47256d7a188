import type { Core } from '@strapi/strapi';
import { DisclosureError } from '../../disclosure/server/errors';
import { toMember } from '../../disclosure/server/gate/actor';
import type { Duty, Member } from '../../disclosure/server/types';

const MEMBERSHIP = 'plugin::disclosure.membership';
type Membership = Parameters<typeof toMember>[1];

/** The member with an account of this address, in the panel or of the API, acting by a job. */
export async function memberByEmail(strapi: Core.Strapi, email: string): Promise<Member> {
  const membership = (await strapi.db.query(MEMBERSHIP).findOne({
    where: { active: true, $or: [{ adminUser: { email } }, { apiUser: { email } }] },
  })) as Membership | null;
  const member = membership ? await toMember(strapi, membership, 'job') : null;
  if (member) return member;
  throw new DisclosureError('NO_ACTOR', `没有账号为 ${email} 的在岗人员，请核对，或由公开办在“人员”里设置`);
}

/** @throws DisclosureError DUTY_REQUIRED in words, before a long work that would be refused row by row */
export function requireDuties(member: Member, duties: readonly [Duty, string][]): void {
  const missing = duties.filter(([duty]) => !member.duties.includes(duty)).map(([, name]) => name);
  if (missing.length === 0) return;
  throw new DisclosureError('DUTY_REQUIRED', `${member.name}没有${missing.join('、')}职责，不能这样导入`);
}

/** Who imports, and who approves and publishes: two persons. */
export function requireSecondPerson(editor: Member, reviewer: Member): void {
  requireDuties(reviewer, [
    ['reviewer', '审核'],
    ['publisher', '发布'],
  ]);
  if (editor.personId !== reviewer.personId) return;
  throw new DisclosureError('NEEDS_SECOND_REVIEWER', '审核人员不能是录入人本人，请指定另一位');
}
