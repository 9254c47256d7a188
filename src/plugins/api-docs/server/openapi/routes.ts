import type { Core } from '@strapi/strapi';
import {
  descriptionOf,
  type RouteDescription,
} from '../../../disclosure/server/api-description/describe-routes';

/** Strapi's own plugins: of their routes those are in the document that somebody has described. */
const OF_STRAPI = new Set([
  'admin',
  'content-manager',
  'content-releases',
  'content-type-builder',
  'email',
  'graphql',
  'i18n',
  'review-workflows',
  'upload',
  'users-permissions',
]);

type Route = {
  method: string;
  path: string;
  config?: { auth?: unknown; prefix?: string; cacheable?: unknown };
};
type Router = { type?: string; prefix?: string; routes: Route[] };

export type ApiRoute = {
  plugin: string;
  method: string;
  /** as it is asked for, with `{name}` for parameters */
  path: string;
  isPublic: boolean;
  description: RouteDescription | null;
};

/** The routes that the public and departments' systems may call. */
export function apiRoutes(strapi: Core.Strapi): ApiRoute[] {
  const plugins = Object.entries(strapi.plugins) as unknown as [
    string,
    { routes: Record<string, Router> | Route[] },
  ][];
  return plugins.flatMap(([plugin, { routes }]) =>
    (Array.isArray(routes) ? [] : Object.values(routes ?? {})).flatMap((router) =>
      router.routes.flatMap((route) => toApiRoute(strapi, plugin, router, route)),
    ),
  );
}

function toApiRoute(strapi: Core.Strapi, plugin: string, router: Router, route: Route): ApiRoute[] {
  const { config = {} } = route;
  const isApi = router.type === 'content-api';
  if (!isApi && !config.cacheable) return [];
  const description = descriptionOf(strapi, plugin, `${route.method} ${route.path}`) ?? null;
  if (!description && OF_STRAPI.has(plugin)) return [];
  const prefix = config.prefix ?? router.prefix ?? `/${plugin}`;
  const path = `${isApi ? '/api' : ''}${prefix}${route.path}`.replace(/(.)\/$/, '$1');
  return [
    {
      plugin,
      method: route.method.toLowerCase(),
      path: path.replace(/:(\w+)/g, '{$1}'),
      isPublic: config.auth === false || description?.isOpen === true,
      description,
    },
  ];
}
