import { z } from 'zod';
import { day, told, words } from './common';

export const CLOSING_INPUTS = {
  close: z.strictObject({ ...told, on: day }),
  noteWithdrawal: z.strictObject({ ...told, on: day, how: words('撤回的方式和情况', 500) }),
};
