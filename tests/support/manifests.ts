import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../src/cli/start/paths';
import type { DomainManifest } from '../../src/plugins/disclosure/server/domain/manifest';

/** Where plugins are (config/plugins.ts); some of those beside the engine are domains too. */
const PLUGIN_ROOTS = ['src/plugins', 'src/plugins/domains'].map((root) => path.join(ROOT, root));

const isManifest = (value: unknown): value is DomainManifest =>
  typeof value === 'object' && value !== null && 'slug' in value && 'catalogue' in value;

/** The folders of plugins that are disclosure domains: those with a catalogue. */
const domainFolders = (root: string): string[] =>
  fs
    .readdirSync(root)
    .map((folder) => path.join(root, folder))
    .filter((folder) =>
      ['package.json', 'catalogue.json'].every((file) => fs.existsSync(path.join(folder, file))),
    );

/** The manifest of each domain, in the order of their codes: nobody lists them. */
export const MANIFESTS: readonly DomainManifest[] = PLUGIN_ROOTS.flatMap(domainFolders)
  .map((folder) => {
    const found = Object.values(require(path.join(folder, 'domain'))).find(isManifest);
    if (!found) throw new Error(`No manifest in ${folder}/domain.ts`);
    return found;
  })
  .sort((a, b) => a.code.localeCompare(b.code));

/** The 26 of 国办发〔2019〕54号. */
export const STANDARD = MANIFESTS.filter(({ local }) => !local);
