import fs from 'node:fs';
import path from 'node:path';
import { StartFailure } from './failure';
import { DIST, ROOT } from './paths';
import { filesBelow, hashFiles } from './source-files';
import { dropStamp, isCurrent, type Stamp, writeStamp } from './stamp';

/** The folders whose compiled form Strapi reads. */
const SOURCES = ['config', 'database', 'src', 'types'];

/**
 * Compiles the server code to `dist` when a source changed, without checking types (`npm run typecheck` does).
 * Compiled files whose source is gone are removed: Strapi would load a plugin that no longer exists.
 *
 * @returns whether anything was built
 * @throws StartFailure when a source cannot be parsed
 */
export function buildServer(): boolean {
  const stamp: Stamp = { name: 'server', hash: hashFiles(ROOT, serverSources()) };
  if (isCurrent(stamp)) return false;
  dropStamp(stamp.name);
  const outputs = compile();
  for (const folder of SOURCES) {
    for (const file of filesBelow(path.join(DIST, folder))) if (!outputs.has(file)) fs.rmSync(file);
    removeEmptyFolders(path.join(DIST, folder));
  }
  writeStamp(stamp);
  return true;
}

function serverSources(): string[] {
  const skip = (file: string) => file.endsWith('.test.ts') || /src\/(admin|plugins\/.*\/admin)$/.test(file);
  const files = SOURCES.flatMap((folder) => filesBelow(path.join(ROOT, folder), skip));
  return [path.join(ROOT, 'tsconfig.json'), ...files.filter((file) => /\.(ts|json)$/.test(file))];
}

/** Writes what tsconfig.json includes and returns the names of the written files. */
function compile(): Set<string> {
  // Loading the compiler takes a third of a second that a start without changes does not spend.
  const ts = require('typescript') as typeof import('typescript');
  const config = ts.readConfigFile(path.join(ROOT, 'tsconfig.json'), ts.sys.readFile);
  const { fileNames, options } = ts.parseJsonConfigFileContent(config.config, ts.sys, ROOT);
  const outputs = new Set<string>();
  const emit = (file: string, content: string | Buffer) => {
    outputs.add(file);
    writeIfChanged(file, content);
  };
  for (const source of fileNames.filter((name) => !name.endsWith('.d.ts'))) {
    const target = path.join(DIST, path.relative(ROOT, source));
    if (source.endsWith('.json')) {
      emit(target, fs.readFileSync(source));
      continue;
    }
    const result = ts.transpileModule(fs.readFileSync(source, 'utf8'), {
      fileName: source,
      compilerOptions: { ...options, sourceMap: false, declaration: false },
      reportDiagnostics: true,
    });
    const [problem] = result.diagnostics ?? [];
    if (problem) {
      throw new StartFailure(
        `源文件 ${path.relative(ROOT, source)} 有语法错误(${ts.flattenDiagnosticMessageText(problem.messageText, ' ')}),请改正后重新启动,或者用 git checkout 恢复这个文件。`,
      );
    }
    emit(target.replace(/\.ts$/, '.js'), result.outputText);
  }
  return outputs;
}

function writeIfChanged(file: string, content: string | Buffer): void {
  if (fs.existsSync(file) && fs.readFileSync(file).equals(Buffer.from(content))) return;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  // A running server may read the file at this moment.
  fs.writeFileSync(`${file}.${process.pid}`, content);
  fs.renameSync(`${file}.${process.pid}`, file);
}

function removeEmptyFolders(folder: string): void {
  if (!fs.existsSync(folder)) return;
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) removeEmptyFolders(path.join(folder, entry.name));
  }
  if (fs.readdirSync(folder).length === 0) fs.rmdirSync(folder);
}
