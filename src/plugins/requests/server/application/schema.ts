import { z } from 'zod';
import { isIdentityNumber } from '../../../disclosure/server/privacy/scan/numbers';
import { isValidUscc } from '../../../disclosure/server/rules/organ-codes';
import { APPLICANT_KINDS } from '../../shared/applicants';
import { CHANNELS, codesOf, DELIVERIES, ID_TYPES, MEDIA } from '../../shared/choices';
import { REQUEST_KINDS } from '../../shared/kinds';

/** A line that a person typed; what nobody sees (control characters) is no part of it. */
const line = (label: string, most: number) =>
  z
    .string(`请填写${label}`)
    .transform((text) =>
      text
        .normalize('NFC')
        .replace(/\p{Cc}/gu, ' ')
        .trim(),
    )
    .pipe(z.string().max(most, `${label}最多${most}个字`));
const given = (label: string, most: number) => line(label, most).pipe(z.string().min(1, `请填写${label}`));
const optional = (label: string, most: number) =>
  line(label, most)
    .transform((text) => text || undefined)
    .optional();
const words = (label: string, most: number) =>
  z
    .string(`请填写${label}`)
    .transform((text) =>
      text
        .normalize('NFC')
        .replace(/\r\n?/g, '\n')
        .replace(/[^\P{Cc}\n\t]/gu, '')
        .trim(),
    )
    .pipe(z.string().max(most, `${label}最多${most}个字`))
    .transform((text) => text || undefined)
    .optional();

const idNumber = z
  .string('请填写证件号码')
  .transform((text) => text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase())
  .pipe(z.string().min(4, '请填写证件号码').max(30, '证件号码过长'));

const CHECKED: Partial<Record<(typeof ID_TYPES)[number]['code'], (value: string) => boolean>> = {
  idCard: isIdentityNumber,
  uscc: isValidUscc,
};

/** Name, proof of identity and contact of the applicant (条例第二十九条第一项). */
export const applicantSchema = z
  .strictObject({
    kind: z.enum(codesOf(APPLICANT_KINDS), '请选择申请人类型'),
    name: given('申请人姓名或者名称', 100),
    idType: z.enum(codesOf(ID_TYPES), '请选择证件类型'),
    idNumber,
    /** of an organisation: who speaks for it */
    contactName: optional('联系人', 50),
    phone: optional('联系电话', 30).refine(
      (text) => !text || /^[\d+() -]{5,}$/.test(text),
      '联系电话格式有误',
    ),
    email: optional('电子邮箱', 254).refine(
      (text) => !text || z.email().safeParse(text).success,
      '电子邮箱格式有误',
    ),
    address: optional('通信地址', 200),
    postcode: optional('邮政编码', 6).refine((text) => !text || /^\d{6}$/.test(text), '邮政编码是6位数字'),
  })
  .superRefine((applicant, context) => {
    const isRight = CHECKED[applicant.idType];
    if (isRight && !isRight(applicant.idNumber)) {
      context.addIssue({ code: 'custom', path: ['idNumber'], message: '证件号码有误（校验码不符），请核对' });
    }
    if (!applicant.phone && !applicant.email && !applicant.address) {
      context.addIssue({
        code: 'custom',
        path: ['phone'],
        message: '联系电话、电子邮箱、通信地址请至少填写一项，以便答复',
      });
    }
  });

/** What is asked for: its name, number or a description (条例第二十九条第二项). */
export const wantedSchema = z
  .strictObject({
    name: optional('信息名称', 200),
    docNo: optional('文号', 100),
    description: words('信息的特征描述', 2_000),
    /** what shows that a record is wrong, and what it should say (条例第四十一条) */
    evidence: words('更正的理由和证据', 2_000),
  })
  .refine(
    ({ name, docNo, description }) => name || docNo || description,
    '信息名称、文号、特征描述请至少填写一项',
  );

/** 形式要求 (条例第二十九条第三项). */
export const formSchema = z.strictObject({
  medium: z.enum(codesOf(MEDIA), '请选择载体形式'),
  delivery: z.enum(codesOf(DELIVERIES), '请选择获取方式'),
});

/** Where each way of handing over leads to. */
const ADDRESSED: Partial<Record<z.infer<typeof formSchema>['delivery'], 'email' | 'address'>> = {
  email: 'email',
  post: 'address',
};

/**
 * An application: the elements of 条例第二十九条, and nothing more that would be mandatory. What it is for is not asked:
 * the regulation does not want to know.
 */
export const applicationSchema = z
  .strictObject({
    kind: z.enum(codesOf(REQUEST_KINDS), '请选择申请的类型').default('information'),
    department: given('申请的机关', 64),
    applicant: applicantSchema,
    wanted: wantedSchema,
    form: formSchema,
  })
  .superRefine(({ kind, applicant, wanted, form }, context) => {
    if (kind === 'correction' && !wanted.evidence) {
      context.addIssue({
        ...{ code: 'custom', path: ['wanted', 'evidence'] },
        message: '申请更正的，请说明记录哪里不准确、应当怎样更正，并写明证据',
      });
    }
    const field = ADDRESSED[form.delivery];
    if (field && !applicant[field]) {
      const label = field === 'email' ? '电子邮箱' : '通信地址';
      context.addIssue({
        code: 'custom',
        path: ['applicant', field],
        message: `请填写${label}，以便送达答复`,
      });
    }
  });

export type Application = z.infer<typeof applicationSchema>;
export type Applicant = Application['applicant'];
export type Wanted = Application['wanted'];
export type Form = Application['form'];

export const channelSchema = z.enum(codesOf(CHANNELS), '请选择申请的方式');
