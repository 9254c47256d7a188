import { panelRoutesOf } from '../../../disclosure/server/http/panel-route';

const notices = panelRoutesOf('notices');
const templates = panelRoutesOf('templates');

/** 文书 in the panel: of a request, and the office's templates. */
export const noticeRoutes = [
  notices('GET', '/requests/:id/notices/:notice', 'file'),
  notices('GET', '/requests/:id/notices/:notice/receipt', 'receipt'),
  notices('POST', '/requests/:id/notices/:notice/delivery', 'deliver'),
  notices('POST', '/requests/:id/notices/:notice/mail', 'mail'),
  notices('POST', '/requests/:id/previews/:verb', 'preview'),
  templates('GET', '/templates', 'list'),
  templates('GET', '/templates/:kind', 'view'),
  templates('POST', '/templates/:kind', 'save'),
  templates('POST', '/templates/:kind/standard', 'restore'),
  templates('POST', '/templates/:kind/preview', 'preview'),
];
