import path from 'node:path';

/** The root of the checkout. */
export const ROOT = path.resolve(__dirname, '../../..');

/** Compiled server code and, in `build`, the admin panel. */
export const DIST = path.join(ROOT, 'dist');
