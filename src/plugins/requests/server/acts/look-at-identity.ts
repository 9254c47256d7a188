import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { DisclosureError, refuse, toError } from '../../../disclosure/server/errors';
import { inTransaction } from '../../../disclosure/server/gate/transaction';
import type { Member } from '../../../disclosure/server/types';
import type { Applicant } from '../application/schema';
import { findVisible } from '../reads/detail';
import { contentOf } from '../store/rows';
import { audit } from './submit';

export const purposeSchema = z.strictObject({
  purpose: z.string('请填写查看的用途').trim().min(2, '请填写查看的用途').max(200, '用途最多200个字'),
});

/**
 * Who asks, in clear: only for who handles the request, and each time with its purpose in the audit log (个人信息保护法第五十一条).
 *
 * @throws DisclosureError NOT_FOUND, DUTY_REQUIRED
 */
export async function lookAtIdentity(
  strapi: Core.Strapi,
  member: Member,
  id: string,
  { purpose }: z.infer<typeof purposeSchema>,
): Promise<Applicant> {
  const row = await findVisible(strapi, member, id);
  if (!member.duties.some((duty) => duty === 'editor' || duty === 'reviewer' || duty === 'supervisor')) {
    throw toError(refuse('DUTY_REQUIRED'));
  }
  const content = contentOf(strapi, row);
  if (!content) throw new DisclosureError('INVALID_TRANSITION', '申请人信息已按期删除');
  await inTransaction(strapi, (trx) =>
    audit(strapi, trx, {
      ...{
        verb: 'request-identity-viewed',
        actor: member,
        id,
        owner: row.owner,
        version: row.version,
        reason: purpose,
      },
    }),
  );
  return content.applicant;
}
