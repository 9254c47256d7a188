/** @jest-environment ./tests/integration/helpers/environment.cjs */
import {
  bearer,
  codeNow,
  cookieOf,
  enrol,
  freezeClock,
  get,
  login,
  makePerson,
  makeSettledPerson,
  pass,
  post,
  resetClock,
  signedIn,
} from './helpers/accounts';
import { call } from './helpers/call';
import { nativeEnvironment } from './helpers/native';
import { type Credentials, NOBODY } from './helpers/people';
import { type Product, startProduct } from './helpers/product';

let product: Product;
let office: Credentials;

beforeAll(async () => {
  product = await startProduct();
  office = await signedIn(product, 'office-supervisor@example.test', product.demoPassword);
});
beforeEach(freezeClock);
afterEach(() => {
  resetClock();
  product.strapi.config.set('plugin::accounts.secondFactor', { requiredFor: [] });
});
afterAll(() => product.stop());

/** A person with a second factor. */
async function withFactor(email: string) {
  const person = await makeSettledPerson(product, office, email);
  return { ...person, ...(await enrol(product, person)) };
}

const oblige = (...who: string[]) =>
  product.strapi.config.set('plugin::accounts.secondFactor', { requiredFor: who });

describe('signing in with a code', () => {
  test('asks for the code after the password, and lets in with both', async () => {
    const { email, password, secret } = await withFactor('both@example.test');
    pass({ seconds: 31 });
    const asked = await login(product, email, password);
    expect(asked).toMatchObject({ status: 403, code: 'SECOND_FACTOR_REQUIRED' });
    expect(asked.headers.get('set-cookie')).toBeNull();
    expect(asked.text).not.toContain('token');
    expect((await login(product, email, 'wrong', { code: codeNow(secret) })).code).toBe(
      'INVALID_CREDENTIALS',
    );
    expect((await login(product, email, password, { code: codeNow(secret) })).status).toBe(200);
  });

  test('takes no code twice, not even that of the confirmation', async () => {
    const { email, password, secret } = await withFactor('replay@example.test');
    expect((await login(product, email, password, { code: codeNow(secret) })).code).toBe(
      'INVALID_CREDENTIALS',
    );
    pass({ seconds: 31 });
    const code = codeNow(secret);
    expect((await login(product, email, password, { code })).status).toBe(200);
    expect((await login(product, email, password, { code })).code).toBe('INVALID_CREDENTIALS');
  });

  test('takes one code once, also where it is sent twice at the same moment', async () => {
    const { email, password, secret } = await withFactor('race@example.test');
    pass({ seconds: 31 });
    const code = codeNow(secret);
    const answers = await Promise.all([1, 2, 3].map(() => login(product, email, password, { code })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test('locks after five wrong codes', async () => {
    const { email, password, secret } = await withFactor('guess@example.test');
    pass({ seconds: 31 });
    for (let turn = 0; turn < 5; turn += 1) await login(product, email, password, { code: '000000' });
    expect((await login(product, email, password, { code: codeNow(secret) })).code).toBe('ACCOUNT_LOCKED');
  });

  test('a right password between two wrong codes does not begin the counting anew', async () => {
    const { email, password } = await withFactor('between@example.test');
    const codes = [];
    for (let turn = 0; turn < 5; turn += 1) {
      expect((await login(product, email, password)).code).toBe('SECOND_FACTOR_REQUIRED');
      codes.push((await login(product, email, password, { code: '000000' })).code);
    }
    expect(codes.at(-1)).toBe('ACCOUNT_LOCKED');
  });

  test('a recovery code that was printed before a switch to the national algorithms lets in, and new ones are kept by them', async () => {
    const { email, password, recoveryCodes, secret } = await withFactor('switched@example.test');
    nativeEnvironment().ENCRYPTION_PROFILE = 'sm';
    try {
      const answer = await login(product, email, password, { code: recoveryCodes[0] });
      expect(answer.status).toBe(200);
      pass({ seconds: 61 });
      const who = bearer(answer.body.data.token);
      const body = { password, code: codeNow(secret) };
      const renewed = await post(product, who, '/accounts/me/recovery-codes', body);
      const [code] = renewed.body.data.recoveryCodes;
      expect((await login(product, email, password, { code })).status).toBe(200);
    } finally {
      nativeEnvironment().ENCRYPTION_PROFILE = '';
    }
  });

  test('a recovery code lets in once, however it is typed; new ones end the old', async () => {
    const { email, password, recoveryCodes, secret } = await withFactor('recovery@example.test');
    const [first = '', second = ''] = recoveryCodes;
    const answer = await login(product, email, password, { code: first.toLowerCase().replaceAll('-', ' ') });
    expect(answer.status).toBe(200);
    expect((await login(product, email, password, { code: first })).code).toBe('INVALID_CREDENTIALS');
    const who = bearer(answer.body.data.token);
    expect((await get(product, who, '/accounts/me')).body.data.secondFactor.recoveryCodes).toBe(9);
    pass({ seconds: 61 });
    const renewed = await post(product, who, '/accounts/me/recovery-codes', {
      password,
      code: codeNow(secret),
    });
    expect(renewed.body.data.recoveryCodes).toHaveLength(10);
    expect((await login(product, email, password, { code: second })).code).toBe('INVALID_CREDENTIALS');
  });
});

describe('no way leads past it', () => {
  test('neither a reset of the password nor an invitation signs in by itself', async () => {
    const { email, secret } = await withFactor('reset@example.test');
    const users = product.strapi.db.query('admin::user');
    await users.update({
      where: { email },
      data: { resetPasswordToken: 'token-1', resetPasswordTokenExpiresAt: new Date(Date.now() + 60_000) },
    });
    const reset = await post(product, NOBODY, '/admin/reset-password', {
      resetPasswordToken: 'token-1',
      password: 'Harbour-view-81',
    });
    expect(reset).toMatchObject({ status: 403, code: 'SECOND_FACTOR_REQUIRED' });
    expect(reset.headers.get('set-cookie')).toBeNull();

    await users.update({ where: { email }, data: { registrationToken: 'token-2' } });
    const registered = await post(product, NOBODY, '/admin/register', {
      registrationToken: 'token-2',
      userInfo: { firstname: '王小明', password: 'Harbour-view-82' },
    });
    expect(registered).toMatchObject({ status: 403, code: 'SECOND_FACTOR_REQUIRED' });
    expect(registered.headers.get('set-cookie')).toBeNull();
    pass({ seconds: 31 });
    expect((await login(product, email, 'Harbour-view-82', { code: codeNow(secret) })).status).toBe(200);
  });

  test('a session that was begun before ends when the factor is set up elsewhere, its renewal too', async () => {
    const person = await makeSettledPerson(product, office, 'elsewhere@example.test');
    const before = await login(product, person.email, person.password);
    const cookie = cookieOf(before);
    await enrol(product, person);
    expect((await get(product, bearer(before.body.data.token), '/disclosure/desk')).status).toBe(401);
    const renewed = await call(`${product.url}/admin/access-token`, { method: 'POST', headers: { cookie } });
    expect(renewed.status).toBe(401);
  });

  test('Strapi’s own session manager begins none without it', async () => {
    const { email } = await withFactor('manager@example.test');
    const user = await product.strapi.db.query('admin::user').findOne({ where: { email } });
    const manager = product.strapi.sessionManager as unknown as (origin: string) => {
      generateRefreshToken(id: string, device: string, options: object): Promise<unknown>;
    };
    await expect(
      manager('admin').generateRefreshToken(String(user.id), 'device', { type: 'refresh' }),
    ).rejects.toMatchObject({ code: 'SECOND_FACTOR_REQUIRED' });
  });

  test('it is set up and changed with the password alone by nobody', async () => {
    const { who, password, secret } = await withFactor('twice@example.test');
    expect((await post(product, who, '/accounts/me/second-factor', { password })).code).toBe(
      'INVALID_TRANSITION',
    );
    expect(
      (await post(product, who, '/accounts/me/second-factor/confirm', { code: codeNow(secret) })).status,
    ).toBe(400);
    const remove = (body: object) => post(product, who, '/accounts/me/second-factor/remove', body);
    pass({ seconds: 31 });
    expect((await remove({ password })).code).toBe('INVALID_INPUT');
    expect((await remove({ password: 'wrong', code: codeNow(secret) })).code).toBe('INVALID_CREDENTIALS');
    expect((await remove({ password, code: '000000' })).code).toBe('INVALID_CREDENTIALS');
    expect((await remove({ password, code: codeNow(secret) })).status).toBe(200);
  });
});

describe('where the district obliges', () => {
  test('an obliged person does nothing before she has set it up', async () => {
    const person = await makePerson(product, office, 'obliged@example.test', { duties: ['auditor'] });
    oblige('auditor');
    const answer = await login(product, person.email, person.initialPassword);
    expect(answer.body.data.next).toBe('password');
    const who = bearer(answer.body.data.token);
    const password = 'Harbour-view-91';
    await post(product, who, '/accounts/me/password', { currentPassword: person.initialPassword, password });
    expect((await get(product, who, '/disclosure/desk')).code).toBe('SECOND_FACTOR_SETUP_REQUIRED');
    expect((await get(product, who, '/accounts/me')).body.data.next).toBe('second-factor');
    const { secret } = await enrol(product, { who, password });
    expect((await get(product, who, '/disclosure/desk')).status).toBe(200);
    pass({ seconds: 31 });
    const remove = await post(product, who, '/accounts/me/second-factor/remove', {
      password,
      code: codeNow(secret),
    });
    expect(remove.code).toBe('NOT_ALLOWED');
  });

  test('the administrator can be obliged, and others are not', async () => {
    oblige('administrator');
    const admin = await login(product, 'admin@example.test', product.adminPassword);
    expect(admin.body.data.next).toBe('second-factor');
    expect((await get(product, office, '/disclosure/desk')).status).toBe(200);
  });
});

test('an administrator’s reset lets in with the password again, and is in the audit log', async () => {
  const { id, email, password, who } = await withFactor('lost@example.test');
  const reset = await post(product, office, `/accounts/people/${id}/reset-second-factor`, {
    reason: '手机丢失,已当面核实',
  });
  expect(reset.body.data.person.hasSecondFactor).toBe(false);
  expect((await get(product, who, '/disclosure/desk')).status).toBe(401);
  expect((await login(product, email, password)).status).toBe(200);
  const [entry] = await product.query(
    "select verb, reason, actor ->> 'name' as who from audit_entries where document_id = $1 and verb = 'account-reset-second-factor'",
    [id],
  );
  expect(entry).toEqual({
    verb: 'account-reset-second-factor',
    reason: '手机丢失,已当面核实',
    who: '区政务公开办监督员',
  });
});

test('no secret stands in the database in clear', async () => {
  const { email, password, secret, recoveryCodes } = await withFactor('dump@example.test');
  const { initialPassword } = await makePerson(product, office, 'dump-initial@example.test');
  const tables = await product.query<{ name: string }>(
    "select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
  );
  const dumps = await Promise.all(
    tables.map(async ({ name }) => {
      const [row] = await product.query<{ text: string | null }>(
        `select string_agg(t::text, chr(10)) as text from ${name} t`,
      );
      return row?.text ?? '';
    }),
  );
  const dump = dumps.join('\n');
  expect(dump).toContain(email);
  const secrets = [
    password,
    secret,
    initialPassword,
    ...recoveryCodes,
    ...recoveryCodes.map((code) => code.replaceAll('-', '')),
  ];
  expect(secrets.filter((text) => dump.includes(text))).toEqual([]);
});
