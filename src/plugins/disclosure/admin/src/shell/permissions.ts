import type { RBACMiddleware } from '@strapi/strapi/admin';
import { mayCreate } from './session';

const CREATE = 'plugin::content-manager.explorer.create';

/** Hides 新建 where the person's department is responsible for nothing of the kind; the gate refuses anyway. */
export const hideCreation: RBACMiddleware = () => (next) => (permissions) =>
  next(permissions.filter(({ action, subject }) => action !== CREATE || mayCreate(subject ?? '')));
