import { type CellPart, cutTable } from './cut-table';
import { type Table, textOfRuns } from './model';
import { readBody } from './read-body';

const TABLE = readBody(
  '<table><caption>表</caption><tr><th>头</th><th>一</th><th>二</th></tr>' +
    '<tr><td rowspan="3">甲</td><td colspan="2">a</td></tr><tr><td rowspan="2" colspan="2">乙</td></tr><tr></tr><tr><td>b</td><td>c</td><td>d</td></tr></table>',
)[0] as Table;
const drawn = ({ rows }: Table) =>
  rows.map((row) =>
    row.map((cell) =>
      cell
        ? `${cell.blocks.map((block) => (block.kind === 'paragraph' ? textOfRuns(block.runs) : '')).join('')} ${cell.columns}×${cell.rows}`
        : '·',
    ),
  );

test('merged cells that a page cuts are whole cells on both pages, below the head', () => {
  const room = () => true;
  expect(drawn(cutTable(TABLE, 0, 3, room))).toEqual([
    ['头 1×1', '一 1×1', '二 1×1'],
    ['甲 1×2', 'a 2×1', '·'],
    ['·', '乙 2×1', '·'],
  ]);
  expect(drawn(cutTable(TABLE, 3, 5, room))).toEqual([
    ['头 1×1', '一 1×1', '二 1×1'],
    ['甲 1×1', '乙 2×1', '·'],
    ['b 1×1', 'c 1×1', 'd 1×1'],
  ]);
  expect(cutTable(TABLE, 3, 5, room).caption).toBe('');
});

test('contents stand in the parts that have room for them', () => {
  const asked: unknown[] = [];
  const room = ({ row, column, from, to }: CellPart) => {
    asked.push([row, column, from, to]);
    return to - from > 1;
  };
  expect(drawn(cutTable(TABLE, 0, 3, room))[1]?.[0]).toBe('甲 1×2');
  expect(drawn(cutTable(TABLE, 3, 5, room))[1]).toEqual([' 1×1', ' 2×1', '·']);
  expect(asked).toEqual([
    [1, 0, 1, 3],
    [2, 1, 2, 3],
    [1, 0, 3, 4],
    [2, 1, 3, 4],
  ]);
});
