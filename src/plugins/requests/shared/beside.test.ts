import { answerToRepeat, answerWithPublic } from './beside';
import { outcomeOf } from './outcomes';

const found = {
  documentId: 'a',
  title: '2025年部门预算',
  docNo: '青财〔2025〕3号',
  departmentName: '区财政局',
  publishedOn: '2025-02-10',
  address: 'https://www.example.gov.cn/a.html',
};

test('an answer with what is public names title, number and the way to it (条例第三十六条第一项), and keeps what was drafted', () => {
  const { outcome, text, publications } = answerWithPublic([found], '已写的一段。');
  expect([outcome, publications]).toEqual(['granted', ['a']]);
  for (const part of ['已写的一段。', '《2025年部门预算》', '青财〔2025〕3号', '区财政局', found.address])
    expect(text).toContain(part);
});

test('what has no number is named without one', () => {
  expect(answerWithPublic([{ ...found, docNo: null }]).text).not.toContain('（）');
});

test('a repeated request is answered with the number of the earlier answer (条例第三十六条第六项)', () => {
  const { outcome, text, reasons } = answerToRepeat({ number: '2026-0007', answeredOn: '2026-03-02' });
  expect(outcomeOf(outcome)?.label).toBe('重复申请');
  expect(text).toContain('2026-0007');
  expect(reasons).toContain('第三十六条第（六）项');
});
