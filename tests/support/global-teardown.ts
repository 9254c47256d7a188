import { stopTestCluster } from './global-setup';

/** jest's globalTeardown. */
export default stopTestCluster;
