import { Key } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';

/** Who keeps memberships keeps consumers; the server decides. */
const KEEPERS = [
  { action: 'plugin::content-manager.explorer.create', subject: 'plugin::disclosure.membership' },
];

/** The office's page 数据开放用户. */
export default {
  register(app: StrapiApp) {
    app.addMenuLink({
      to: 'plugins/consumers',
      icon: Key,
      intlLabel: { id: 'consumers.menu', defaultMessage: '数据开放用户' },
      permissions: KEEPERS,
      Component: async () => ({ default: (await import('./ConsumersPage')).ConsumersPage }),
      position: 6,
    });
    app.registerPlugin({ id: 'consumers', name: 'consumers' });
  },
  bootstrap() {},
};
