/** @jest-environment ./tests/integration/helpers/environment.cjs */
import {
  bearer,
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
import { type Credentials, makeApiUser } from './helpers/people';
import { type Product, startProduct } from './helpers/product';

let product: Product;
let office: Credentials;
let admin: Credentials;

const DEMO = 'office-supervisor@example.test';
const GOOD = 'Harbour-view-71';

/** The clock of accounts moves; people who sign in at different times of it do so anew. */
async function signInKeepers(): Promise<void> {
  office = await signedIn(product, DEMO, product.demoPassword);
  admin = await signedIn(product, 'admin@example.test', product.adminPassword);
}

beforeAll(async () => {
  product = await startProduct();
  await signInKeepers();
});
afterEach(resetClock);
afterAll(() => product.stop());

const apiLogin = (identifier: string, password: string) =>
  call(`${product.url}/api/auth/local`, { method: 'POST', body: { identifier, password } });

const put = (who: Credentials, address: string, body: unknown) =>
  call(`${product.url}${address}`, { method: 'PUT', headers: who.headers, body });

describe('an initial password', () => {
  test('opens nothing but its own change, whatever is asked', async () => {
    const { email, initialPassword } = await makePerson(product, office, 'first@example.test');
    const answer = await login(product, email, initialPassword);
    expect(answer.body.data.next).toBe('password');
    const who = bearer(answer.body.data.token);
    const reads = [
      '/admin/users/me',
      '/disclosure/desk',
      '/accounts/me/sessions',
      '/admin/users/me/permissions',
    ];
    for (const address of reads) {
      const { status, code } = await get(product, who, address);
      expect({ address, status, code }).toEqual({ address, status: 403, code: 'PASSWORD_CHANGE_REQUIRED' });
    }
    const profile = await put(who, '/admin/users/me', { firstname: 'x' });
    expect(profile.code).toBe('PASSWORD_CHANGE_REQUIRED');
    expect((await get(product, who, '/accounts/me')).body.data.next).toBe('password');

    const changed = await post(product, who, '/accounts/me/password', {
      currentPassword: initialPassword,
      password: GOOD,
    });
    expect(changed.status).toBe(200);
    expect((await get(product, who, '/disclosure/desk')).status).toBe(200);
    expect((await login(product, email, initialPassword)).code).toBe('INVALID_CREDENTIALS');
    expect((await login(product, email, GOOD)).body.data.next).toBeNull();
  });

  test('is asked for by the demo and by the administrator of the first start no more than before', async () => {
    expect((await login(product, DEMO, product.demoPassword)).body.data.next).toBeNull();
    expect((await login(product, 'admin@example.test', product.adminPassword)).body.data.next).toBeNull();
    expect((await apiLogin(DEMO, product.demoPassword)).status).toBe(200);
  });
});

describe('the policy', () => {
  test('holds where she changes her own password, and says which rules are broken', async () => {
    const { who, password, email } = await makeSettledPerson(product, office, 'own@example.test');
    const change = (next: string) =>
      post(product, who, '/accounts/me/password', { currentPassword: password, password: next });
    const short = await change('Short-1');
    expect(short.code).toBe('INVALID_INPUT');
    expect(short.body.error.details.rules).toEqual(['至少10个字符']);
    expect((await change(password)).body.error.message).toMatch(/不能与现在的密码/);
    expect(
      (await post(product, who, '/accounts/me/password', { currentPassword: 'wrong', password: GOOD })).code,
    ).toBe('INVALID_CREDENTIALS');
    expect((await login(product, email, password)).status).toBe(200);
  });

  test('refuses the last five passwords, and takes the one before them again', async () => {
    const { who, password } = await makeSettledPerson(product, office, 'history@example.test');
    const used = [password];
    const change = async (next: string) => {
      pass({ seconds: 1 });
      const answer = await post(product, who, '/accounts/me/password', {
        currentPassword: used.at(-1),
        password: next,
      });
      if (answer.status === 200) used.push(next);
      return answer;
    };
    for (const next of [1, 2, 3, 4]) expect((await change(`Harbour-view-8${next}`)).status).toBe(200);
    for (const earlier of used.slice()) {
      const answer = await change(earlier);
      expect({ earlier, code: answer.code }).toEqual({ earlier, code: 'INVALID_INPUT' });
    }
    expect((await change('Harbour-view-85')).status).toBe(200);
    expect((await change('Harbour-view-86')).status).toBe(200);
    expect((await change(password)).status).toBe(200);
  });

  test('holds at Strapi’s own profile page', async () => {
    const { who, password, email } = await makeSettledPerson(product, office, 'profile@example.test');
    const weak = await put(who, '/admin/users/me', { currentPassword: password, password: 'Weakpass1' });
    expect({ status: weak.status, code: weak.code }).toEqual({ status: 400, code: 'INVALID_INPUT' });
    const strong = await put(who, '/admin/users/me', {
      currentPassword: password,
      password: 'Harbour-view-72',
    });
    expect(strong.status).toBe(200);
    expect((await login(product, email, 'Harbour-view-72')).body.data.next).toBeNull();
  });

  test('holds where an administrator sets another’s password; it is then an initial one', async () => {
    const { email } = await makeSettledPerson(product, office, 'settings@example.test');
    const user = await product.strapi.db.query('admin::user').findOne({ where: { email } });
    const weak = await put(admin, `/admin/users/${user.id}`, { password: 'Weakpass1' });
    expect(weak.code).toBe('INVALID_INPUT');
    expect((await put(admin, `/admin/users/${user.id}`, { password: 'Harbour-view-73' })).status).toBe(200);
    expect((await login(product, email, 'Harbour-view-73')).body.data.next).toBe('password');
  });

  test('holds for an invitation and for a reset by mail', async () => {
    const role = await product.strapi.db
      .query('admin::role')
      .findOne({ where: { code: 'disclosure-department' } });
    const invited = await post(product, admin, '/admin/users', {
      email: 'invited@example.test',
      firstname: '受邀',
      roles: [role.id],
    });
    const { registrationToken } = invited.body.data;
    const register = (password: string) =>
      post(product, { headers: {}, state: {} }, '/admin/register', {
        registrationToken,
        userInfo: { firstname: '受邀', password },
      });
    expect((await register('Weakpass1')).code).toBe('INVALID_INPUT');
    expect((await register(GOOD)).status).toBe(200);

    await product.strapi.db.query('admin::user').update({
      where: { email: 'invited@example.test' },
      data: { resetPasswordToken: 'reset-token', resetPasswordTokenExpiresAt: new Date(Date.now() + 60_000) },
    });
    const reset = (password: string) =>
      post(product, { headers: {}, state: {} }, '/admin/reset-password', {
        resetPasswordToken: 'reset-token',
        password,
      });
    expect((await reset('Weakpass1')).code).toBe('INVALID_INPUT');
    expect((await reset(GOOD)).code).toBe('INVALID_INPUT');
    expect((await reset('Harbour-view-74')).status).toBe(200);
  });

  test('holds for Strapi’s command line and for code that makes users', async () => {
    const users = product.strapi.service('admin::user') as unknown as {
      create(values: object): Promise<unknown>;
      resetPasswordByEmail(email: string, password: string): Promise<void>;
    };
    const values = { email: 'cli@example.test', firstname: '命令', isActive: true, roles: [] };
    await expect(users.create({ ...values, password: 'Weakpass1' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
    await users.create({ ...values, password: GOOD });
    await expect(users.resetPasswordByEmail('cli@example.test', 'Weakpass1')).rejects.toThrow();
  });

  test('holds for accounts of the API, which set no passwords themselves', async () => {
    const users = product.strapi.plugin('users-permissions').service('user') as {
      edit(id: number, values: object): Promise<unknown>;
    };
    const { id } = await makeApiUser(product, 'system@example.test');
    await expect(users.edit(id, { password: 'weak' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await users.edit(id, { password: GOOD });
    expect((await apiLogin('system@example.test', GOOD)).status).toBe(200);
    const token = (await apiLogin('system@example.test', GOOD)).body.jwt;
    const change = await post(product, bearer(token), '/api/auth/change-password', {
      currentPassword: GOOD,
      password: 'Harbour-view-75',
      passwordConfirmation: 'Harbour-view-75',
    });
    expect(change.status).toBe(403);
  });

  test('lets a password live ninety days', async () => {
    const { email, password } = await makeSettledPerson(product, office, 'aged@example.test');
    pass({ days: 89 });
    expect((await login(product, email, password)).body.data.next).toBeNull();
    pass({ days: 2 });
    const answer = await login(product, email, password);
    expect(answer.body.data.next).toBe('password');
    expect((await get(product, bearer(answer.body.data.token), '/disclosure/desk')).code).toBe(
      'PASSWORD_CHANGE_REQUIRED',
    );
    resetClock();
    await signInKeepers();
  });
});

describe('the lock', () => {
  const wrong = (email: string) => login(product, email, 'wrong');

  test('comes with the fifth failure, refuses the right password too, and ends after ten minutes', async () => {
    const { email, password } = await makeSettledPerson(product, office, 'locked@example.test');
    const codes = [];
    for (let turn = 0; turn < 5; turn += 1) codes.push((await wrong(email)).code);
    expect(codes).toEqual([
      'INVALID_CREDENTIALS',
      'INVALID_CREDENTIALS',
      'INVALID_CREDENTIALS',
      'INVALID_CREDENTIALS',
      'ACCOUNT_LOCKED',
    ]);
    const refused = await login(product, email, password);
    expect(refused).toMatchObject({ status: 403, code: 'ACCOUNT_LOCKED' });
    expect(refused.body.error.message).toMatch(/已锁定到 \d\d:\d\d/);
    pass({ minutes: 9 });
    expect((await login(product, email, password)).code).toBe('ACCOUNT_LOCKED');
    pass({ minutes: 1, seconds: 1 });
    expect((await login(product, email, password)).status).toBe(200);
  });

  test('is ended by the office, at once', async () => {
    const { id, email, password } = await makeSettledPerson(product, office, 'unlocked@example.test');
    for (let turn = 0; turn < 5; turn += 1) await wrong(email);
    const listed = await get(product, office, '/accounts/people?state=locked&q=unlocked');
    expect(listed.body.data.map((person: { id: string }) => person.id)).toEqual([id]);
    expect((await post(product, office, `/accounts/people/${id}/unlock`)).status).toBe(200);
    expect((await login(product, email, password)).status).toBe(200);
  });

  test('says of an account that does not exist exactly what it says of one that does', async () => {
    const { email } = await makeSettledPerson(product, office, 'existing@example.test');
    const answers = async (address: string) => {
      const said = [];
      for (let turn = 0; turn < 6; turn += 1) {
        const { status, code, body } = await wrong(address);
        // the minute of the clock goes on between the two
        said.push({ status, code, message: body.error.message.replace(/\d\d:\d\d/, 'HH:MM') });
      }
      return said;
    };
    expect(await answers('no-such-person@example.test')).toEqual(await answers(email));
    const [row] = await product.query<{ account: string }>(
      "select account from sign_in_failures where account like 'panel:?%'",
    );
    expect(row?.account).not.toContain('no-such-person');
  });

  test('counts many attempts at once as one by one', async () => {
    const { email } = await makeSettledPerson(product, office, 'parallel@example.test');
    const answers = await Promise.all(Array.from({ length: 12 }, () => wrong(email)));
    const wrongs = answers.filter(({ code }) => code === 'INVALID_CREDENTIALS');
    expect(wrongs).toHaveLength(4);
    expect(answers.filter(({ code }) => code === 'ACCOUNT_LOCKED')).toHaveLength(8);
  });

  test('leaves those alone who sign in many times at once with the right password', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => apiLogin('civil-affairs-editor@example.test', product.demoPassword)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
  });

  test('holds at the API, for names and addresses alike, and not for the panel', async () => {
    const email = 'finance-editor@example.test';
    for (let turn = 0; turn < 5; turn += 1) await apiLogin(turn % 2 ? email : email.toUpperCase(), 'wrong');
    const refused = await apiLogin(email, product.demoPassword);
    expect(refused).toMatchObject({ status: 403, code: 'ACCOUNT_LOCKED' });
    expect((await login(product, email, product.demoPassword)).status).toBe(200);
    pass({ minutes: 11 });
    expect((await apiLogin(email, product.demoPassword)).status).toBe(200);
  });

  test('counts the present password where it is asked for again', async () => {
    const { who, email, password } = await makeSettledPerson(product, office, 'guessed@example.test');
    for (let turn = 0; turn < 3; turn += 1) {
      await post(product, who, '/accounts/me/password', { currentPassword: 'wrong', password: GOOD });
    }
    for (let turn = 0; turn < 2; turn += 1) {
      await put(who, '/admin/users/me', { currentPassword: 'wrong', password: 'Harbour-view-79' });
    }
    expect((await login(product, email, password)).code).toBe('ACCOUNT_LOCKED');
  });
});

test('what is no sign-in is refused in Chinese', async () => {
  for (const body of [{}, { email: 1, password: 2 }, { email: 'a@example.test' }]) {
    const answer = await call(`${product.url}/admin/login`, { method: 'POST', body });
    expect({ body, status: answer.status, code: answer.code }).toEqual({
      body,
      status: 400,
      code: 'INVALID_INPUT',
    });
  }
});
