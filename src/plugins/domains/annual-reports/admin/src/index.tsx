import { Book } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';

/** 年度报告 in the panel. Which reports a person sees, and what she may do, the server decides. */
export default {
  register(app: StrapiApp) {
    app.addMenuLink({
      to: 'plugins/annual-reports',
      icon: Book,
      intlLabel: { id: 'annual-reports.menu', defaultMessage: '年度报告' },
      permissions: [],
      Component: async () => ({ default: (await import('./ReportsPage')).ReportsPage }),
      position: 4,
    });
    app.registerPlugin({ id: 'annual-reports', name: 'annual-reports' });
  },
  bootstrap() {},
};
