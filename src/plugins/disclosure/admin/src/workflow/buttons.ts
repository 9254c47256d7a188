import type { Desk } from '../../../server/desk/contract';

/** Whether a verb may be used now. */
export const isOn = (desk: Desk, verb: string): boolean =>
  desk.buttons.some((button) => button.verb === verb && button.allowed);
