import { OUTCOMES } from '../../shared/outcomes';
import { CORRECTED_FIELDS } from './acts/corrected';
import { METHOD, SERVED, TRACKING } from './acts/delivery';
import { FLOW_FIELDS } from './acts/flow';
import { RECEIPT_FIELDS } from './acts/receipt';

export type Choice = { code: string; label: string };

/** A field of a form; its name with a dot stands for a field in an object. */
export type ActField = {
  name: string;
  label: string;
  kind: 'date' | 'text' | 'words' | 'number' | 'choice' | 'consultation' | 'department' | 'dispute';
  choices?: readonly Choice[];
  hint?: string;
  optional?: true;
  /** asked only where another field has this value, or one of these */
  when?: { name: string; is: string | readonly string[] };
};

const on = (label: string): ActField => ({ name: 'on', label, kind: 'date' });
const until = (label: string): ActField => ({ name: 'until', label, kind: 'date' });
const consultation: ActField = { name: 'consultation', label: '征求意见书', kind: 'consultation' };

/** What each verb asks for beside a reason. */
export const ACT_FIELDS: Record<string, readonly ActField[]> = {
  register: [
    {
      name: 'receivedOn',
      label: '收到申请之日',
      kind: 'date',
      hint: '网上申请以双方确认之日为准；答复期限从次日起算',
    },
  ],
  assign: [{ name: 'department', label: '承办部门', kind: 'department' }],
  askCorrection: [
    on('告知日期'),
    until('补正期限'),
    { name: 'items', label: '需要补正的事项', kind: 'words', hint: '一次性写全：补正只能告知一次' },
  ],
  noteCorrection: [on('收到补正的日期'), ...CORRECTED_FIELDS],
  askReason: [on('告知日期'), until('说明理由的期限')],
  noteReason: [on('收到日期'), { name: 'text', label: '申请人的理由', kind: 'words' }],
  delay: [on('告知日期'), until('延迟至')],
  consult: [
    on('发出日期'),
    {
      name: 'of',
      label: '征求谁的意见',
      kind: 'choice',
      choices: [
        { code: 'thirdParty', label: '第三方（商业秘密、个人隐私）' },
        { code: 'coMaker', label: '共同制作的机关' },
        { code: 'otherOrgan', label: '其他机关' },
      ],
    },
    { name: 'whom', label: '名称', kind: 'text' },
  ],
  noteConsultationReceipt: [consultation, on('对方签收日期'), METHOD, ...SERVED],
  noteConsultationReply: [consultation, on('收到意见的日期'), { name: 'text', label: '意见', kind: 'words' }],
  extend: [
    on('决定日期'),
    { name: 'days', label: '延长的工作日数', kind: 'number', hint: '最多20个工作日，只能延长一次' },
  ],
  ...RECEIPT_FIELDS,
  ...FLOW_FIELDS,
  saveAnswer: [
    { name: 'answer.outcome', label: '办理结果', kind: 'choice', choices: OUTCOMES },
    { name: 'answer.text', label: '答复内容', kind: 'words' },
    {
      name: 'answer.reasons',
      label: '理由和依据',
      kind: 'words',
      hint: '不是全部公开的，必须说明',
      optional: true,
    },
  ],
  send: [on('发出日期'), METHOD, TRACKING],
  noteService: [
    on('送达日期'),
    METHOD,
    { name: 'how', label: '送达情况', kind: 'text', hint: '如：本人签收、邮件投递成功、网上下载' },
    ...SERVED,
  ],
};

/** Steps with a form of their own. */
export const OWN_FORM: readonly string[] = ['split'];

type Values = Readonly<Record<string, string>>;

/** The fields that are asked for, as far as it is filled in. */
export const askedOf = (fields: readonly ActField[], values: Values): readonly ActField[] =>
  fields.filter(({ when }) => !when || [when.is].flat().includes(values[when.name] ?? ''));

/** What was filled in, as the server reads it; what is not asked for any more is not sent. */
export function toBody(fields: readonly ActField[], values: Values): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const { name, kind } of askedOf(fields, values)) {
    const value = values[name]?.trim();
    if (!value) continue;
    const read = kind === 'number' ? Number(value) : value;
    const [first, second] = name.split('.') as [string, string | undefined];
    if (second === undefined) body[first] = read;
    else body[first] = { ...(body[first] as object | undefined), [second]: read };
  }
  return body;
}

export const isComplete = (fields: readonly ActField[], values: Values): boolean =>
  askedOf(fields, values).every(({ name, optional }) => optional || Boolean(values[name]?.trim()));
