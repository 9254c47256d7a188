import { OUTCOMES } from '../../shared/outcomes';
import { ANSWER_KINDS, NOTICE_CODES, noticeKind, placeholdersOf, SERIES } from './kinds';
import { numberOf, numberPatternSchema } from './number';
import { OF_APPLICANT } from './placeholders';
import { standardTemplate } from './standard';
import { fill, mistakesIn, paragraphsOf, sampleValues } from './template';

describe('a template', () => {
  test.each(NOTICE_CODES)('%s as the product brings it has no mistake and fills in whole', (code) => {
    const standard = standardTemplate(code);
    expect(mistakesIn(code, standard)).toEqual([]);
    const text = paragraphsOf(standard.body, sampleValues(code)).join('\n');
    expect(text).not.toMatch(/[{}]/);
    for (const name of noticeKind(code).required)
      expect(text).toContain(String(sampleValues(code)[name]).split('\n')[0]);
  });

  test.each([
    [
      'an unknown placeholder',
      { title: '标题', body: '{{补正事项}}{{补正期限}}{{身份证号}}' },
      '没有“{{身份证号}}”',
    ],
    ['a correction without its deadline', { title: '标题', body: '{{补正事项}}' }, '正文须有“{{补正期限}}”'],
    [
      'a deadline in the title alone',
      { title: '{{补正期限}}', body: '{{补正事项}}' },
      '正文须有“{{补正期限}}”',
    ],
    ['braces that do not close', { title: '标题', body: '{{补正事项}}{{补正期限}}{{称谓' }, '不成对'],
    ['nothing', { title: ' ', body: '' }, '请填写标题'],
    ['a title of two lines', { title: '一\n二', body: '{{补正事项}}{{补正期限}}' }, '一行'],
    [
      'a text without end',
      { title: '标题', body: `{{补正事项}}{{补正期限}}${'长'.repeat(5_001)}` },
      '最多5000个字',
    ],
  ])('with %s is refused in words', (_what, text, words) => {
    expect(mistakesIn('correction', text).join('；')).toContain(words);
  });

  test.each(Object.values(ANSWER_KINDS))('%s cannot leave out the remedies', (code) => {
    const { title, body } = standardTemplate(code);
    expect(mistakesIn(code, { title, body: body.replace('{{救济途径}}', '') })[0]).toContain('{{救济途径}}');
  });

  test('whoever is asked for an opinion does not learn who asks', () => {
    for (const code of NOTICE_CODES.filter((one) => noticeKind(one).to === 'consulted')) {
      expect(placeholdersOf(code).filter((name) => OF_APPLICANT.includes(name))).toEqual([]);
      expect(mistakesIn(code, { title: '函', body: '{{申请人}}{{申请内容}}' })[0]).toContain(
        '没有“{{申请人}}”',
      );
    }
  });

  test('takes values as text: what looks like a placeholder, a pattern or a tag in them stays', () => {
    const values = { 申请内容: '{{申请人}}$&<b>', 申请人: '张三' };
    expect(fill('“{{ 申请内容 }}”', values)).toBe('“{{申请人}}$&<b>”');
  });

  test('loses paragraphs of which nothing is left, and keeps the lines of a value', () => {
    expect(paragraphsOf('甲\n{{理由}}\n\n{{补正事项}}', { 理由: '', 补正事项: '一\n二' })).toEqual([
      '甲',
      '一',
      '二',
    ]);
  });
});

test('every outcome has its 答复书, with reasons where the law wants them', () => {
  for (const { group, needsReason } of OUTCOMES) {
    expect(noticeKind(ANSWER_KINDS[group]).required.includes('答复理由')).toBe(needsReason);
  }
});

describe('a number', () => {
  const pattern = numberPatternSchema.parse(undefined);
  test('names the organ, the kind, the year and its place', () => {
    expect(numberOf(pattern, { word: '某住建', series: 'answer', year: 2026, ordinal: 12 })).toBe(
      '某住建依申请答〔2026〕12号',
    );
  });
  test('differs between kinds of one department', () => {
    expect(new Set(Object.values(SERIES)).size).toBe(Object.keys(SERIES).length);
  });
  test.each(['{{机关代字}}{{年}}{{序号}}', '{{机关代字}}依申请{{文种}}{{年}}号'])(
    'cannot be written without a part that tells it apart: %s',
    (wrong) => {
      expect(numberPatternSchema.safeParse(wrong).success).toBe(false);
    },
  );
});
