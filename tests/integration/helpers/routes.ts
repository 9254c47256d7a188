import type { Product } from './product';

/** A route as Strapi keeps it. */
type Route = {
  method: string;
  path: string;
  config?: {
    prefix?: string;
    auth?: false | { scope?: string[]; strategies?: { name: string }[] };
    policies?: (string | { name: string; config?: { actions?: string[] } })[];
  };
};
type Router = { type?: 'admin' | 'content-api'; prefix?: string; routes: Route[] };
type WithRoutes = { routes: Record<string, Router> | Route[] };

/** `METHOD /path` → who may call it. */
export type RouteTable = Record<string, string>;

const EVERYBODY = 'everybody';
const MANY = 10;

/** Who holds the scopes of API routes: the roles of users-permissions, by action. */
async function holders({ query }: Pick<Product, 'query'>): Promise<Map<string, string[]>> {
  const rows = await query<{ action: string; type: string }>(
    `select p.action, r.type from up_permissions p
       join up_permissions_role_lnk l on l.permission_id = p.id join up_roles r on r.id = l.role_id
      order by r.type`,
  );
  const found = new Map<string, string[]>();
  for (const { action, type } of rows) found.set(action, [...(found.get(action) ?? []), type]);
  return found;
}

function whoOfApi(route: Route, roles: Map<string, string[]>): string {
  const auth = route.config?.auth;
  if (auth === false) return EVERYBODY;
  const held = (auth?.scope ?? []).flatMap((scope) => roles.get(scope) ?? []);
  if (held.includes('public')) return EVERYBODY;
  return held.length ? `API accounts with the role ${held.join(', ')}` : 'API tokens with that scope';
}

function whoOfPanel({ config = {} }: Route): string {
  const { auth, policies = [] } = config;
  if (auth === false) return EVERYBODY;
  if (auth?.strategies) return `holders of ${auth.strategies.map(({ name }) => name).join(', ')} tokens`;
  const actions = policies.flatMap((policy) =>
    typeof policy === 'string' ? [] : (policy.config?.actions ?? []),
  );
  if (actions.length) return `panel users with ${actions.join(' or ')}`;
  const named = policies.map((policy) => (typeof policy === 'string' ? policy : policy.name));
  const beyond = named.filter((name) => name !== 'admin::isAuthenticatedAdmin');
  return beyond.length ? `panel users, by ${beyond.join(', ')}` : 'every panel user';
}

function routersOf(plugin: WithRoutes): Router[] {
  return Array.isArray(plugin.routes)
    ? [{ type: 'admin', routes: plugin.routes }]
    : Object.values(plugin.routes ?? {});
}

/** Every route that a plugin or the panel has registered. */
export async function registeredRoutes(product: Product): Promise<RouteTable> {
  const { strapi } = product;
  const roles = await holders(product);
  const table: RouteTable = {};
  const sources = [...Object.entries(strapi.plugins), ['admin', strapi.admin]] as unknown as [
    string,
    WithRoutes,
  ][];
  for (const [name, source] of sources) {
    for (const { type, prefix = `/${name}`, routes } of routersOf(source)) {
      for (const route of routes) {
        const own = `${route.config?.prefix ?? prefix}${route.path}`.replace(/\/$/, '') || '/';
        const isApi = type === 'content-api';
        table[`${route.method} ${isApi ? '/api' : ''}${own}`] = isApi
          ? whoOfApi(route, roles)
          : whoOfPanel(route);
      }
    }
  }
  return table;
}

/** Every address at which the server listens, from its router. */
export function mountedRoutes({ strapi }: Product): string[] {
  const layers = strapi.server.listRoutes() as unknown as { methods: string[]; path: string }[];
  return layers.flatMap(({ methods, path }) => {
    const own = methods.filter((method) => method !== 'HEAD');
    return own.length > MANY
      ? [`ALL ${path}`]
      : own.map((method) => `${method} ${path.replace(/(.)\/$/, '$1')}`);
  });
}
