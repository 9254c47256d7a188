import type { DeskBulkDocument, DeskBulkVerb } from '../../../server/desk/contract';
import { choicesOf, type Result, runBulk, versionSeen } from './run-bulk';

const document = (documentId: string, allowed: readonly DeskBulkVerb[]): DeskBulkDocument => ({
  documentId,
  title: documentId,
  version: 5,
  stateName: '草稿',
  verbs: (['submit', 'approve', 'publish', 'return'] as const).map((verb) => ({
    verb,
    label: verb,
    allowed: allowed.includes(verb),
    why: allowed.includes(verb) ? null : `no ${verb}`,
  })),
});

test('offers only what can be done with one of them at least, and says why not with the others', () => {
  const choices = choicesOf([
    document('a', ['submit']),
    document('b', ['approve', 'return']),
    document('c', []),
  ]);
  expect(choices.map(({ verb }) => verb)).toEqual(['submit', 'approve', 'return']);
  expect(choices[0]?.able.map(({ documentId }) => documentId)).toEqual(['a']);
  expect(choices[0]?.unable.map(({ document: { documentId }, why }) => [documentId, why])).toEqual([
    ['b', 'no submit'],
    ['c', 'no submit'],
  ]);
  expect(choicesOf([])).toEqual([]);
});

test('goes by the version that the list showed', () => {
  const one = document('a', []);
  expect(versionSeen(one, [{ documentId: 'a', version: 3 }])).toBe(3);
  expect(versionSeen(one, [{ documentId: 'a' }])).toBe(5);
  expect(versionSeen(one, [{ documentId: 'b', version: 3 }])).toBe(5);
});

const run = async (step: (one: DeskBulkDocument) => Promise<string | null>, stopAfter = Infinity) => {
  const results: Result[] = [];
  await runBulk({
    documents: ['a', 'b', 'c'].map((id) => document(id, ['submit'])),
    step,
    isStopped: () => results.length >= stopAfter,
    onResult: (result) => results.push(result),
  });
  return results.map(({ documentId, outcome, words }) => [documentId, outcome, words]);
};

test('one that is refused, or fails, holds nothing else up', async () => {
  const step = async ({ documentId }: DeskBulkDocument) => {
    if (documentId === 'a') return '还缺：请填写“正文”';
    if (documentId === 'b') throw new Error('offline');
    return null;
  };
  expect(await run(step)).toEqual([
    ['a', 'refused', '还缺：请填写“正文”'],
    ['b', 'refused', 'Error: offline'],
    ['c', 'done', '已办理'],
  ]);
});

test('stops after the one it is at', async () => {
  expect(await run(async () => null, 2)).toHaveLength(2);
});
