import type { RegisteredType } from '../domain/registry';
import { changesText, enteredContent, rosterIdOf } from './content';
import { type Step, storyOf } from './steps';

const TYPE = {
  fields: {
    owner: { label: '责任部门', type: 'choice', managed: true },
    title: { label: '标题', type: 'string' },
    count: { label: '数量', type: 'integer' },
    plan: { label: '安排', type: 'json' },
    attachments: { label: '附件', type: 'files' },
  },
} as unknown as RegisteredType;
const DRAFT = { owner: 'finance', title: '甲', count: null, plan: { a: 1 } };

describe('whether a write changes the text', () => {
  test.each<[string, object, boolean, boolean]>([
    ['nothing is written', {}, false, false],
    ['the same again', { title: '甲', count: null, plan: { a: 1 } }, false, false],
    ['what was empty stays empty', { count: undefined }, false, false],
    ['another title', { title: '乙' }, false, true],
    ['a member of a value', { plan: { a: 2 } }, false, true],
    ['what the engine keeps alone', { owner: 'audit', version: 5 }, false, false],
    ['no files, and none before', { attachments: [] }, false, false],
    ['a file', { attachments: [1] }, false, true],
    ['files that may be taken away', { attachments: [] }, true, true],
    ['files that are not named', { title: '甲' }, true, false],
  ])('%s', (_what, data, hasFiles, expected) => {
    expect(changesText(TYPE, DRAFT, data as Record<string, unknown>, hasFiles)).toBe(expected);
  });
});

test('a version holds what is entered, not what the engine keeps', () => {
  expect(enteredContent(TYPE, { ...DRAFT, id: 7 })).toEqual({ title: '甲', count: null, plan: { a: 1 } });
});

test.each([
  ['an id', 'r1', 'r1'],
  ['a description', { id: 'r1', rowCount: 2 }, 'r1'],
  ['nothing', null, null],
  ['empty text', '', null],
  ['something else', 5, null],
])('the roster of a version: %s', (_what, value, expected) => {
  expect(rosterIdOf(value)).toBe(expected);
});

describe('who saved a text, and what became of it', () => {
  const step = (version: number, verb: string): Step => ({
    version,
    verb,
    label: verb,
    editionNo: null,
    at: `2026-11-0${version}T08:00:00+08:00`,
    by: '甲',
    reason: null,
  });
  const steps = [step(1, 'create'), step(2, 'edit'), step(3, 'submit'), step(4, 'return'), step(5, 'edit')];
  test.each([
    [1, 'create', []],
    [2, 'edit', []],
    [4, 'edit', ['submit', 'return']],
    [5, 'edit', []],
  ])('as version %i', (version, saved, after) => {
    const story = storyOf(steps, version);
    expect(story.saved?.verb).toBe(saved);
    expect(story.after.map(({ verb }) => verb)).toEqual(after);
  });
  test('of which the log knows nothing', () => {
    expect(storyOf([], 3)).toEqual({ saved: null, after: [] });
  });
});
