import type { Duty } from '../../../disclosure/server/types';
import type { RequestState } from '../../shared/states';

/** Whose people use a verb: those of the handling department, the office's, or both. */
export type By = 'department' | 'office' | 'either';

export type VerbRow = {
  label: string;
  from: readonly RequestState[];
  /** null: it stays where it is */
  to: RequestState | null;
  by: By;
  /** one of these duties; the office acts as supervisor */
  duties: readonly Duty[];
  reason?: true;
  /** not by one who has written the answer */
  second?: true;
};

export const editor: VerbRow['duties'] = ['editor'];
export const reviewer: VerbRow['duties'] = ['reviewer'];
export const handling: VerbRow['from'] = ['handling'];

/** Something that is noted while a request is handled. */
export const note = (label: string): VerbRow => ({
  ...{ label, from: handling, to: null, by: 'either', duties: editor },
});
