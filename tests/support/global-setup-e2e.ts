import path from 'node:path';
import { buildAdmin, isAdminStale } from '../../src/cli/start/build-admin';
import { DIST } from '../../src/cli/start/paths';
import { chromiumPath, NO_CHROMIUM } from './chromium';
import globalSetup from './global-setup';

/** jest's globalSetup for the browser tests: also the admin panel, unless they will be skipped. */
export default async function globalSetupE2e(): Promise<void> {
  if (!chromiumPath()) {
    if (process.env.CI === 'true') throw new Error(NO_CHROMIUM);
    console.warn(`\n${NO_CHROMIUM}`);
    return;
  }
  await globalSetup();
  if (isAdminStale()) await buildAdmin(path.join(DIST, 'admin-build.log'));
}
