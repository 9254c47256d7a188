import type { Fields } from './message';

/** What somebody wants who writes to the account, or what WeChat tells of it. */
export type Incoming =
  | { kind: 'words'; words: string }
  | { kind: 'click'; key: string }
  | { kind: 'subscribe' }
  /** a picture, a place …: nothing can be looked for with it */
  | { kind: 'other-content' }
  | { kind: 'publish-result'; publishId: string; status: number; url: string | null }
  /** needs no answer */
  | { kind: 'silent' };

const CONTENT = new Set(['image', 'voice', 'video', 'shortvideo', 'location', 'link']);

/** Reads what a message is. What is not known needs no answer: WeChat adds kinds. Pure. */
export function readIncoming(fields: Fields): Incoming {
  const type = (fields.MsgType ?? '').toLowerCase();
  if (type === 'text') return { kind: 'words', words: fields.Content ?? '' };
  if (type === 'voice' && fields.Recognition) return { kind: 'words', words: fields.Recognition };
  if (CONTENT.has(type)) return { kind: 'other-content' };
  if (type !== 'event') return { kind: 'silent' };
  switch ((fields.Event ?? '').toUpperCase()) {
    case 'SUBSCRIBE':
      return { kind: 'subscribe' };
    case 'CLICK':
      return { kind: 'click', key: fields.EventKey ?? '' };
    case 'PUBLISHJOBFINISH':
      return {
        kind: 'publish-result',
        publishId: fields['PublishEventInfo.publish_id'] ?? '',
        status: Number(fields['PublishEventInfo.publish_status'] ?? Number.NaN),
        url: fields['PublishEventInfo.article_detail.item.article_url'] ?? null,
      };
    default:
      return { kind: 'silent' };
  }
}

/** By what a message is known when it comes again; null: it has nothing that tells it from others. */
export function keyOf(fields: Fields): string | null {
  if (fields.MsgId) return `id:${fields.MsgId}`;
  if (!fields.FromUserName || !fields.CreateTime) return null;
  return `at:${fields.FromUserName}:${fields.CreateTime}:${fields.Event ?? fields.MsgType ?? ''}`;
}

/** 更多, alone in the ways in which people write it, or with the word. */
const MORE = /^(?:查看|看|还有)?更多(?:(?:的?(?:结果|信息|内容))?吗?[^\p{L}\p{N}]*|[\s:：,，]*(.*))$/su;

/** What a text asks for: a word, more of a word, or (null) more of the word before. */
export function askOf(words: string): { more: boolean; word: string | null } {
  const asked = words.replaceAll('\0', '').trim();
  const more = MORE.exec(asked);
  if (!more) return { more: false, word: cut(asked) || null };
  return { more: true, word: cut(more[1] ?? '') || null };
}

/** A search takes up to 100 letters. */
const cut = (word: string): string => [...word.trim()].slice(0, 100).join('').slice(0, 100);
