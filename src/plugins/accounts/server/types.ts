/** Where somebody signs in: the panel (Strapi's admin users) or the API (users-permissions). */
export type Door = 'panel' | 'api';

export const PANEL_USER = 'admin::user';
export const API_USER = 'plugin::users-permissions.user';
export const SUPER_ADMIN = 'strapi-super-admin';

/** An account of the panel as Strapi keeps it; `password` is its hash. */
export type PanelUser = {
  id: number;
  email: string;
  firstname: string | null;
  password: string | null;
  isActive: boolean;
  roles?: { id: number; code: string }[];
};
