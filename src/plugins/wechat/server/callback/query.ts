import { z } from 'zod';

const text = (name: string, most: number) =>
  z.string(`${name} 须为文字`).min(1, `缺少 ${name}`).max(most, `${name} 过长`);
const common = {
  timestamp: text('timestamp', 20),
  nonce: text('nonce', 128),
};

/** What WeChat adds to the address when the server's address is entered. */
export const verifyQuerySchema = z.object({
  ...common,
  signature: text('signature', 64),
  echostr: text('echostr', 512),
});

/** What WeChat adds with each message. Further parameters are WeChat's to add. */
export const messageQuerySchema = z.object({
  ...common,
  signature: text('signature', 64).optional(),
  msg_signature: text('msg_signature', 64).optional(),
  encrypt_type: z.enum(['raw', 'aes'], 'encrypt_type 有误').default('raw'),
});
export type MessageQuery = z.infer<typeof messageQuerySchema>;
