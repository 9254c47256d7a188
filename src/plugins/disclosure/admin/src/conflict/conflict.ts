import type { DeskVersionContent } from '../../../server/desk/contract';

type Values = Record<string, unknown>;

/** What a person typed over a text that somebody else has changed meanwhile. */
export type Conflict = {
  /** the text that she began with; empty where it is not kept any more */
  base: Values;
  mine: Values;
  /** save: her save was refused; restore: she comes back to what she typed before */
  purpose: 'save' | 'restore';
  baseVersion: number | null;
};

/** How she settled it. */
export type Settled = { values: Values; version: number };

/** One side of a comparison. */
export const side = (content: Values, names: DeskVersionContent['names'] = {}) => ({ content, names });
