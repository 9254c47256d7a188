import type { Core } from '@strapi/strapi';
import { findPublications } from '../../../disclosure/server/read-model/batch-publications';
import { listPublications } from '../../../disclosure/server/read-model/list-publications';
import { parseQuery, searchQuerySchema } from '../../../disclosure/server/read-model/query-schema';
import { searchOf } from '../../../disclosure/server/search/port';
import { siteOf } from '../../../disclosure/server/site/addresses';
import type { Values } from '../../../disclosure/server/types';
import { absolute, pageOf, summaryOf } from '../articles/article-of';
import { shorten } from '../articles/limits';
import { coversOf } from '../articles/to-article';
import type { OfficeSettings } from '../contract';
import { loadOfficeSettings } from '../office/store';
import { askOf, type Incoming } from './incoming';
import type { Reply } from './reply';
import { talkOf } from './talk';
import { answerTo, foundNothing, HOW, listed } from './words';

/** What 更多 goes on with: a word, and how many of its results have been seen. */
export type Place = { word: string; shown: number };
export type Answer = { reply: Reply; place: Place | null };

const LISTED = 8;
/** Of what holds a part of the words alone: enough to see whether it is meant. */
const PARTLY = 3;
/** A search gives so many at once; whoever has not found it among them needs another word. */
const MOST = 100;
const QUOTED = 30;

const say = (content: string, place: Place | null = null): Answer => ({
  reply: { type: 'text', content },
  place,
});
const SILENT: Answer = { reply: null, place: null };

/**
 * What somebody is answered.
 *
 * @param lastPlace gives what she looked for before, and how far she has read
 */
export async function answer(
  strapi: Core.Strapi,
  incoming: Incoming,
  lastPlace: () => Promise<Place | null>,
): Promise<Answer> {
  const settings = await loadOfficeSettings(strapi.db.connection);
  switch (incoming.kind) {
    case 'subscribe':
      return say(settings.welcome);
    case 'other-content':
      return say(`这里看不了图片、语音和位置，请发送文字。${HOW}`);
    case 'click': {
      const item = settings.menu.find(({ key }) => key === incoming.key);
      if (!item) return say(`这个菜单还没有设置内容。${HOW}`);
      return item.kind === 'column' ? newestOf(strapi, item.value) : find(strapi, item.value, settings);
    }
    case 'words': {
      const { more, word } = askOf(incoming.words);
      if (more) {
        const place = word ? { word, shown: 0 } : await lastPlace();
        return place
          ? listMore(strapi, place, settings)
          : say('请先发送关键词，再回复“更多”；也可以直接发送“更多 低保”这样的话。');
      }
      const talk = talkOf(word ?? '');
      return talk || !word
        ? say(answerTo(talk ?? 'no-words', settings.nothing))
        : find(strapi, word, settings);
    }
    default:
      return SILENT;
  }
}

const search = (strapi: Core.Strapi, q: string, limit: number) =>
  searchOf(strapi).search(parseQuery(searchQuerySchema, { q, limit: String(limit) }));

/** The publication that answers a word best, as a picture with text; where none answers all of it, a few to choose from. */
async function find(strapi: Core.Strapi, word: string, settings: OfficeSettings): Promise<Answer> {
  const { data, meta } = await search(strapi, word, PARTLY);
  const [hit] = data;
  if (!hit) return nothing(strapi, word, meta.didYouMean, settings);
  // what only a part of the words was found in is no answer, and must not look like one
  if (meta.help) {
    const heading = `没有完全符合“${shorten(word, QUOTED)}”的信息，以下只含其中一部分，供参考：`;
    return list(strapi, data, { heading, word, before: 0, total: meta.total });
  }
  const others = meta.total - 1;
  const note = others > 0 ? `（另有${meta.totalIsAtLeast ? '更多' : `${others}条`}，回复“更多”查看）` : '';
  return { reply: await newsOf(strapi, hit, note), place: { word, shown: 1 } };
}

const nothing = (strapi: Core.Strapi, word: string, meant: string | null, settings: OfficeSettings) =>
  say(foundNothing(siteOf(strapi), word, { meant, further: settings.nothing }));

async function newsOf(strapi: Core.Strapi, publication: Values, note: string): Promise<Reply> {
  const documentId = String(publication.documentId);
  const detail = (await findPublications(strapi.db.connection, [documentId])).get(documentId) ?? publication;
  const [cover] = coversOf(detail);
  const source = `${String(detail.ownerName ?? '')} ${String(detail.publishedAt ?? '').slice(0, 10)}公开`;
  const summary = summaryOf(strapi, detail);
  return {
    type: 'news',
    articles: [
      {
        title: shorten(String(publication.title), 64),
        description: `${source}${summary ? `：${shorten(summary, 100)}` : ''}${note}`,
        picture: cover ? absolute(strapi, cover) : '',
        url: pageOf(strapi, publication),
      },
    ],
  };
}

/** The results behind those that somebody has seen. */
async function listMore(
  strapi: Core.Strapi,
  { word, shown }: Place,
  settings: OfficeSettings,
): Promise<Answer> {
  const { data, meta } = await search(strapi, word, Math.min(shown + LISTED, MOST));
  if (data.length === 0) return nothing(strapi, word, meta.didYouMean, settings);
  const quoted = `“${shorten(word, QUOTED)}”`;
  if (data.length <= shown) return say(`与${quoted}有关的信息都已列出。没有要找的，请换一个词再发。`);
  const what = meta.help ? `只含${quoted}一部分的信息` : `与${quoted}有关的信息`;
  const heading = shown > 0 ? `${what}（从第${shown + 1}条起）：` : `${what}：`;
  return list(strapi, data.slice(shown), { heading, word, before: shown, total: meta.total });
}

/** @param of `before`: results seen before these; `total`: all that there are */
function list(
  strapi: Core.Strapi,
  publications: readonly Values[],
  of: { heading: string; word: string; before: number; total: number },
): Answer {
  const entries = publications.map((one) => ({ title: String(one.title), address: pageOf(strapi, one) }));
  const { text, shown } = listed(of.heading, entries, (here) =>
    of.before + here < Math.min(of.total, MOST) ? '回复“更多”继续查看。' : '',
  );
  return say(text, { word: of.word, shown: of.before + shown });
}

/** The newest of a column. */
async function newestOf(strapi: Core.Strapi, column: string): Promise<Answer> {
  const query = { column, limit: LISTED, sort: 'newest', count: false } as const;
  const { data } = await listPublications(strapi.db.connection, query);
  if (data.length === 0) return say('这个栏目还没有公开的信息。');
  const entries = data.map((one) => ({ title: String(one.title), address: pageOf(strapi, one) }));
  return say(listed('最新公开：', entries, () => '').text);
}
