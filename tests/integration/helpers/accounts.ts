import path from 'node:path';
import { DIST } from '../../../src/cli/start/paths';
import { type Answer, call } from './call';
import type { Credentials } from './people';
import type { Product } from './product';

/** A compiled module of the accounts plugin, the very one that the running Strapi uses. */
export const accounts = <T>(module: string): T =>
  globalThis.nativeRequire(path.join(DIST, 'src/plugins/accounts/server', module)) as T;

const { setClock } = accounts<typeof import('../../../src/plugins/accounts/server/clock')>('clock');
const { codeAt } =
  accounts<typeof import('../../../src/plugins/accounts/server/second-factor/totp')>('second-factor/totp');

let offset = 0;
let frozenAt: number | null = null;

const time = (): number => (frozenAt ?? Date.now()) + offset;

/** Stops the clock of accounts: a slow machine does not see the next one-time code. */
export function freezeClock(): void {
  frozenAt = Date.now();
  setClock(time);
}

/** Moves the clock of accounts; nobody has to wait. */
export function pass(span: { minutes?: number; days?: number; seconds?: number }): void {
  offset += ((span.days ?? 0) * 1440 + (span.minutes ?? 0)) * 60_000 + (span.seconds ?? 0) * 1000;
  setClock(time);
}

/** The real clock again. */
export function resetClock(): void {
  offset = 0;
  frozenAt = null;
  setClock();
}

/** What an authenticator app shows now. */
export const codeNow = (secret: string): string => codeAt(secret, new Date(time()));

export const bearer = (token: string): Credentials => ({
  headers: { authorization: `Bearer ${token}` },
  state: {},
});

/** The panel's sign-in. */
export const login = (
  { url }: Product,
  email: string,
  password: string,
  more: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Promise<Answer> =>
  call(`${url}/admin/login`, { method: 'POST', body: { email, password, ...more }, headers });

/** Signs in and gives what later requests carry. */
export async function signedIn(
  product: Product,
  email: string,
  password: string,
  more: Record<string, unknown> = {},
): Promise<Credentials> {
  const answer = await login(product, email, password, more);
  if (answer.status !== 200) throw new Error(`Sign-in of ${email}: ${answer.text}`);
  return bearer(answer.body.data.token);
}

/** The refresh cookie that an answer set. */
export const cookieOf = (answer: Answer): string =>
  (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';

export const get = ({ url }: Product, who: Credentials, address: string): Promise<Answer> =>
  call(`${url}${address}`, { headers: who.headers });

export const post = (
  { url }: Product,
  who: Credentials,
  address: string,
  body: unknown = {},
): Promise<Answer> => call(`${url}${address}`, { method: 'POST', headers: who.headers, body });

/** A person made by the office, with her initial password. */
export async function makePerson(
  product: Product,
  office: Credentials,
  email: string,
  more: Record<string, unknown> = {},
): Promise<{ id: string; email: string; initialPassword: string }> {
  const answer = await post(product, office, '/accounts/people', {
    name: '王小明',
    email,
    department: 'civil-affairs',
    duties: ['editor'],
    ...more,
  });
  if (answer.status !== 201) throw new Error(`Making ${email}: ${answer.text}`);
  const { person, initialPassword } = answer.body.data;
  return { id: person.id, email, initialPassword };
}

/** The same, after her first sign-in: with a password of her own. */
export async function makeSettledPerson(
  product: Product,
  office: Credentials,
  email: string,
  more: Record<string, unknown> = {},
): Promise<{ id: string; email: string; password: string; who: Credentials }> {
  const { id, initialPassword } = await makePerson(product, office, email, more);
  const who = await signedIn(product, email, initialPassword);
  const password = 'Harbour-view-71';
  const answer = await post(product, who, '/accounts/me/password', {
    currentPassword: initialPassword,
    password,
  });
  if (answer.status !== 200) throw new Error(`First password of ${email}: ${answer.text}`);
  return { id, email, password, who };
}

/** Sets up a second factor; gives its secret and the recovery codes. */
export async function enrol(
  product: Product,
  { who, password }: { who: Credentials; password: string },
): Promise<{ secret: string; recoveryCodes: string[] }> {
  const begun = await post(product, who, '/accounts/me/second-factor', { password });
  if (begun.status !== 200) throw new Error(`Second factor: ${begun.text}`);
  const { secret } = begun.body.data;
  const confirmed = await post(product, who, '/accounts/me/second-factor/confirm', { code: codeNow(secret) });
  if (confirmed.status !== 200) throw new Error(`Second factor: ${confirmed.text}`);
  return { secret, recoveryCodes: confirmed.body.data.recoveryCodes };
}
