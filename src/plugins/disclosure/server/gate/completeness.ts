import { dateProblem } from '../../shared/date-rules';
import { isValidDocNo } from '../../shared/document-number';
import { MISSING_PICTURE } from '../../shared/missing-picture';
import { isRequired } from '../domain/field';
import type { RegisteredType } from '../domain/registry';
import { DisclosureError } from '../errors';
import { todayInShanghai } from '../rules/dates';
import type { Values } from '../types';

export type Issue = { field: string; message: string };

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '');

/**
 * What is still missing or wrong before an entry may be submitted. Strapi lets drafts skip every
 * check, so submit and publish both ask here.
 */
export function findIssues(type: RegisteredType, values: Values, now: Date): Issue[] {
  const issues: Issue[] = [];
  const today = todayInShanghai(now);
  for (const [name, field] of Object.entries(type.fields)) {
    const empty = isEmpty(values[name]);
    if (empty && isRequired(field, values.kind)) {
      issues.push({ field: name, message: `请${field.type === 'roster' ? '上传' : '填写'}“${field.label}”` });
    }
    const problem = field.dateRule && dateProblem(values[name], field.dateRule, values, today);
    if (problem) issues.push({ field: name, message: `“${field.label}”${problem}` });
    if (!empty && field.kinds && !field.kinds.includes(String(values.kind))) {
      issues.push({ field: name, message: `“${field.label}”不属于该信息类型，请清空` });
    }
  }
  if (typeof values.docNo === 'string' && values.docNo !== '' && !isValidDocNo(values.docNo)) {
    issues.push({ field: 'docNo', message: '“文号”格式应如“青府发〔2021〕5号”' });
  }
  if (typeof values.body === 'string' && values.body.includes(MISSING_PICTURE)) {
    issues.push({ field: 'body', message: '正文中有图片没有粘贴上，请在标明的地方插入图片' });
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
  const message = `内容还不完整或有误：${issues.map((issue) => issue.message).join('；')}`;
  throw new DisclosureError('INVALID_CONTENT', message, { issues });
}
