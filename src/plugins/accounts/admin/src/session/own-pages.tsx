import type { StrapiApp } from '@strapi/strapi/admin';
import { Outlet, type RouteObject } from 'react-router-dom';
import { SignInRoute } from '../sign-in/SignInRoute';
import { SessionGuard } from './SessionGuard';

const AUTH_PATH = 'auth/:authType';
const SESSIONS_PATH = 'me/sessions';

const guarded = (children: RouteObject[]): RouteObject => ({
  element: (
    <>
      <SessionGuard />
      <Outlet />
    </>
  ),
  children,
});

/** 我的账号 in the place of Strapi's list of devices: the person's menu leads there. */
const ownAccount: RouteObject = {
  path: SESSIONS_PATH,
  lazy: async () => ({ Component: (await import('../me/MyAccountPage')).MyAccountPage }),
};

function findRoute(routes: RouteObject[], path: string): RouteObject | null {
  for (const route of routes) {
    const found = route.path === path ? route : findRoute(route.children ?? [], path);
    if (found) return found;
  }
  return null;
}

/**
 * Puts our sign-in in the place of Strapi's, which cannot ask for a second factor, and what watches the
 * session around every page. When the router is made: by then every plugin has added its pages. Strapi keeps
 * the pages of sign-in to itself, so that the finished route is changed; without it, its own page stays,
 * and the server still refuses.
 */
export function ownPages(app: StrapiApp): void {
  const { router } = app;
  const create = router.createRouter.bind(router);
  router.createRouter = (...settings: Parameters<typeof create>) => {
    router.addRoute((routes: RouteObject[]) => [
      guarded([...routes.filter(({ path }) => path !== SESSIONS_PATH), ownAccount]),
    ]);
    const made = create(...settings);
    const auth = findRoute(made.routes as RouteObject[], AUTH_PATH);
    if (auth) auth.element = <SignInRoute others={auth.element} />;
    return made;
  };
}
