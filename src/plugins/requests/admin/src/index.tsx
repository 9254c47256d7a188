import { ChartCircle, Question } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';

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
    app.registerPlugin({ id: 'requests', name: 'requests' });
  },
  bootstrap() {},
};
