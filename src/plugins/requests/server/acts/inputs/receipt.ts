import { z } from 'zod';
import { channelSchema } from '../../application/schema';
import { day, told } from './common';

export const RECEIPT_INPUTS = {
  /** what is given takes the place of what was registered */
  correctReceipt: z
    .strictObject({ ...told, receivedOn: day.optional(), channel: channelSchema.optional() })
    .refine(
      ({ receivedOn, channel }) => receivedOn || channel,
      '请填写更正后的收到日期，或者选择更正后的申请方式',
    ),
};
