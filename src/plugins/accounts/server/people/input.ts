import { z } from 'zod';
import { DUTIES } from '../../../disclosure/server/types';

// biome-ignore lint/suspicious/noControlCharactersInRegex: what must not be in a name
const CONTROL = /[\u0000-\u001f\u007f]/;

export const nameSchema = z
  .string('请填写姓名')
  .trim()
  .min(1, '请填写姓名')
  .max(60, '姓名最多60个字')
  .refine((name) => !CONTROL.test(name), '姓名里有不能显示的字符');
export const emailSchema = z
  .string('请填写登录邮箱')
  .trim()
  .toLowerCase()
  .max(254, '登录邮箱太长')
  .pipe(z.email('登录邮箱不是邮箱地址'));
export const departmentSchema = z.string('请选择部门').min(1, '请选择部门').max(100);
export const dutiesSchema = z
  .array(z.enum(DUTIES, '没有这样的职责'), '请至少选择一项职责')
  .min(1, '请至少选择一项职责')
  .max(DUTIES.length)
  .refine((duties) => new Set(duties).size === duties.length, '职责重复');
export const reasonSchema = z.string('请填写理由').trim().min(1, '请填写理由').max(500, '理由最多500个字');

/** A new person: her name, her address as sign-in name, her department and duties. */
export const newPersonSchema = z.strictObject({
  name: nameSchema,
  email: emailSchema,
  department: departmentSchema,
  duties: dutiesSchema,
});
export type NewPerson = z.infer<typeof newPersonSchema>;

export const peopleQuerySchema = z.strictObject({
  q: z.string().trim().max(100).optional(),
  department: z.string().max(100).optional(),
  state: z.enum(['active', 'initial', 'locked', 'disabled']).optional(),
  page: z.coerce.number().int().min(1).max(1000).default(1),
});
