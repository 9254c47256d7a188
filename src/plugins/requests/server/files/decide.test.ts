import type { Duty, Member } from '../../../disclosure/server/types';
import { FILE_ROLES } from '../../shared/files';
import { STATES } from '../../shared/states';
import { fileRefusal, mayReadFiles } from './decide';

const member = (department: string, ...duties: Duty[]): Member => ({
  ...{ kind: 'member', personId: department, name: '某人', department, duties, via: 'admin' },
});
const subject = (state: string) => ({ owner: 'finance', state, version: 1, authors: [] }) as never;
const codes = (actor: Member | null, role: string) =>
  STATES.map(({ code }) => fileRefusal(role as never, actor, subject(code))?.code ?? code);

test('the files of an answer are the drafting department’s, while it drafts', () => {
  for (const role of ['answer', 'original', 'redaction']) {
    expect(codes(member('finance', 'editor'), role).filter((code) => !/[A-Z]/.test(code))).toEqual([
      'handling',
    ]);
    expect(codes(member('district-office', 'supervisor'), role)).not.toContain('handling');
    expect(codes(member('finance', 'reviewer'), role)).not.toContain('handling');
  }
});

test('what the applicant sent is added by who registers, until the answer is under review', () => {
  const open = ['submitted', 'handling'];
  const may = (actor: Member) => codes(actor, 'application').filter((code) => !/[A-Z]/.test(code));
  expect(may(member('finance', 'editor'))).toEqual(open);
  expect(may(member('district-office', 'supervisor'))).toEqual(open);
});

test.each(FILE_ROLES.map(({ code }) => code))('to other departments, files (%s) do not exist', (role) => {
  expect(new Set(codes(member('health', 'editor', 'reviewer', 'publisher'), role))).toEqual(
    new Set(['NOT_FOUND']),
  );
  expect(new Set(codes(null, role))).toEqual(new Set(['NO_ACTOR']));
});

test('auditors read what was done, not what stands in files', () => {
  expect(mayReadFiles(member('district-office', 'auditor'))).toBe(false);
  expect(mayReadFiles(member('finance', 'reviewer'))).toBe(true);
  expect(mayReadFiles(null)).toBe(false);
});
