import { Message } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { WechatSidePanel } from './document/WechatSidePanel';

type ContentManagerApis = { addEditViewSidePanel: (panels: unknown[]) => void };

/** The panel's part of the 公众号: beside each document, and a page of its own. The server decides who may do what. */
export default {
  register(app: StrapiApp) {
    app.addMenuLink({
      to: 'plugins/wechat',
      icon: Message,
      intlLabel: { id: 'wechat.menu', defaultMessage: '公众号' },
      permissions: [],
      Component: async () => ({ default: (await import('./office/OfficePage')).OfficePage }),
      position: 4,
    });
    app.registerPlugin({ id: 'wechat', name: 'wechat' });
  },

  bootstrap(app: Pick<StrapiApp, 'getPlugin'>) {
    const apis = app.getPlugin('content-manager').apis as unknown as ContentManagerApis;
    apis.addEditViewSidePanel([WechatSidePanel]);
  },
};
