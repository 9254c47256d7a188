import { APPLICANT_KINDS } from '../../../shared/applicants';
import { CHANNELS, type Channel, DELIVERIES, ID_TYPES, MEDIA } from '../../../shared/choices';
import { REQUEST_KINDS } from '../../../shared/kinds';
import type { ActField } from '../act-fields';

/** Which day is that of the receipt (条例第三十一条). */
const RECEIPTS: readonly { channels: readonly Channel[]; hint: string }[] = [
  { channels: ['inPerson', 'oral'], hint: '当面提出的，以提交之日为准；答复期限从次日起算' },
  {
    channels: ['letter'],
    hint: '需要签收的信函，以签收之日为准；平信，收到当日与申请人确认，以确认之日为准；答复期限从次日起算',
  },
  { channels: ['email', 'fax'], hint: '请与申请人确认，以双方确认之日为准；答复期限从次日起算' },
];
const ORGANISATIONS = APPLICANT_KINDS.map(({ code }) => code).filter((code) => code !== 'person');

/** How and when it came. */
export const OUTER_FIELDS: readonly ActField[] = [
  {
    name: 'channel',
    label: '申请的方式',
    kind: 'choice',
    choices: CHANNELS.filter(({ code }) => code !== 'online'),
  },
  ...RECEIPTS.map(
    ({ channels, hint }): ActField => ({
      ...{ name: 'receivedOn', label: '收到申请之日', kind: 'date', hint },
      when: { name: 'channel', is: channels },
    }),
  ),
];
/** The application itself (条例第二十九条). */
export const APPLICATION_FIELDS: readonly ActField[] = [
  { name: 'kind', label: '申请的类型', kind: 'choice', choices: REQUEST_KINDS },
  { name: 'department', label: '申请的机关', kind: 'department' },
  { name: 'applicant.kind', label: '申请人类型', kind: 'choice', choices: APPLICANT_KINDS },
  { name: 'applicant.name', label: '姓名或者单位名称', kind: 'text' },
  { name: 'applicant.idType', label: '证件类型', kind: 'choice', choices: ID_TYPES },
  { name: 'applicant.idNumber', label: '证件号码', kind: 'text' },
  {
    ...{ name: 'applicant.contactName', label: '联系人', kind: 'text', optional: true },
    when: { name: 'applicant.kind', is: ORGANISATIONS },
  },
  { name: 'applicant.phone', label: '联系电话', kind: 'text', optional: true },
  { name: 'applicant.email', label: '电子邮箱', kind: 'text', optional: true },
  {
    name: 'applicant.address',
    label: '通信地址',
    kind: 'text',
    optional: true,
    hint: '电话、邮箱、地址至少填写一项',
  },
  { name: 'applicant.postcode', label: '邮政编码', kind: 'text', optional: true },
  { name: 'wanted.name', label: '信息名称', kind: 'text', optional: true },
  { name: 'wanted.docNo', label: '文号', kind: 'text', optional: true },
  {
    name: 'wanted.description',
    label: '特征描述',
    kind: 'words',
    optional: true,
    hint: '名称、文号、描述至少填写一项',
  },
  {
    name: 'wanted.evidence',
    label: '更正的理由和证据',
    kind: 'words',
    when: { name: 'kind', is: 'correction' },
  },
  { name: 'form.medium', label: '载体形式', kind: 'choice', choices: MEDIA },
  {
    ...{ name: 'form.delivery', label: '获取方式', kind: 'choice', choices: DELIVERIES },
    hint: '选“电子邮件”的须填写电子邮箱，选“邮寄”的须填写通信地址',
  },
];
