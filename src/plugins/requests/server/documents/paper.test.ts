import { textOfRuns } from '../../../disclosure/server/official-copies/document/model';
import type { Paper } from '../../shared/notices';
import { toOfficial } from './paper';

const paperOf = (more: Partial<Paper> = {}): Paper =>
  ({
    ...{ title: '答复书', number: '1号', requestNumber: '2026-0001', addressee: '张三' },
    ...{ paragraphs: ['现答复如下。', '可以申请行政复议。'], signedBy: '区财政局', day: '2026年11月2日' },
    ...more,
  }) as Paper;
const blocksOf = (more?: Partial<Paper>) =>
  toOfficial(paperOf(more)).blocks.map((block) => {
    if (block.kind !== 'paragraph') throw new Error(block.kind);
    return { text: textOfRuns(block.runs), fromRight: block.fromRight, keepsNext: block.keepsNext === true };
  });

test('the day stands four letters in, and the organ in the middle above it, so that a seal covers both', () => {
  const [organ, day] = blocksOf().slice(-2);
  expect(day?.fromRight).toBe(4);
  // the day is 7.2 letters wide (digits count for 0.6), the organ 4
  expect(organ?.fromRight).toBeCloseTo(4 + (7.2 - 4) / 2);
  const [long] = blocksOf({ signedBy: '青云谱区人民政府办公室政务公开工作领导小组办公室' }).slice(-2);
  expect(long?.fromRight).toBe(0);
});

test('the signature is never alone on a page: the last paragraph goes along, unless it is long', () => {
  const keeping = (more?: Partial<Paper>) =>
    blocksOf(more)
      .filter(({ keepsNext }) => keepsNext)
      .map(({ text }) => text);
  expect(keeping()).toEqual(['可以申请行政复议。', '\u3000', '\u3000', '区财政局']);
  expect(keeping({ paragraphs: ['长'.repeat(500)] })).toEqual(['\u3000', '\u3000', '区财政局']);
});
