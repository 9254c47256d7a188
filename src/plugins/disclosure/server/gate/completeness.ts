import type { Field } from '../domain/field';
import type { RegisteredType } from '../domain/registry';
import { DisclosureError } from '../errors';
import { todayInShanghai } from '../rules/dates';
import { isValidDocNo } from '../rules/document-number';
import type { Values } from '../types';

export type Issue = { field: string; message: string };

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '');

/** What is wrong with a field of an entry of this kind, by its description alone. */
function checkField(field: Field, value: unknown, kind: string): string | null {
  const { label, requiredToSubmit, kinds, optionalFor } = field;
  if (kinds && !kinds.includes(kind)) return isEmpty(value) ? null : `“${label}”不属于该信息类型,请清空`;
  if (!requiredToSubmit || optionalFor?.includes(kind) || !isEmpty(value)) return null;
  return field.type === 'roster' ? `请上传“${label}”` : `请填写“${label}”`;
}

/**
 * What is still missing or wrong before an entry may be submitted. Strapi lets drafts skip every
 * check, so submit and publish both ask here.
 */
export function findIssues(type: RegisteredType, values: Values, now: Date): Issue[] {
  const issues: Issue[] = [];
  for (const [name, field] of Object.entries(type.fields)) {
    const message = checkField(field, values[name], String(values.kind));
    if (message) issues.push({ field: name, message });
  }
  if (typeof values.formedOn === 'string' && values.formedOn > todayInShanghai(now)) {
    issues.push({ field: 'formedOn', message: '“成文日期”不能晚于今天' });
  }
  if (typeof values.docNo === 'string' && values.docNo !== '' && !isValidDocNo(values.docNo)) {
    issues.push({ field: 'docNo', message: '“文号”格式应如“青府发〔2021〕5号”' });
  }
  if (values.disclosureMode && values.disclosureMode !== 'proactive') {
    issues.push({ field: 'disclosureMode', message: '只有“主动公开”的信息可以发布' });
  }
  return [...issues, ...(type.manifest.validate?.(values) ?? [])];
}

/** @throws DisclosureError INVALID_CONTENT with every issue */
export function assertComplete(type: RegisteredType, values: Values, now: Date): void {
  const issues = findIssues(type, values, now);
  if (issues.length === 0) return;
  const message = `内容还不完整或有误:${issues.map((issue) => issue.message).join(';')}`;
  throw new DisclosureError('INVALID_CONTENT', message, { issues });
}
