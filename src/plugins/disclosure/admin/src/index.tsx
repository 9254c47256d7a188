import type { StrapiApp } from '@strapi/strapi/admin';
import { registerFields } from './fields/register';
import { HomePage } from './home/HomePage';
import { chooseFilters } from './list/filters';
import { chooseLinks, formatColumns } from './list/hooks';
import { extendContentManager } from './shell/content-manager';
import { Initializer } from './shell/Initializer';
import { MENU } from './shell/menu';
import { hideCreation } from './shell/permissions';
import { keepRequestsQuiet } from './shell/quiet-requests';
import { readAgain } from './shell/read-again';

const ID = 'disclosure';

/** The engine's part of the admin panel. */
export default {
  register(app: StrapiApp) {
    app.registerPlugin({ id: ID, name: ID, initializer: Initializer, isReady: false });
    keepRequestsQuiet();
    app.addMiddlewares([() => readAgain()]);
    registerFields(app);
    app.addRBACMiddleware(hideCreation);
    for (const link of MENU) app.addMenuLink(link);
    app.router.addRoute((routes) =>
      routes.map((route) => (route.index ? { index: true, element: <HomePage /> } : route)),
    );
    app.router.addRoute({
      path: 'plugins/disclosure/work',
      lazy: async () => ({ Component: (await import('./work/WorkPage')).default }),
    });
  },

  bootstrap(app: Pick<StrapiApp, 'getPlugin' | 'registerHook'>) {
    extendContentManager(app);
    app.registerHook('Admin/CM/pages/ListView/inject-column-in-table', formatColumns);
    app.registerHook('Admin/CM/pages/ListView/inject-in-filters', chooseFilters);
    app.registerHook('Admin/CM/pages/App/mutate-collection-types-links', chooseLinks);
  },
};
