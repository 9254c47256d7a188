/** @jest-environment ./tests/integration/helpers/environment.cjs */
import {
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
import type { Credentials } from './helpers/people';
import { signInApi } from './helpers/people';
import { type Product, startProduct } from './helpers/product';

let product: Product;
let office: Credentials;
let admin: Credentials;

beforeAll(async () => {
  product = await startProduct();
  office = await signedIn(product, 'office-supervisor@example.test', product.demoPassword);
  admin = await signedIn(product, 'admin@example.test', product.adminPassword);
});
afterEach(resetClock);
afterAll(() => product.stop());

const GOOD = 'Harbour-view-71';

describe('an initial password', () => {
  test('opens nothing but its own change, whatever is asked', async () => {
    const { email, initialPassword } = await makePerson(product, office, 'first@example.test');
    const answer = await login(product, email, initialPassword);
    expect(answer.body.data.next).toBe('password');
    const who = { headers: { authorization: `Bearer ${answer.body.data.token}` }, state: {} };
    for (const address of [
      '/admin/users/me',
      '/disclosure/desk',
      '/accounts/me/sessions',
      '/admin/users/me/permissions',
    ]) {
      const refused = await get(product, who, address);
      expect({ address, status: refused.status, code: refused.code }).toEqual({
        address,
        status: 403,
        code: 'PASSWORD_CHANGE_REQUIRED',
      });
    }
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
});
