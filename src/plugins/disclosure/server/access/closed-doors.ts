import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

type Route = { path: string };
type Router = { routes: Route[] };
type RouterMaker = ((context: unknown) => Router) & { routes?: Route[] };

/** Accounts and roles over the API: a full-access token could set a department user's password and act as her. */
const CLOSED = /^\/(users(\/(?!me$).*)?|roles(\/.*)?|permissions)$/;

const open = (routes: Route[]): Route[] => routes.filter(({ path }) => !CLOSED.test(path));

/** Accounts are kept in the panel alone. Before Strapi mounts its routes. */
export function closeAccountRoutes(strapi: Core.Strapi): void {
  const { routes } = strapi.plugin('users-permissions') as unknown as { routes: Record<string, RouterMaker> };
  const make = routes['content-api'] as RouterMaker;
  const closed: RouterMaker = (context) => {
    const router = make(context);
    return { ...router, routes: open(router.routes) };
  };
  Object.defineProperty(closed, 'routes', { get: () => open(make.routes ?? []) });
  routes['content-api'] = closed;
}

/** Strapi's default mail goes straight to the addressee's machine: nothing calls out unless mail is set up. */
export function closeMail(strapi: Core.Strapi): void {
  if (strapi.config.get('plugin::email.provider') === 'nodemailer') return;
  (strapi.plugin('email') as unknown as { provider: unknown }).provider = {
    async send() {
      throw new errors.ApplicationError('本系统尚未配置邮件服务，请联系管理员重设密码');
    },
  };
}
