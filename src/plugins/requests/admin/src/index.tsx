import { ChartCircle, File, Question } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { addHomeCard } from '../../../disclosure/admin/src/home/home-cards';
import { HomeCard } from './workload/HomeCard';

/** Who keeps memberships keeps the templates; the server decides. */
const KEEPERS = [
  { action: 'plugin::content-manager.explorer.create', subject: 'plugin::disclosure.membership' },
];

/** 依申请公开 in the panel. Which requests a person sees, and what she may do, the server decides. */
export default {
  register(app: StrapiApp) {
    app.addMenuLink({
      to: 'plugins/requests',
      icon: Question,
      intlLabel: { id: 'requests.menu', defaultMessage: '依申请公开' },
      permissions: [],
      Component: async () => ({ default: (await import('./RequestsPage')).RequestsPage }),
      position: 4,
    });
    app.addMenuLink({
      to: 'plugins/requests-analysis',
      icon: ChartCircle,
      intlLabel: { id: 'requests.analysis.menu', defaultMessage: '申请分析' },
      permissions: [],
      Component: async () => ({ default: (await import('./analysis/AnalysisPage')).AnalysisPage }),
      position: 4,
    });
    addHomeCard(HomeCard);
    app.addMenuLink({
      to: 'plugins/notice-templates',
      icon: File,
      intlLabel: { id: 'requests.templates', defaultMessage: '文书模板' },
      permissions: KEEPERS,
      Component: async () => ({ default: (await import('./notices/TemplatesPage')).TemplatesPage }),
      position: 6,
    });
    app.registerPlugin({ id: 'requests', name: 'requests' });
  },
  bootstrap() {},
};
