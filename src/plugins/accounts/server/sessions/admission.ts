import { AsyncLocalStorage } from 'node:async_hooks';
import type { DisclosureError } from '../../../disclosure/server/errors';
import type { PanelUser } from '../types';

/**
 * What this request has proved before a session begins. `user`: who has shown her password and, where she
 * has one, her second factor. `refusal`: why no session began, because Strapi's own ways in swallow errors.
 */
export type Admission = { user: PanelUser | null; secondFactor: boolean; refusal: DisclosureError | null };

const storage = new AsyncLocalStorage<Admission>();

export const withAdmission = <T>(admission: Admission, work: () => Promise<T>): Promise<T> =>
  storage.run(admission, work);

export const currentAdmission = (): Admission | null => storage.getStore() ?? null;
