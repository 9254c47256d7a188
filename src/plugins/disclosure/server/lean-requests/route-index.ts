type Layer = { path: string | RegExp; methods?: readonly string[]; stack?: readonly { name: string }[] };
/** What is used of @koa/router: `match` tries each of its layers, in their order. */
export type Router = {
  stack: Layer[];
  match(this: { stack: Layer[] }, path: string, method: string): unknown;
};

/** A segment that stands for itself; parameters, patterns and optional parts do not. */
const PLAIN = /^[\w-]+$/;
/** Segments that are told apart: /api/<plugin>. */
const DEPTH = 2;

/** The plain segments that a layer's path begins with, at most `DEPTH`. Routers compare without regard to case. */
export function headOf(path: string | RegExp): string[] {
  if (typeof path !== 'string' || !path.startsWith('/')) return [];
  const segments = path.toLowerCase().slice(1).split('/', DEPTH);
  const end = segments.findIndex((segment) => !PLAIN.test(segment));
  return end < 0 ? segments : segments.slice(0, end);
}

/**
 * Has a router try only the layers whose first segments are those of the path: Strapi puts every route of every plugin in
 * one router, which tries them all for each request. Made anew when layers have been added.
 */
export function indexRoutes(router: Router): void {
  const { match } = router;
  let index = new Map<string, Layer[]>();
  let indexed = -1;
  router.match = (path, method) => {
    if (indexed !== router.stack.length) {
      index = indexOf(withoutRepeats(router.stack));
      indexed = router.stack.length;
    }
    return match.call({ stack: candidates(index, path) }, path, method);
  };
}

/**
 * Strapi puts the same answer to methods that no route knows around every request once for each router that it mounts:
 * the first is enough, since each looks at all the routes that matched.
 */
function withoutRepeats(stack: readonly Layer[]): Layer[] {
  const isTeller = ({ stack: [only, ...others] = [], methods }: Layer) =>
    only?.name === 'allowedMethods' && others.length === 0 && methods?.length === 0;
  const first = new Set<string>();
  return stack.filter((layer) => {
    if (!isTeller(layer)) return true;
    const path = String(layer.path);
    if (first.has(path)) return false;
    first.add(path);
    return true;
  });
}

function indexOf(stack: readonly Layer[]): Map<string, Layer[]> {
  const heads = stack.map(({ path }) => headOf(path));
  const known = new Set(heads.flatMap((head) => head.map((_segment, at) => head.slice(0, at + 1).join('/'))));
  const begins = (key: string, head: readonly string[]) =>
    head.length === 0 || `${key}/`.startsWith(`${head.join('/')}/`);
  return new Map(
    ['', ...known].map((key) => [key, stack.filter((_layer, at) => begins(key, heads[at] as string[]))]),
  );
}

function candidates(index: ReadonlyMap<string, Layer[]>, path: string): Layer[] {
  const segments = headOf(path);
  for (let depth = segments.length; depth > 0; depth -= 1) {
    const found = index.get(segments.slice(0, depth).join('/'));
    if (found) return found;
  }
  return index.get('') ?? [];
}
