import { User } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { ownPages } from './session/own-pages';

/** Who keeps memberships keeps people; the server decides. */
const KEEPERS = [
  { action: 'plugin::content-manager.explorer.create', subject: 'plugin::disclosure.membership' },
];

/** The panel's part of accounts: sign-in, 我的账号, 人员管理, and what watches the session. */
export default {
  register(app: StrapiApp) {
    app.addMenuLink({
      to: 'plugins/accounts/people',
      icon: User,
      intlLabel: { id: 'accounts.menu.people', defaultMessage: '人员管理' },
      permissions: KEEPERS,
      Component: () => import('./people/PeoplePage'),
      position: 5,
    });
    app.registerPlugin({ id: 'accounts', name: 'accounts' });
    ownPages(app);
  },
  bootstrap() {},
};
