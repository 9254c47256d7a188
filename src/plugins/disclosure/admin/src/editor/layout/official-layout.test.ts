import { type Block, officialLayout } from './official-layout';

const paragraphs = (...texts: string[]): Block[] => texts.map((text) => ({ kind: 'paragraph', text }));
/** 题 title, 主 addressee, 一 and 二 headings, 文 text, 落 signature, － untouched */
const read = (blocks: Block[]) =>
  officialLayout(blocks)
    .map((layout) => {
      if (!layout) return '－';
      if (layout.align === 'center') return '题';
      if (layout.align === 'right') return '落';
      if (layout.level > 0) return layout.level === 2 ? '一' : '二';
      return layout.indent ? '文' : '主';
    })
    .join('');

describe('公文排版', () => {
  test.each<[string, Block[], string]>([
    [
      'a notice with everything',
      paragraphs(
        '关于做好城乡低保工作的通知',
        '各镇人民政府，区直各单位：',
        '为做好城乡低保工作，现通知如下。',
        '一、总体要求',
        '（一）基本原则',
        '坚持应保尽保。',
        '二、申请条件。持有本区户籍的居民可以申请；外来人员除外。',
        '附件：1.申请表',
        '区民政局',
        '区财政局',
        '2026年11月2日',
      ),
      '题主文一二文文文落落落',
    ],
    ['a text without title', paragraphs('为做好工作，现通知如下。', '一、总体要求'), '文一'],
    [
      'a date in Chinese numerals',
      paragraphs('公告', '正文。', '区民政局', '二〇二六年十一月二日'),
      '题文落落',
    ],
    [
      'spaces in the signature',
      paragraphs('公告', '正文。', '区 民 政 局', '2026 年 11 月 2 日'),
      '题文落落',
    ],
    ['a date that is no signature', paragraphs('公告', '2026年11月2日', '会议召开。'), '题文文'],
    [
      'a remark after the date',
      paragraphs('公告', '正文。', '区民政局', '2026年11月2日', '（此件公开发布）'),
      '题文落落文',
    ],
    ['the sentence before the signature', paragraphs('公告', '特此公告。', '2026年11月2日'), '题文落'],
    ['numbered lines before the date', paragraphs('公告', '1.甲公司', '2026年11月2日'), '题文落'],
    ['half-width brackets', paragraphs('公告', '(一)基本原则', '一、'), '题二一'],
    ['blank lines first', paragraphs('', '公告', '正文。'), '文题文'],
    [
      'tables stay',
      [
        ...paragraphs('公告', '正文。'),
        { kind: 'other', text: '表' },
        ...paragraphs('区民政局', '2026年11月2日'),
      ],
      '题文－落落',
    ],
    ['nothing', [], ''],
    ['a date alone', paragraphs('2026年11月2日'), '落'],
  ])('%s', (_what, blocks, expected) => {
    expect(read(blocks)).toBe(expected);
  });
});
