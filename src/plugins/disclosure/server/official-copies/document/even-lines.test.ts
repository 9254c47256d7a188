import { evenLines, titleLines } from './even-lines';

test.each([
  ['青云谱区财政局2025年政府信息公开工作年度报告', ['青云谱区财政局2025年', '政府信息公开工作年度报告']],
  [
    '青云谱区人民政府办公室关于印发青云谱区政务公开工作实施方案的通知',
    ['青云谱区人民政府办公室关于印发', '青云谱区政务公开工作实施方案的通知'],
  ],
])('%s is broken evenly, between words', (title, lines) => {
  expect(titleLines(title)).toEqual(lines);
});

const TITLES = [
  '青云谱区人民政府办公室关于印发青云谱区政务公开工作实施方案的通知',
  '关于进一步加强和规范城市居民最低生活保障工作的实施意见（试行）',
  '青云谱区2026年第一批中央财政衔接推进乡村振兴补助资金项目计划的公告',
  '青云谱区行政审批局关于同意南昌市青云谱区某某幼儿园筹设申请的批复',
  '关于《青云谱区国民经济和社会发展第十五个五年规划纲要》中期评估的报告',
  '关于公布失效一批行政规范性文件的决定书的通知公告',
];
test.each(TITLES)(
  '%s loses nothing, leaves no short line, and begins no line with a sign that closes',
  (title) => {
    const lines = titleLines(title);
    expect(lines.join('')).toBe(title);
    expect(lines.length).toBeGreaterThan(1);
    const lengths = lines.map((line) => line.length);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(22);
    expect(Math.min(...lengths)).toBeGreaterThan(Math.max(...lengths) / 2);
    for (const line of lines) {
      expect(line).not.toMatch(/^[，。、；：！？）》〉】〕”’的]/);
      expect(line).not.toMatch(/[（《〈【〔“‘\d]$/);
    }
  },
);

test.each([
  ['one that fits its line', '关于开展政务公开评估的通知'],
  ['one that its author has broken', '青云谱区人民政府\n关于印发《青云谱区政务公开工作实施方案》的通知'],
  ['one of a single endless word', 'x'.repeat(300)],
  ['one that is no title any more', '政务公开工作'.repeat(100)],
  ['nothing', ''],
])('%s stays as it is', (_what, title) => {
  expect(titleLines(title)).toEqual([title]);
});

test.each([
  ['商业企业', 3.5, ['商业', '企业']],
  ['社会公益组织', 3.5, ['社会', '公益', '组织']],
  ['自然人', 3.5, ['自然人']],
  ['（三）不予公开', 4.2, ['（三）', '不予公开']],
])('the head %s in a column of %d letters', (text, room, lines) => {
  expect(evenLines(text, room)).toEqual(lines);
});
