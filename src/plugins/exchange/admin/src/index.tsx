import { Cloud } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';

/** Who keeps memberships keeps the exchange; the server decides. */
const KEEPERS = [
  { action: 'plugin::content-manager.explorer.create', subject: 'plugin::disclosure.membership' },
];

/** The panel's part of the exchange: 数据交换. */
export default {
  register(app: StrapiApp) {
    app.addMenuLink({
      to: 'plugins/exchange',
      icon: Cloud,
      intlLabel: { id: 'exchange.menu', defaultMessage: '数据交换' },
      permissions: KEEPERS,
      Component: async () => ({ default: (await import('./ExchangePage')).ExchangePage }),
      position: 6,
    });
    app.registerPlugin({ id: 'exchange', name: 'exchange' });
  },
  bootstrap() {},
};
