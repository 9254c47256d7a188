type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** A route of the panel: for whoever is signed in there; what she may do, the handler decides. */
export const panelRoute = (method: Method, path: string, handler: string) => ({
  method,
  path,
  handler,
  config: { policies: ['admin::isAuthenticatedAdmin'] },
});

/** The same for the actions of one controller. */
export const panelRoutesOf = (controller: string) => (method: Method, path: string, action: string) =>
  panelRoute(method, path, `${controller}.${action}`);
