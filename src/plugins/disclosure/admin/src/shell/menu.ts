import { BulletList, ChartPie } from '@strapi/icons';

const label = (id: string, defaultMessage: string) => ({ id: `disclosure.menu.${id}`, defaultMessage });

/** The engine's own pages; what a person may do there is decided by the server. */
export const MENU = [
  {
    to: 'plugins/disclosure/catalogue',
    icon: BulletList,
    intlLabel: label('catalogue', '标准目录'),
    permissions: [],
    position: 3,
    Component: () => import('../catalogue/CataloguePage'),
  },
  {
    to: 'plugins/disclosure/coverage',
    icon: ChartPie,
    intlLabel: label('coverage', '公开覆盖'),
    permissions: [],
    position: 3,
    Component: () => import('../coverage/CoveragePage'),
  },
];
