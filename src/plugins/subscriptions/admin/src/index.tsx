import { Mail } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';

/** Who keeps memberships sees the figures; the server decides. */
const KEEPERS = [
  { action: 'plugin::content-manager.explorer.create', subject: 'plugin::disclosure.membership' },
];

/** The panel's part of subscriptions: 公众订阅, figures alone. */
export default {
  register(app: StrapiApp) {
    app.addMenuLink({
      to: 'plugins/subscriptions',
      icon: Mail,
      intlLabel: { id: 'subscriptions.menu', defaultMessage: '公众订阅' },
      permissions: KEEPERS,
      Component: async () => ({ default: (await import('./FiguresPage')).FiguresPage }),
      position: 6,
    });
    app.registerPlugin({ id: 'subscriptions', name: 'subscriptions' });
  },
  bootstrap() {},
};
