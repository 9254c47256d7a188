import path from 'node:path';
import { DIST } from '../../../src/cli/start/paths';

/** The environment of the process; jest gives tests only a copy. */
export const nativeEnvironment = (): NodeJS.ProcessEnv =>
  (globalThis.nativeRequire('node:process') as NodeJS.Process).env;

/**
 * A compiled module of the engine, the very one that the running Strapi uses.
 *
 * @param module path below src/plugins/disclosure/server, e.g. `gate/perform`
 */
export const engine = <T>(module: string): T =>
  globalThis.nativeRequire(path.join(DIST, 'src/plugins/disclosure/server', module)) as T;

/** A compiled module of the product, by its path below src. */
export const nativeModule = <T>(module: string): T =>
  globalThis.nativeRequire(path.join(DIST, 'src', module)) as T;
