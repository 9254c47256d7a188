import { z } from 'zod';
import { codesOf, SERVICE_METHODS } from '../../shared/choices';
import { channelSchema, wantedSchema } from '../application/schema';
import { CONSULTED } from '../clock/events';
import { recordFields, serviceFields } from '../documents/service-fields';
import type { RequestVerb } from '../workflow/verbs';
import { answerSchema } from './answer';
import { CLOSING_INPUTS } from './inputs/closing';
import { day, told, words } from './inputs/common';
import { DISPUTE_INPUTS } from './inputs/disputes';
import { FEE_INPUTS } from './inputs/fees';
import { RECEIPT_INPUTS } from './inputs/receipt';
import { REVIEW_INPUTS } from './inputs/reviews';
import { TRANSFER_INPUTS } from './inputs/transfer';

const consultation = z.string('请选择征求意见书').min(1).max(64);

/** What each verb is told. */
export const INPUTS = {
  register: z.strictObject({ ...told, receivedOn: day, channel: channelSchema.optional() }),
  assign: z.strictObject({ ...told, department: words('承办部门', 64) }),
  split: z.strictObject({
    ...told,
    parts: z.array(wantedSchema).min(2, '至少拆分为两件').max(20, '一次最多拆分为20件'),
  }),
  askCorrection: z.strictObject({ ...told, on: day, until: day, items: words('需要补正的事项') }),
  noteCorrection: z.strictObject({ ...told, on: day, wanted: wantedSchema.optional() }),
  askReason: z.strictObject({ ...told, on: day, until: day }),
  noteReason: z.strictObject({ ...told, on: day, text: words('申请人的理由') }),
  delay: z.strictObject({ ...told, on: day, until: day }),
  consult: z.strictObject({
    ...told,
    on: day,
    of: z.enum(CONSULTED, '请选择征求谁的意见'),
    whom: words('征求意见的对象', 200),
  }),
  noteConsultationReceipt: z.strictObject({
    ...{ ...told, ...serviceFields, ...recordFields, on: day, consultation },
    method: z.enum(codesOf(SERVICE_METHODS), '请选择送达方式'),
  }),
  noteConsultationReply: z.strictObject({ ...told, on: day, consultation, text: words('意见') }),
  extend: z.strictObject({ ...told, on: day, days: z.int('请填写延长的工作日数') }),
  ...FEE_INPUTS,
  saveAnswer: z.strictObject({ ...told, answer: answerSchema }),
  submit: z.strictObject(told),
  return: z.strictObject(told),
  ...RECEIPT_INPUTS,
  ...REVIEW_INPUTS,
  approve: z.strictObject(told),
  send: z.strictObject({
    ...told,
    on: day,
    method: z.enum(codesOf(SERVICE_METHODS), '请选择送达方式'),
    tracking: z.string().trim().max(60).optional(),
  }),
  noteService: z.strictObject({ ...told, ...serviceFields, on: day, how: words('送达情况', 200) }),
  archive: z.strictObject(told),
  ...TRANSFER_INPUTS,
  ...CLOSING_INPUTS,
  ...DISPUTE_INPUTS,
} as const satisfies Record<RequestVerb, z.ZodType>;

export type InputOf<V extends RequestVerb> = z.infer<(typeof INPUTS)[V]>;
