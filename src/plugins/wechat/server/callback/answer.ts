import type { Core } from '@strapi/strapi';
import { findPublications } from '../../../disclosure/server/read-model/batch-publications';
import { listPublications } from '../../../disclosure/server/read-model/list-publications';
import { parseQuery, searchQuerySchema } from '../../../disclosure/server/read-model/query-schema';
import { searchOf } from '../../../disclosure/server/search/port';
import { pageAddress, siteOf } from '../../../disclosure/server/site/addresses';
import type { Values } from '../../../disclosure/server/types';
import { absolute } from '../articles/article-of';
import { shorten } from '../articles/limits';
import { coversOf } from '../articles/to-article';
import { loadOfficeSettings } from '../office/store';
import { askOf, type Incoming } from './incoming';
import type { Reply } from './reply';

/** An answer, and the word that 更多 goes on with. */
export type Answer = { reply: Reply; word: string | null };

/** Links in a list: what fits into 2,048 bytes with addresses of common length. */
const LISTED = 8;
const TITLE = 30;
const LIST_BYTES = 2000;

const say = (content: string, word: string | null = null): Answer => ({
  reply: { type: 'text', content },
  word,
});
const SILENT: Answer = { reply: null, word: null };

/**
 * What somebody is answered.
 *
 * @param lastWord gives the word that she looked for before
 */
export async function answer(
  strapi: Core.Strapi,
  incoming: Incoming,
  lastWord: () => Promise<string | null>,
): Promise<Answer> {
  const settings = await loadOfficeSettings(strapi.db.connection);
  switch (incoming.kind) {
    case 'subscribe':
      return say(settings.welcome);
    case 'other-content':
      return say('请发送文字，如“低保”“施工许可”，查找政务公开信息。');
    case 'click': {
      const item = settings.menu.find(({ key }) => key === incoming.key);
      if (!item) return say('这个菜单还没有设置内容，请发送关键词查找。');
      return item.kind === 'column' ? newestOf(strapi, item.value) : find(strapi, item.value);
    }
    case 'words': {
      const { more, word } = askOf(incoming.words);
      if (!more) return word ? find(strapi, word) : say('请发送关键词，如“低保”“施工许可”。');
      const asked = word ?? (await lastWord());
      return asked
        ? listMore(strapi, asked)
        : say('请先发送关键词，再回复“更多”；也可以直接发送“更多 关键词”。');
    }
    default:
      return SILENT;
  }
}

const search = (strapi: Core.Strapi, q: string, limit: number) =>
  searchOf(strapi).search(parseQuery(searchQuerySchema, { q, limit: String(limit) }));

/** The publication that answers a word best, as a picture with text. */
async function find(strapi: Core.Strapi, word: string): Promise<Answer> {
  const { data, meta } = await search(strapi, word, 1);
  const [hit] = data;
  if (!hit) {
    const meant = meta.didYouMean ? `您要找的是不是“${meta.didYouMean}”？` : '请换一个词再试。';
    return say(`没有找到与“${shorten(word, TITLE)}”有关的信息。${meant}`);
  }
  const others = meta.total - 1;
  const more = others > 0 ? `（另有${meta.totalIsAtLeast ? '更多' : `${others}条`}，回复“更多”查看）` : '';
  return { reply: await newsOf(strapi, hit, more), word };
}

async function newsOf(strapi: Core.Strapi, publication: Values, note: string): Promise<Reply> {
  const documentId = String(publication.documentId);
  const detail = (await findPublications(strapi.db.connection, [documentId])).get(documentId) ?? publication;
  const [cover] = coversOf(detail);
  const abstract = shorten(String(publication.abstract ?? '').replace(/\s+/g, ' '), 100);
  return {
    type: 'news',
    articles: [
      {
        title: shorten(String(publication.title), 64),
        description: `${abstract}${note}`,
        picture: cover ? absolute(strapi, cover) : '',
        url: pageAddress(siteOf(strapi), publication),
      },
    ],
  };
}

async function listMore(strapi: Core.Strapi, word: string): Promise<Answer> {
  const { data } = await search(strapi, word, LISTED);
  if (data.length === 0) return say(`没有找到与“${shorten(word, TITLE)}”有关的信息，请换一个词再试。`);
  return say(listed(strapi, `与“${shorten(word, TITLE)}”有关的信息：`, data), word);
}

/** The newest of a column. */
async function newestOf(strapi: Core.Strapi, column: string): Promise<Answer> {
  const list = { column, limit: LISTED, sort: 'newest', count: false } as const;
  const { data } = await listPublications(strapi.db.connection, list);
  return say(data.length > 0 ? listed(strapi, '最新公开：', data) : '这个栏目还没有公开的信息。');
}

/** Titles that are links; as many as a text message holds. */
function listed(strapi: Core.Strapi, heading: string, publications: readonly Values[]): string {
  const site = siteOf(strapi);
  let text = heading;
  for (const [at, publication] of publications.entries()) {
    const title = shorten(String(publication.title).replace(/[<>"&]/g, ' '), TITLE);
    const line = `\n${at + 1}. <a href="${pageAddress(site, publication)}">${title}</a>`;
    if (Buffer.byteLength(text + line) > LIST_BYTES) break;
    text += line;
  }
  return text;
}
