import { BadFile } from './bad-file';
import { toNumber } from './numerals';

/** One article, or, of a text without any and before the first one, one paragraph; `label` is null then. */
export type Article = {
  label: string | null;
  number: number | null;
  chapter: string | null;
  /** 节, below its chapter */
  section: string | null;
  text: string;
};

/** A version of a regulation, read. */
export type RegulationText = {
  title: string;
  /** the lines of its promulgation and its amendments, as they stand in its head */
  history: string[];
  /** 国务院令第711号: of the last act that has one */
  docNo: string | null;
  /** the day of 施行 in its head */
  effectiveOn: string | null;
  articles: Article[];
};

const END_OF_HEAD = '<!-- INFO END -->';
const TITLE = /^#\s+(.+)$/;
const HEADING = /^(#{2,6})\s*(.+)$/;
const ARTICLE =
  /^(第([零〇一二两三四五六七八九十百千]{1,9})条(?:之[一二三四五六七八九十]{1,3})?)(?=\s|$)\s*(.*)$/su;
const DAY = /(\d{4})年(\d{1,2})月(\d{1,2})日/;
const ORDER = /((?:国务院|[\u4e00-\u9fff]{2,16}?)令)第(\d+)号/u;
const MOST_ARTICLES = 3000;
const LONGEST_LINE = 200_000;

/**
 * Reads the text of a regulation: its head up to `<!-- INFO END -->`, chapters that begin with ##, articles that begin
 * with 第N条. Pure.
 *
 * @throws BadFile with what is wrong
 */
export function parseRegulation(source: string): RegulationText {
  const end = source.indexOf(END_OF_HEAD);
  if (end < 0) throw new BadFile(`没有文件头：标题、公布和修订情况之后应有一行 ${END_OF_HEAD}`);
  const [first = '', ...history] = linesOf(source.slice(0, end));
  const title = TITLE.exec(first)?.[1]?.trim();
  if (!title || title.length > 200) throw new BadFile('文件头的第一行应为“# 标题”');
  const articles = readArticles(linesOf(source.slice(end + END_OF_HEAD.length)));
  if (articles.length === 0) throw new BadFile('没有正文');
  return {
    title,
    history,
    docNo: docNoOf(history),
    effectiveOn: dayIn(history.findLast((line) => line.includes('施行')) ?? ''),
    articles,
  };
}

const linesOf = (text: string): string[] =>
  text.split(/\r\n?|\n/).flatMap((line) => {
    if (line.length > LONGEST_LINE) throw new BadFile('有一行太长，请核对文件');
    return line.trim() || [];
  });

/** Where the text stands, and whether an article has been read there. */
type Place = { chapter: string | null; section: string | null; isEmpty: boolean };

function readArticles(lines: readonly string[]): Article[] {
  const articles: Article[] = [];
  let place: Place = { chapter: null, section: null, isEmpty: false };
  let open: Article | null = null;
  const add = (label: string | null, number: number | null, text: string): Article => {
    const article = { label, number, chapter: place.chapter, section: place.section, text };
    articles.push(article);
    place = { ...place, isEmpty: false };
    if (articles.length > MOST_ARTICLES) throw new BadFile(`超过${MOST_ARTICLES}条，请核对文件`);
    return article;
  };
  for (const line of lines) {
    const [, level = '', heading = ''] = HEADING.exec(line) ?? [];
    const [, label = null, numeral = '', rest = ''] = ARTICLE.exec(line) ?? [];
    if (level) {
      const next = placeAt(place, level, heading.replace(/\s+/g, ' ').trim());
      // a heading that nothing stands under is kept all the same
      if (place.isEmpty && next.chapter !== place.chapter) add(null, null, '');
      place = next;
      open = null;
    } else if (label) open = add(label, toNumber(numeral), rest);
    else if (open) open.text = open.text ? `${open.text}\n${line}` : line;
    else add(null, null, line);
  }
  if (place.isEmpty) add(null, null, '');
  return articles;
}

const placeAt = ({ chapter }: Place, level: string, heading: string): Place =>
  level === '##' || chapter === null
    ? { chapter: heading, section: null, isEmpty: true }
    : { chapter, section: heading, isEmpty: true };

function dayIn(line: string): string | null {
  const [, year = '', month = '', day = ''] = DAY.exec(line) ?? [];
  return year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : null;
}

function docNoOf(history: readonly string[]): string | null {
  const line = history.findLast((one) => ORDER.test(one));
  const [, order = '', number = ''] = ORDER.exec((line ?? '').replace('中华人民共和国', '')) ?? [];
  return order ? `${order.replace(/^.*?(?=国务院令)/, '')}第${number}号` : null;
}
