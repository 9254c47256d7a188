import { panelRoute } from './panel-route';

const version = (method: 'GET' | 'PUT' | 'DELETE', path: string, action: string) =>
  panelRoute(method, `/desk/:uid/:documentId${path}`, `versions.${action}`);

/** Of the panel: what is typed and not saved yet, the versions of a document, what stands around it. */
export const versionRoutes = [
  version('GET', '/unsaved', 'unsaved'),
  version('PUT', '/unsaved', 'autosave'),
  version('DELETE', '/unsaved', 'forget'),
  version('GET', '/versions', 'list'),
  version('GET', '/versions/:key', 'view'),
  version('GET', '/surroundings', 'surroundings'),
];
