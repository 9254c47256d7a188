import { controller } from './http/controller';
import { routes } from './http/routes';
import { stopBackground } from './jobs/background';

/** Imports: tables and folders of documents, entered as a person would enter them. */
export default {
  controllers: { imports: controller },
  routes,
  destroy: () => stopBackground(),
};
