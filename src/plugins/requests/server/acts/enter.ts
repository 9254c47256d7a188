import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { refuse, toError } from '../../../disclosure/server/errors';
import { inTransaction } from '../../../disclosure/server/gate/transaction';
import { hasDuty } from '../../../disclosure/server/rules/ownership';
import type { Member } from '../../../disclosure/server/types';
import { applicationSchema, channelSchema } from '../application/schema';
import { perform } from './perform';
import { insertRequest, type Submitted } from './submit';

export const entrySchema = z.strictObject({
  application: applicationSchema,
  channel: channelSchema,
  receivedOn: z.string('请填写收到日期'),
});

/** Writes down an application that came by letter, fax, e-mail, in person or was spoken, and registers it at once. */
export async function enter(
  strapi: Core.Strapi,
  member: Member,
  { application, channel, receivedOn }: z.infer<typeof entrySchema>,
): Promise<Submitted> {
  const isOffice = hasDuty(member, 'supervisor');
  if (!isOffice && application.department !== member.department) {
    throw toError(
      refuse('NOT_OWNER', '只能登记向本部门提出的申请；向其他部门提出的，请告知申请人或转公开办'),
    );
  }
  if (!isOffice && !hasDuty(member, 'editor')) throw toError(refuse('DUTY_REQUIRED'));
  return inTransaction(strapi, async (trx) => {
    const submitted = await insertRequest(strapi, trx, application, channel, member);
    await perform(strapi, member, 'register', submitted.id, { receivedOn, channel });
    return submitted;
  });
}
