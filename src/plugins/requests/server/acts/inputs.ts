import { z } from 'zod';
import { isIsoDate } from '../../../disclosure/server/rules/dates';
import { codesOf, DELIVERIES } from '../../shared/choices';
import { channelSchema, wantedSchema } from '../application/schema';
import { CONSULTED } from '../clock/events';
import { serviceFields } from '../documents/service-fields';
import { FEE_BASES } from '../fees/fees';
import type { RequestVerb } from '../workflow/verbs';
import { answerSchema } from './answer';

const day = z.string('请填写日期').refine(isIsoDate, '日期请按“年-月-日”填写');
const words = (label: string, most = 2_000) =>
  z.string(`请填写${label}`).trim().min(1, `请填写${label}`).max(most, `${label}最多${most}个字`);
const told = {
  reason: z.string().trim().max(1_000, '理由最多1000个字').optional(),
  expectedVersion: z.int().optional(),
};
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
  noteConsultationReceipt: z.strictObject({ ...told, on: day, consultation }),
  noteConsultationReply: z.strictObject({ ...told, on: day, consultation, text: words('意见') }),
  extend: z.strictObject({ ...told, on: day, days: z.int('请填写延长的工作日数') }),
  notifyFee: z.strictObject({
    ...told,
    on: day,
    // one basis, never both (国办函〔2020〕109号第三条)
    basis: z.enum(FEE_BASES, '按件、按量只能选择一种'),
    pages: z.int('请填写页数').min(0).max(100_000).optional(),
  }),
  notePayment: z.strictObject({ ...told, on: day }),
  saveAnswer: z.strictObject({ ...told, answer: answerSchema }),
  submit: z.strictObject(told),
  return: z.strictObject(told),
  approve: z.strictObject({
    ...told,
    legalOpinion: words('法律顾问审查意见', 1_000),
    secrecyOpinion: words('保密审查意见', 1_000),
  }),
  send: z.strictObject({
    ...told,
    on: day,
    method: z.enum(codesOf(DELIVERIES), '请选择送达方式'),
    tracking: z.string().trim().max(60).optional(),
  }),
  noteService: z.strictObject({ ...told, ...serviceFields, on: day, how: words('送达情况', 200) }),
  archive: z.strictObject(told),
} as const satisfies Record<RequestVerb, z.ZodType>;

export type InputOf<V extends RequestVerb> = z.infer<(typeof INPUTS)[V]>;
