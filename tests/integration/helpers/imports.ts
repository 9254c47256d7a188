import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DIST } from '../../../src/cli/start/paths';
import type { Given } from '../../../src/plugins/imports/server/command';
import { testRun } from '../../support/cluster';
import { RECORD } from './documents';
import type { Product } from './product';

type Command = typeof import('../../../src/plugins/imports/server/command');

const command = (): Command =>
  globalThis.nativeRequire(path.join(DIST, 'src/plugins/imports/server/command')) as Command;

export const TYPE = 'major-construction-projects/records';
export const EDITOR = 'housing-construction-editor@example.test';
export const REVIEWER = 'housing-construction-reviewer@example.test';

/** A folder of the test run for files to import. */
export const importFolder = (): string => mkdtempSync(path.join(testRun().folder, 'imports-'));

/** Writes files below a folder. */
export function writeFiles(folder: string, files: Record<string, string | Buffer>): string {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return folder;
}

/** Runs an import as the command line does, and gives its counts, its job, and its report as text (CSV). */
export async function runImportCommand(
  { strapi }: Pick<Product, 'strapi'>,
  given: Partial<Given> & { file: string },
) {
  const { prepareCommand, runCommand, reportOf, describePlan } = command();
  const plan = await prepareCommand(strapi, { as: EDITOR, type: TYPE, ...given });
  const counts = await runCommand(strapi, plan, {});
  const pieces: Buffer[] = [];
  for await (const piece of reportOf(strapi, plan).content) pieces.push(Buffer.from(piece));
  return {
    counts,
    job: plan.job,
    resumed: plan.resumed,
    plan: describePlan(strapi, plan),
    report: Buffer.concat(pieces).toString('utf8').replace('\ufeff', ''),
  };
}

/** What was imported: title, state and number of the working copies of a department. */
export const workingCopies = ({ query }: Pick<Product, 'query'>, titleLike: string) =>
  query<{ title: string; state: string; owner: string; document_id: string }>(
    `select title, state, owner, document_id from major_construction_projects_records
      where published_at is null and title like $1 order by title`,
    [titleLike],
  );

export { RECORD };
