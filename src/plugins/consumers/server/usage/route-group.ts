/** Parts of the interface by which usage is told, in the order in which a path is tried. */
const GROUPS: readonly (readonly [string, string, RegExp])[] = [
  ['graphql', 'GraphQL', /^\/graphql/],
  ['search', '检索', /^\/api\/disclosure\/search/],
  ['downloads', '下载、导出', /^\/api\/disclosure\/publications\/(export|[^/]+\/(copy\.|roster\.))/],
  ['publications', '公开信息', /^\/api\/disclosure\//],
  ['feeds', '订阅源、日历', /^\/api\/feeds/],
  ['exchange', '数据交换', /^\/api\/exchange/],
];
const OTHER = 'records';

/** The part of the interface that a path belongs to. Pure. */
export const routeGroupOf = (path: string): string =>
  GROUPS.find(([, , form]) => form.test(path))?.[0] ?? OTHER;

export const ROUTE_GROUP_NAMES: Record<string, string> = {
  ...Object.fromEntries(GROUPS.map(([code, name]) => [code, name])),
  [OTHER]: '各领域记录及其他',
};
