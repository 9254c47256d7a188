import { Upload } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';

/** The import page of the panel. What a person may import is decided by the server. */
export default {
  register(app: StrapiApp) {
    app.addMenuLink({
      to: 'plugins/imports',
      icon: Upload,
      intlLabel: { id: 'imports.menu', defaultMessage: '批量导入' },
      permissions: [],
      Component: async () => ({ default: (await import('./ImportsPage')).ImportsPage }),
      position: 4,
    });
    app.registerPlugin({ id: 'imports', name: 'imports' });
  },
  bootstrap() {},
};
