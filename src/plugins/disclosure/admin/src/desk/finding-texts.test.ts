import type { DeskFinding } from '../../../server/desk/contract';
import { adviceFor, headingFor, maskable, neededFor } from './finding-texts';

const finding = (changes: Partial<DeskFinding> = {}): DeskFinding => ({
  field: 'body',
  label: '正文',
  kind: 'identity-number',
  kindName: '身份证号',
  level: 'sure',
  masked: '110105********002X',
  context: '',
  position: null,
  file: null,
  place: null,
  ...changes,
});
const phone = finding({ kind: 'phone', level: 'warn' });
const inFile = finding({ file: '名单.xlsx', place: '工作表“低保”第12行' });
const unchecked = finding({ kind: 'unchecked-file', level: 'warn', file: '旧.doc' });

test.each([
  ['a number in a field', finding(), /一键遮盖/],
  ['a number in an attachment', inFile, /重新上传/],
  ['a phone number', phone, /办公电话/],
])('%s comes with what to do', (_what, found, advice) => expect(adviceFor(found)).toMatch(advice));

test('an attachment that nobody could check says itself what to do', () => {
  expect(adviceFor(unchecked)).toBeNull();
});

test.each([
  ['submit', [finding()], 'reason'],
  ['submit', [phone, unchecked], null],
  ['approve', [finding()], 'confirmation'],
  ['publish', [finding()], null],
])('%s asks for what it needs', (verb, findings, needed) => {
  expect(neededFor(verb, { findings })).toBe(needed);
});

test('attachments cannot be masked by a button', () => {
  expect(maskable([finding(), inFile, phone, unchecked])).toEqual({ sure: 1, phones: 1 });
});

const override = { reason: '依法公开', by: '甲', at: '', confirmedBy: null, confirmedAt: null };
test.each([
  [[finding()], null, '发现个人信息，不能直接公开'],
  [[finding()], override, '含有个人信息，须核对确认'],
  [[finding()], { ...override, confirmedBy: '乙' }, '含有个人信息，已确认依法公开'],
  [[phone], null, '公开前请核对'],
])('the heading says how far it is', (findings, personalDataOverride, heading) => {
  expect(headingFor({ findings, personalDataOverride })).toBe(heading);
});
