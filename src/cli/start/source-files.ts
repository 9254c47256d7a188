import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const IMPORT = /(?:from|import|require)\s*\(?\s*['"](\.[^'"]+)['"]/g;
const SUFFIXES = ['', '.ts', '.tsx', '.json', '.css', '/index.ts', '/index.tsx'];

/** All files below a folder, sorted; `skip` leaves out a file or a whole folder by its path. */
export function filesBelow(folder: string, skip: (file: string) => boolean = () => false): string[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const file = path.join(folder, entry.name);
      if (skip(file)) return [];
      return entry.isDirectory() ? filesBelow(file, skip) : [file];
    });
}

/** The files and everything they import by a relative path, sorted. */
export function withImports(entries: string[]): string[] {
  const found = new Set<string>();
  const queue = [...entries];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    if (!/\.tsx?$/.test(file)) continue;
    for (const [, target = ''] of fs.readFileSync(file, 'utf8').matchAll(IMPORT)) {
      const imported = resolveImport(path.resolve(path.dirname(file), target));
      if (imported) queue.push(imported);
    }
  }
  return [...found].sort();
}

/** One hash over the names and the contents of files. */
export function hashFiles(root: string, files: string[]): string {
  const hash = createHash('sha256');
  for (const file of files) {
    hash
      .update(`${path.relative(root, file)}\0`)
      .update(fs.readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

function resolveImport(base: string): string | undefined {
  return SUFFIXES.map((suffix) => base + suffix).find(
    (file) => fs.statSync(file, { throwIfNoEntry: false })?.isFile() ?? false,
  );
}
