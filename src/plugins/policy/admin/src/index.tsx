import { File } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';

/** The panel's part of the document library. What a person sees and may do there is decided by the server. */
export default {
  register(app: StrapiApp) {
    app.addMenuLink({
      to: 'plugins/policy/regulations',
      icon: File,
      intlLabel: { id: 'policy.menu.regulations', defaultMessage: '法规监测' },
      permissions: [],
      Component: async () => ({ default: (await import('./regulations/RegulationsPage')).RegulationsPage }),
      position: 4,
    });
    app.registerPlugin({ id: 'policy', name: 'policy' });
  },
  bootstrap() {},
};
