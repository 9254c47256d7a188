import path from 'node:path';
import { buildAdmin, isAdminStale } from './start/build-admin';
import { buildServer } from './start/build-server';
import { StartFailure } from './start/failure';
import { DIST } from './start/paths';

/** `npm run build` builds what changed; with the argument `server` only the server code. */
async function main(): Promise<void> {
  buildServer();
  if (!process.argv.includes('server') && isAdminStale())
    await buildAdmin(path.join(DIST, 'admin-build.log'));
}

main().catch((error: unknown) => {
  console.error(error instanceof StartFailure ? error.message : error);
  process.exitCode = 1;
});
