import type { Core } from '@strapi/strapi';
import { WrongSecret } from '../sign-in/attempt';

type Auth = {
  hashPassword(password: string): Promise<string>;
  validatePassword(password: string, hash: string): Promise<boolean>;
};

export const authService = (strapi: Core.Strapi): Auth => strapi.service('admin::auth') as unknown as Auth;

/** Compared where there is no account, so that an answer takes as long as for one that exists. */
let nobodysHash: Promise<string> | null = null;

/** Whether a password fits a hash; without a hash it takes as long and fits never. */
export async function passwordFits(
  strapi: Core.Strapi,
  password: string,
  hash: string | null | undefined,
): Promise<boolean> {
  const auth = authService(strapi);
  nobodysHash ??= auth.hashPassword('nobody');
  const fits = await auth.validatePassword(password, hash || (await nobodysHash));
  return fits && Boolean(hash);
}

/** @throws WrongSecret */
export async function requirePassword(
  strapi: Core.Strapi,
  password: string,
  hash: string | null | undefined,
  message: string,
): Promise<void> {
  if (!(await passwordFits(strapi, password, hash))) throw new WrongSecret(message);
}
