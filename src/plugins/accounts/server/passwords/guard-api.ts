import type { Core } from '@strapi/strapi';
import { API_USER } from '../types';
import { assertMayUse, rememberPassword } from './history';

type Data = { password?: unknown; email?: string; username?: string };
type DocumentContext = { uid: string; action: string; params: { documentId?: string; data?: Data } };
type ApiUser = { id: number; email: string; password: string | null };

/** Passwords of API users are set through the document service alone: the policy stands there. */
export function guardApiUsers(strapi: Core.Strapi): void {
  const users = () => strapi.db.query(API_USER);
  strapi.documents.use((async (context: DocumentContext, next: () => Promise<unknown>) => {
    const { uid, action, params } = context;
    const password = params.data?.password;
    const sets = uid === API_USER && (action === 'create' || action === 'update');
    if (!sets || typeof password !== 'string' || password === '') return next();
    const before = (
      params.documentId ? await users().findOne({ where: { documentId: params.documentId } }) : null
    ) as ApiUser | null;
    const email = params.data?.email ?? before?.email ?? params.data?.username ?? '';
    await assertMayUse(
      strapi,
      { door: 'api', id: before?.id ?? null, email, hash: before?.password ?? null },
      password,
    );
    const result = (await next()) as { id?: number } | null;
    const after = (result?.id ? await users().findOne({ where: { id: result.id } }) : null) as ApiUser | null;
    if (after?.password) {
      await rememberPassword(
        strapi,
        { door: 'api', id: after.id, hash: after.password },
        { mustChange: false },
      );
    }
    return result;
  }) as never);
}
