import { longDate } from '../../../disclosure/server/rules/days-off';
import { ASKED } from '../clock/steps';
import type { RequestVerb } from '../workflow/verbs';
import type { NoticeOf } from './of-acts';

/** A second notice of an act, to somebody else: who asks is told that others are asked, and never whom. */
export const ALSO_OF_ACT: { [V in RequestVerb]?: NoticeOf<V> } = {
  consult: ({ on, of }, { clock }) => ({
    ...{ kind: 'consultationTold', on },
    own: { 征求类别: ASKED[of].whom, 答复期限: clock?.dueOn ? longDate(clock.dueOn) : '' },
  }),
};
