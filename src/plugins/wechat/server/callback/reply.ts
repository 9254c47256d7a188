import type { Format } from './message';

/** What a person is answered; null: nothing, and WeChat hears `success`. */
export type Reply =
  | { type: 'text'; content: string }
  | { type: 'news'; articles: { title: string; description: string; picture: string; url: string }[] }
  | null;

/** 文本消息: bytes; what is longer WeChat does not deliver. */
const TEXT_BYTES = 2048;

type Head = { to: string; from: string; at: number };

/** A reply as WeChat reads it, in the format of the message. */
export function writeReply(reply: NonNullable<Reply>, head: Head, format: Format): string {
  const fields = {
    ToUserName: head.to,
    FromUserName: head.from,
    CreateTime: head.at,
    MsgType: reply.type,
    ...(reply.type === 'text'
      ? { Content: cutBytes(reply.content, TEXT_BYTES) }
      : {
          ArticleCount: reply.articles.length,
          Articles: reply.articles.map(({ title, description, picture, url }) => ({
            Title: title,
            Description: description,
            PicUrl: picture,
            Url: url,
          })),
        }),
  };
  return write(fields, format);
}

/** The frame around an encrypted reply. */
export const writeEncrypted = (
  frame: { Encrypt: string; MsgSignature: string; TimeStamp: number; Nonce: string },
  format: Format,
): string => write(frame, format);

type Value = string | number | readonly { [name: string]: Value }[];

const write = (fields: { [name: string]: Value }, format: Format): string =>
  format === 'json' ? JSON.stringify(fields) : `<xml>${elements(fields)}</xml>`;

const elements = (fields: { [name: string]: Value }): string =>
  Object.entries(fields)
    .map(([name, value]) => `<${name}>${content(value)}</${name}>`)
    .join('');

function content(value: Value): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return cdata(value);
  return value.map((item) => `<item>${elements(item)}</item>`).join('');
}

/** What XML 1.0 has no sign for. */
const UNWRITABLE = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

const cdata = (text: string): string =>
  `<![CDATA[${text.replace(UNWRITABLE, '').replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

/** At most so many bytes of a text, whole letters. */
export function cutBytes(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  let kept = '';
  let size = Buffer.byteLength('…');
  for (const letter of text) {
    size += Buffer.byteLength(letter);
    if (size > bytes) break;
    kept += letter;
  }
  return `${kept}…`;
}
