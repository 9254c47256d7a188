import type { DeskVersion } from '../../../server/desk/contract';
import { monthDayTime } from '../shell/dates';

/** What a version is called in lists and above a comparison. */
export function nameOf({ kind, editionNo, version, at }: DeskVersion): string {
  if (kind === 'current') return '现在的工作稿';
  if (kind === 'edition') return `公开的第${editionNo}版`;
  return at ? `${monthDayTime(at)}的工作稿` : `工作稿（版本${version}）`;
}

/** Who saved it, when, and what became of it; a draft has the time in its name. */
export const storyOf = ({ kind, at, by, steps }: DeskVersion): string =>
  [at && kind !== 'draft' ? monthDayTime(at) : '', by ?? '', steps.join('、')].filter(Boolean).join(' ');

/** What a person most probably wants to compare: the newest text with what was public, or was before. */
export function firstChoice(versions: readonly DeskVersion[]): { before: string; after: string } {
  const [current, ...earlier] = versions;
  const before = earlier.find(({ kind }) => kind === 'edition') ?? earlier[0] ?? current;
  return { before: before?.key ?? 'current', after: current?.key ?? 'current' };
}
