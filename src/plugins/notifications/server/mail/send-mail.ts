import type { Core } from '@strapi/strapi';
import type { Mail } from './compose';

export type Outgoing = Mail & {
  to: string;
  /** the same in every try, so that a mail which a crash made go out twice is known for what it is */
  id: string;
  /** where mails of this kind are ended */
  unsubscribe?: string;
  /** that address ends them by one POST (RFC 8058) */
  oneClick?: boolean;
  attachments?: { filename: string; content: Buffer; contentType: string }[];
};

/** Hands one mail to the district's mail server, marked as written by a machine. */
export async function sendMail(
  strapi: Core.Strapi,
  { id, unsubscribe, oneClick = false, ...mail }: Outgoing,
): Promise<void> {
  const provider = strapi.plugin('email').service('email') as { send: (mail: object) => Promise<unknown> };
  await provider.send({
    ...mail,
    messageId: `<${id}@open-disclosure>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      ...(oneClick ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}),
    },
    ...(unsubscribe ? { list: { unsubscribe } } : {}),
  });
}
