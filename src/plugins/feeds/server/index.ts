import type { Core } from '@strapi/strapi';
import { describeFeedRoutes } from './http/describe';
import { feedsController } from './http/feeds-controller';
import { routes } from './http/routes';
import { sitemapController } from './http/sitemap-controller';

/** What is public, for programs that come back for more. */
export default {
  controllers: { feeds: feedsController, sitemap: sitemapController },
  routes,
  register: ({ strapi }: { strapi: Core.Strapi }) => describeFeedRoutes(strapi),
};
