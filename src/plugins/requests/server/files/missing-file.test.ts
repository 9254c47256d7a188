import type { FileRole } from '../../shared/files';
import { missingFile } from './missing-file';

const asked = (
  outcome: string,
  text: string,
  roles: readonly FileRole[] = [],
  publications: readonly string[] = [],
) => missingFile({ outcome, text, publications: [...publications] }, roles);

test('what is granted in part names the file that is missing, unless it points to what is public (条例第三十七条)', () => {
  expect(asked('partialGrant', '公开其中一部分。')).toContain('第三十七条');
  // what the applicant has sent, and an original, are not handed over
  expect(asked('partialGrant', '公开其中一部分。', ['application', 'original'])).toContain('第三十七条');
  expect(asked('partialGrant', '公开其中一部分。', ['answer'])).toBeNull();
  expect(asked('partialGrant', '请查阅已公开的文件。', [], ['a'])).toBeNull();
});

test('an answer that speaks of an attachment has one, whatever its outcome', () => {
  expect(asked('granted', '监理合同见附件。')).toContain('附件');
  expect(asked('granted', '监理合同见附件。', ['answer'])).toBeNull();
  expect(asked('granted', '该项目于2025年竣工。')).toBeNull();
  expect(asked('denied.stateSecret', '不予公开。')).toBeNull();
});

test('a redacted copy that nobody has accepted is not handed over, and says so', () => {
  expect(asked('partialGrant', '公开其中一部分。', ['original', 'redaction'])).toContain('遮盖件');
  expect(asked('partialGrant', '公开其中一部分。', ['answer', 'redaction'])).toContain('遮盖件');
});
