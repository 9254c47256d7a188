import { nativeModule } from './native';
import type { Product } from './product';

type Fill = typeof import('../../../src/plugins/search/server/keep/fill');
type Index = typeof import('../../../src/plugins/search/server/index/postgres/postgres-index');

/** Brings the index up to what is public, as its job does within a minute. */
export const fillSearch = ({ strapi }: Product): Promise<number> =>
  nativeModule<Fill>('plugins/search/server/keep/fill').fillIndex(
    strapi,
    nativeModule<Index>('plugins/search/server/index/postgres/postgres-index').postgresIndex(strapi),
  );

type Files = typeof import('../../../src/plugins/search/server/keep/read-files');

/** Reads the attached files that nobody has read, as the job does. */
export const readMissingFiles = ({ strapi }: Product): Promise<number> =>
  nativeModule<Files>('plugins/search/server/keep/read-files').readMissingFiles(
    strapi,
    nativeModule<Index>('plugins/search/server/index/postgres/postgres-index').postgresIndex(strapi),
  );
