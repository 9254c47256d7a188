import { diffWords } from '../../../../shared/difference/diff-words';
import { type Line, replaced } from '../../../../shared/difference/parts';
import { blocksOf } from './blocks';
import { diffBlocks } from './diff-blocks';
import { linesOfJson } from './json-lines';
import { filesOf, rosterIdOf, sameValue } from './values';

type Values = Record<string, unknown>;
type Field = { name: string; label: string; type: string };

/** Words for codes, by field and code. */
export type Names = Record<string, Record<string, string>>;

/** The entered values of a text, with words for the codes among them. */
export type Content = { content: Values; names: Names };

/** How one field differs; `coarse`: too long or too different to compare all of it word by word. */
export type FieldDifference = { name: string; label: string; lines: Line[]; coarse: boolean };

/** The fields in which two texts differ, in the order of the form. */
export function diffContents(fields: readonly Field[], before: Content, after: Content): FieldDifference[] {
  const names = { ...before.names };
  for (const [field, words] of Object.entries(after.names)) names[field] = { ...names[field], ...words };
  return fields
    .filter(({ name, type }) => !sameValue(type, before.content[name], after.content[name]))
    .map((field) => ({
      name: field.name,
      label: field.label,
      ...diffField(field, before.content[field.name], after.content[field.name], names[field.name] ?? {}),
    }));
}

type Difference = Pick<FieldDifference, 'lines' | 'coarse'>;

function diffField(
  { type }: Field,
  before: unknown,
  after: unknown,
  words: Record<string, string>,
): Difference {
  const text = (value: unknown) => (value === null || value === undefined ? '' : String(value));
  switch (type) {
    case 'html':
      return named(diffBlocks(blocksOf(text(before)), blocksOf(text(after))), '只有格式（字体、对齐等）不同');
    case 'text':
      return named(diffBlocks(text(before).split('\n'), text(after).split('\n')), '只有空行不同');
    case 'json':
      return diffBlocks(linesOfJson(before), linesOfJson(after));
    case 'files':
      return named(diffBlocks(fileNames(before), fileNames(after)), '文件相同，顺序或内容有变化');
    case 'string': {
      const parts = diffWords(text(before), text(after));
      return one(parts ?? replaced(text(before), text(after)), parts === null);
    }
    default: {
      const word = (value: unknown) => words[text(rosterIdOf(value))] ?? text(rosterIdOf(value));
      return one(replaced(word(before), word(after)), false);
    }
  }
}

const one = (parts: Line['parts'], coarse: boolean): Difference => ({
  lines: [{ kind: 'changed', parts }],
  coarse,
});

/** Values that differ in what the blocks do not show. */
const named = (difference: Difference, remark: string): Difference =>
  difference.lines.every(({ kind }) => kind === 'same')
    ? one([{ kind: 'same', text: remark }], false)
    : difference;

const fileNames = (value: unknown): string[] => filesOf(value).map(({ name }) => name);
