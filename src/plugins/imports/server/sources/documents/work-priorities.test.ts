import { parseWorkPriorities, renderWorkPriorities } from './work-priorities';

const TEXT = `2021年全区政务公开工作要点:以人民为中心。
一、持续深化重点领域政务公开。
一是落实各类规划领域信息公开。主动公开规划纲要。(区发改委及各专项规划部门牵头落实)
二是落实市场监管领域信息公开。公开执法信息。（区市管局、区教育局分别牵头落实）
二、持续加强决策公开
一是切实做好决策公开。认真贯彻《规定》（省政府令第247号），向社会公开。（各街办、镇，区政府各部门按职责分别负责落实）
二是加强培训。组织培训。`;

const KNOWN: Record<string, { code: string; name: string }[]> = {
  区发改委: [{ code: 'development-reform', name: '区发改委' }],
  区市管局: [{ code: 'market-regulation', name: '区市管局' }],
  区教育局: [{ code: 'education-sports', name: '区教体局' }],
  各街办: [
    { code: 'a', name: '甲街道办' },
    { code: 'b', name: '乙街道办' },
  ],
};
const resolve = (name: string) => KNOWN[name] ?? [];

test('工作要点 are read as parts, tasks, and who sees to each', () => {
  const read = parseWorkPriorities(TEXT);
  expect(read?.title).toBe('2021年全区政务公开工作要点');
  expect(read?.introduction).toBe('以人民为中心。');
  expect(read?.parts.map(({ title, tasks }) => [title, tasks.length])).toEqual([
    ['持续深化重点领域政务公开', 2],
    ['持续加强决策公开', 2],
  ]);
  expect(
    read?.parts.flatMap(({ tasks }) => tasks.map(({ title, departments }) => [title, departments])),
  ).toEqual([
    ['落实各类规划领域信息公开', ['区发改委', '各专项规划部门']],
    ['落实市场监管领域信息公开', ['区市管局', '区教育局']],
    ['切实做好决策公开', ['各街办', '镇', '区政府各部门']],
    ['加强培训', []],
  ]);
});

test('the document names each department as it is called now, groups with their number, unknown names marked', () => {
  const cells = renderWorkPriorities(
    parseWorkPriorities(TEXT) as NonNullable<ReturnType<typeof parseWorkPriorities>>,
    resolve,
  );
  expect(cells).toMatchObject({
    标题: '2021年全区政务公开工作要点',
    关键词: '区发改委、区市管局、区教体局',
    任务数: 4,
  });
  expect(cells.正文).toContain('<h2>持续深化重点领域政务公开</h2>\n<h3>落实各类规划领域信息公开</h3>');
  expect(cells.正文).toContain('<td>区市管局、区教育局</td><td>区市管局、区教体局</td>');
  expect(cells.正文).toContain(
    '<td>各街办、镇、区政府各部门</td><td>各街办（2个）、镇（待核实）、区政府各部门（待核实）</td>',
  );
});

test('another text is none', () => {
  expect(parseWorkPriorities('通知:\n一、内容\n正文')).toBeNull();
});
