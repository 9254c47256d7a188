import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { DIST, ROOT } from '../../src/cli/start/paths';

/** Below the root, where the copy finds node_modules. */
const COPIES = path.join(ROOT, '.tmp');

/**
 * A copy of the compiled application with one more domain folder in src/plugins/domains, as a start
 * would have compiled it: other tests go on with the application as it is.
 *
 * @param folder the domain's sources
 * @returns the copy's place, and what removes it
 */
export function applicationWith(folder: string): { distDir: string; remove: () => void } {
  fs.mkdirSync(COPIES, { recursive: true });
  const distDir = fs.mkdtempSync(path.join(COPIES, 'application-'));
  fs.cpSync(DIST, distDir, { recursive: true, filter: (file) => file !== path.join(DIST, 'build') });
  const target = path.join(distDir, 'src/plugins/domains', path.basename(folder));
  fs.mkdirSync(target);
  for (const name of fs.readdirSync(folder)) {
    const source = fs.readFileSync(path.join(folder, name), 'utf8');
    const compiled = name.endsWith('.ts')
      ? ts.transpile(source, {
          module: ts.ModuleKind.CommonJS,
          target: ts.ScriptTarget.ES2022,
          esModuleInterop: true,
        })
      : source;
    fs.writeFileSync(path.join(target, name.replace(/\.ts$/, '.js')), compiled);
  }
  return { distDir, remove: () => fs.rmSync(distDir, { recursive: true, force: true }) };
}
