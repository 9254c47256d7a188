import { applicationSchema } from './schema';

const application = (changes: Record<string, object | string> = {}) => ({
  department: 'finance',
  form: { medium: 'electronic', delivery: 'online' },
  ...changes,
  applicant: {
    kind: 'person',
    name: '张三',
    idType: 'idCard',
    idNumber: '11010519491231002x',
    phone: '13800138000',
    ...(changes.applicant as object),
  },
  wanted: { name: '2025年部门预算', ...(changes.wanted as object) },
});

test('an application has the elements of article 29, and nothing more is asked for', () => {
  const found = applicationSchema.parse(application());
  expect(found.applicant.idNumber).toBe('11010519491231002X');
  expect(applicationSchema.safeParse({ ...application(), purpose: '研究' }).success).toBe(false);
});

test.each<[string, object, string]>([
  ['a number that fails its checksum', { applicant: { idNumber: '110105194912310020' } }, '校验码'],
  [
    'a credit code that fails its checksum',
    { applicant: { idType: 'uscc', idNumber: '11441700007280420X' } },
    '校验码',
  ],
  ['no contact', { applicant: { phone: '' } }, '至少填写一项'],
  ['nothing that is asked for', { wanted: { name: '  ', description: '\u0000' } }, '至少填写一项'],
  [
    'an answer by mail without an address of mail',
    { form: { medium: 'paper', delivery: 'post' } },
    '通信地址',
  ],
  ['an answer by e-mail without one', { form: { medium: 'electronic', delivery: 'email' } }, '电子邮箱'],
  ['an e-mail that is none', { applicant: { email: 'a@' } }, '电子邮箱'],
  ['a name without end', { applicant: { name: '张'.repeat(101) } }, '最多100个字'],
  ['a description without end', { wanted: { description: '预'.repeat(2001) } }, '最多2000个字'],
  ['a kind of applicant that is none', { applicant: { kind: 'company' } }, '申请人类型'],
])('%s is refused in words', (_what, changes, words) => {
  const found = applicationSchema.safeParse(application(changes as never));
  expect(found.success).toBe(false);
  expect(JSON.stringify(found.error?.issues)).toContain(words);
});

test.each([
  ['a full-width number', { applicant: { idNumber: '１１０１０５１９４９１２３１００２Ｘ' } }],
  ['a passport', { applicant: { idType: 'passport', idNumber: 'E12345678' } }],
  ['a description alone', { wanted: { name: '', description: '关于老旧小区改造的补助标准\n2024年' } }],
])('%s is taken', (_what, changes) => {
  expect(applicationSchema.safeParse(application(changes as never)).success).toBe(true);
});
