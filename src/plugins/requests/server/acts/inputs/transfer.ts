import { z } from 'zod';
import { someWords, told, words } from './common';

export const TRANSFER_INPUTS = {
  proposeTransfer: z.strictObject({ ...told, department: someWords('建议的部门', 64) }),
  declineTransfer: z.strictObject(told),
  notOurs: z.strictObject({
    ...told,
    organ: words('负责公开的机关', 100),
    contact: words('该机关的联系方式', 200),
  }),
};
