import type { State } from '../../../disclosure/server/types';
import type { NoticeKind } from '../contract';

/** The states in which somebody still has to do what a notification asks for. Others only tell. */
const WAITS_IN: Partial<Record<NoticeKind, readonly State[]>> = {
  submitted: ['submitted'],
  returned: ['returned'],
  approved: ['approved', 'scheduled'],
  'schedule-failed': ['approved'],
  due: ['draft', 'submitted', 'returned', 'approved', 'scheduled'],
};

/** The kinds of notifications of a document that ask for nothing any more when it is in a state. Pure. */
export const settledIn = (state: State): NoticeKind[] =>
  (Object.keys(WAITS_IN) as NoticeKind[]).filter((kind) => !WAITS_IN[kind]?.includes(state));
