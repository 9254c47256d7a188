import type { StrapiApp } from '@strapi/strapi/admin';
import { BellIcon } from './BellIcon';

/** The notifications of the signed-in person: the bell with what is unread, and her pages. */
export default {
  register(app: StrapiApp) {
    app.addMenuLink({
      to: 'plugins/notifications',
      icon: BellIcon,
      intlLabel: { id: 'notifications.menu', defaultMessage: '通知' },
      permissions: [],
      Component: async () => ({ default: (await import('./NotificationsPages')).NotificationsPages }),
      position: 2,
    });
    app.registerPlugin({ id: 'notifications', name: 'notifications' });
  },
  bootstrap() {},
};
