import { buildChain, type ChainInput, type ChainPublication } from './chain';
import { CLASSES, findItem, ITEM_CODES } from './items';

const publication = (item: string, changes: Partial<ChainPublication> = {}): ChainPublication => ({
  documentId: `d-${item}`,
  item,
  title: item,
  owner: 'housing-construction',
  ownerName: '区住建局',
  url: '/x',
  firstPublishedAt: new Date('2026-11-10T02:00:00Z'),
  publishedAt: '2026-11-10T10:00:00.000+08:00',
  dueOn: '2026-11-20',
  ...changes,
});

const chainOf = (changes: Partial<ChainInput>) =>
  buildChain({
    responsible: {},
    itemPlan: {},
    publications: [],
    nameOf: (code) => `名称：${code}`,
    dueOnOf: () => '2026-11-15',
    today: '2026-11-23',
    ...changes,
  });

const itemIn = (chain: ReturnType<typeof buildChain>, code: string) =>
  chain.classes.flatMap(({ items }) => items).find((item) => item.code === code);

test('国办发〔2017〕94号: 8 classes in order, 54 items, each in a catalogue row', () => {
  expect(CLASSES.map(({ code }) => code)).toEqual(['MP1', 'MP2', 'MP3', 'MP4', 'MP5', 'MP6', 'MP7', 'MP8']);
  expect(ITEM_CODES.size).toBe(54);
  for (const code of ITEM_CODES) expect(findItem(code)?.row).toMatch(/^D01-\d{2}$/);
});

test('a project of which nothing is known misses all 54', () => {
  expect(chainOf({})).toMatchObject({ expected: 54, published: 0, late: 0, missing: 54 });
});

test.each<[string, Partial<ChainInput>, object]>([
  [
    'published in time',
    { publications: [publication('MP6-02')] },
    { state: 'published', dueOn: '2026-11-20' },
  ],
  [
    'published on its last day, late in the evening of Shanghai',
    { publications: [publication('MP6-02', { firstPublishedAt: new Date('2026-11-20T15:59:00Z') })] },
    { state: 'published' },
  ],
  [
    'published one minute after its last day',
    { publications: [publication('MP6-02', { firstPublishedAt: new Date('2026-11-20T16:01:00Z') })] },
    { state: 'late' },
  ],
  [
    'with one publication in time and one late',
    {
      publications: [
        publication('MP6-02'),
        publication('MP6-02', { dueOn: '2026-11-01', documentId: 'other' }),
      ],
    },
    { state: 'late', dueOn: '2026-11-01' },
  ],
  [
    'that does not apply',
    { itemPlan: { 'MP6-02': { notApplicable: '没有' } } },
    { state: 'not-applicable', reason: '没有' },
  ],
  [
    'that was said not to apply but is published',
    { itemPlan: { 'MP6-02': { notApplicable: '没有' } }, publications: [publication('MP6-02')] },
    { state: 'published', reason: null },
  ],
  [
    'formed, not public, past its last day',
    { itemPlan: { 'MP6-02': { formedOn: '2026-10-20' } } },
    { state: 'missing', dueOn: '2026-11-15', overdue: true },
  ],
  [
    'formed, not public, not yet due',
    { itemPlan: { 'MP6-02': { formedOn: '2026-11-20' } }, dueOnOf: () => '2026-11-23' },
    { state: 'missing', dueOn: '2026-11-23', overdue: false },
  ],
  ['of which nothing is known', {}, { state: 'missing', dueOn: null, overdue: false }],
])('an item %s', (_what, input, expected) => {
  expect(itemIn(chainOf(input), 'MP6-02')).toMatchObject(expected);
});

test('the counts of the classes add up to those of the project', () => {
  const chain = chainOf({
    publications: [publication('MP1-01'), publication('MP6-02', { dueOn: '2026-11-01' })],
    itemPlan: { 'MP3-01': { notApplicable: '没有' } },
  });
  expect(chain).toMatchObject({ expected: 53, published: 2, late: 1, missing: 51 });
  for (const key of ['expected', 'published', 'late', 'missing'] as const) {
    expect(chain.classes.reduce((sum, entry) => sum + entry[key], 0)).toBe(chain[key]);
  }
});

test('each item names the departments responsible for its class', () => {
  const chain = chainOf({ responsible: { construction: ['housing-construction', 'urban-management'] } });
  expect(itemIn(chain, 'MP6-01')?.departments).toEqual([
    { code: 'housing-construction', name: '名称：housing-construction' },
    { code: 'urban-management', name: '名称：urban-management' },
  ]);
  expect(itemIn(chain, 'MP1-01')?.departments).toEqual([]);
});

test('what no published text confirms is marked 待核实', () => {
  expect(itemIn(chainOf({}), 'MP8-03')?.toBeConfirmed).toBe(true);
  expect(itemIn(chainOf({}), 'MP6-02')?.toBeConfirmed).toBe(false);
});
