import { adminApi } from '@strapi/strapi/admin';

type Asked = { endpointName: string; originalArgs: unknown; queryCacheKey: string; forceRefetch?: boolean };
type Action = { type: string; [more: string]: unknown };
type QueryAction = Action & { meta: { arg: Asked; condition?: boolean } };
type Store = { dispatch: (action: never) => unknown };
type Read = (endpointName: string, args: unknown) => unknown;

const SETTLED = /^adminApi\/executeQuery\/(fulfilled|rejected)$/;

const isSettled = (action: Action): action is QueryAction => SETTLED.test(action.type);

/**
 * Reads once more what was to be read again while it was being read. RTK Query 1.9 (Strapi's; mended in 2.0 by
 * its delayed invalidation) leaves such a query alone, and the page would go on showing what was true before the
 * step: a row of a list in its old state, a bell that counts what has been read.
 *
 * @param read makes the action that reads a query anew
 */
export const readAgain =
  (read: Read = readAnew) =>
  ({ dispatch }: Store) =>
  (next: (action: Action) => unknown) => {
    const missed = new Set<string>();
    return (action: Action): unknown => {
      const result = next(action);
      if (!isSettled(action)) return result;
      const { arg, condition } = action.meta;
      if (condition) {
        // refused: the same query is under way
        if (arg.forceRefetch) missed.add(arg.queryCacheKey);
      } else if (missed.delete(arg.queryCacheKey)) {
        // after all others have heard that it has ended
        queueMicrotask(() => dispatch(read(arg.endpointName, arg.originalArgs) as never));
      }
      return result;
    };
  };

type Endpoints = Record<string, { initiate: (args: unknown, options: object) => unknown }>;

const readAnew: Read = (endpointName, args) =>
  (adminApi.endpoints as unknown as Endpoints)[endpointName]?.initiate(args, {
    subscribe: false,
    forceRefetch: true,
  });
