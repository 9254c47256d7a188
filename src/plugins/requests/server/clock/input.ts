import type { WorkingCalendar } from '../../../disclosure/server/rules/working-days';
import type { RequestEvent } from './events';
import type { ClockSettings } from './settings';

/** Everything that the clock of a request is computed from. */
export type ClockInput = {
  events: readonly RequestEvent[];
  calendar: WorkingCalendar;
  settings: ClockSettings;
  /** the day as of which it is asked: nothing that happened later counts */
  today: string;
  /** the last step is the applicant's, who has withdrawn it: in words alone */
  isWithdrawn?: boolean;
};
