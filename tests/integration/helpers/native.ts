import path from 'node:path';
import { DIST } from '../../../src/cli/start/paths';

const native = (): NodeJS.Process => globalThis.nativeRequire('node:process') as NodeJS.Process;

/** The environment of the process; jest gives tests only a copy. */
export const nativeEnvironment = (): NodeJS.ProcessEnv => native().env;

/** Where the process keeps the variables that it began with: it outlives a suite, and so does what a suite sets. */
const BEGUN = Symbol.for('open-disclosure: environment of the test process');

/** Leaves of the environment what the process began with, and sets some variables. */
export function setEnvironment(variables: NodeJS.ProcessEnv): void {
  const place = native() as unknown as Record<symbol, NodeJS.ProcessEnv | undefined>;
  const begun = place[BEGUN] ?? { ...nativeEnvironment() };
  place[BEGUN] = begun;
  const env = nativeEnvironment();
  for (const name of Object.keys(env)) if (!(name in begun)) delete env[name];
  Object.assign(env, begun, variables);
}

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
