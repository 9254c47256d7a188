import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../src/cli/start/paths';
import type { DomainManifest } from '../../src/plugins/disclosure/server/domain/manifest';

const DOMAINS = path.join(ROOT, 'src/plugins/domains');

const isManifest = (value: unknown): value is DomainManifest =>
  typeof value === 'object' && value !== null && 'slug' in value && 'catalogue' in value;

/** The manifest in each folder of src/plugins/domains, in the order of their codes: nobody lists them. */
export const MANIFESTS: readonly DomainManifest[] = fs
  .readdirSync(DOMAINS)
  .filter((folder) => fs.existsSync(path.join(DOMAINS, folder, 'package.json')))
  .map((folder) => {
    const found = Object.values(require(path.join(DOMAINS, folder, 'domain'))).find(isManifest);
    if (!found) throw new Error(`No manifest in ${folder}/domain.ts`);
    return found;
  })
  .sort((a, b) => a.code.localeCompare(b.code));

/** The 26 of 国办发〔2019〕54号. */
export const STANDARD = MANIFESTS.filter(({ local }) => !local);
