import { type Field, toAttribute, toSchema } from './field';

const field = (changes: Partial<Field>): Field => ({ label: '名称', type: 'string', ...changes });
const accepts = (definition: Field, value: unknown) => toSchema(definition).safeParse(value).success;
const message = (definition: Field, value: unknown) =>
  toSchema(definition).safeParse(value).error?.issues[0]?.message ?? '';

const choices = [
  { value: 'licence', label: '行政许可' },
  { value: 'penalty', label: '行政处罚' },
];

test.each<[string, Partial<Field>, unknown, boolean]>([
  ['a short text', { type: 'string' }, '文字', true],
  ['a text over its length', { type: 'string', maxLength: 3 }, '四个文字', false],
  ['a number for a text', { type: 'string' }, 5, false],
  ['a real date', { type: 'date' }, '2024-02-29', true],
  ['a date that is not', { type: 'date' }, '2025-02-29', false],
  ['a date in another form', { type: 'date' }, '2025/2/3', false],
  ['a value of the list', { type: 'choice', choices }, 'licence', true],
  ['a label instead of the value', { type: 'choice', choices }, '行政许可', false],
  ['a whole number', { type: 'integer' }, 3, true],
  ['a broken number', { type: 'integer' }, 3.5, false],
  ['an amount', { type: 'decimal' }, 3.5, true],
  ['an amount as text', { type: 'decimal' }, '3.5', false],
  ['ids of files', { type: 'files' }, [1, 2], true],
  ['an object for files', { type: 'files' }, { id: 1 }, false],
  ['the id of a roster', { type: 'roster' }, 'b7f6a1de-3f3c-4b43-9a35-6d1f0f0b8a11', true],
  ['something else for a roster', { type: 'roster' }, 'x', false],
  ['nothing, to clear a field', { type: 'date' }, null, true],
])('%s', (_what, definition, value, expected) => {
  expect(accepts(field(definition), value)).toBe(expected);
});

test.each<[Partial<Field>, unknown]>([
  [{ type: 'date' }, 'x'],
  [{ type: 'choice', choices }, 'x'],
  [{ type: 'integer' }, 'x'],
  [{ type: 'string', maxLength: 2 }, 'abc'],
])('a refusal of %o is a Chinese sentence that names the field', (definition, value) => {
  expect(message(field(definition), value)).toMatch(/^“名称”[^a-zA-Z]*[\u4e00-\u9fa5]/);
});

describe('the Strapi attribute', () => {
  test('of a secret field is private, so that no query reaches it', () => {
    expect(toAttribute(field({ secret: true }))).toMatchObject({ type: 'string', private: true });
  });
  test('of a conditional field carries its condition', () => {
    const showWhen = { '==': [{ var: 'kind' }, 'decision'] };
    expect(toAttribute(field({ showWhen }))).toMatchObject({ conditions: { visible: showWhen } });
  });
  test('of a choice is the engine’s own input, with its list', () => {
    expect(toAttribute(field({ type: 'choice', choices }))).toMatchObject({
      type: 'customField',
      customField: 'plugin::disclosure.choice',
      options: { choices },
    });
  });
  test('never asks anything of a draft', () => {
    expect(toAttribute(field({ requiredToSubmit: true }))).not.toHaveProperty('required');
  });
});
