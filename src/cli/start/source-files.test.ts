import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { filesBelow, hashFiles, withImports } from './source-files';

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'sources-test-'));
const at = (name: string) => path.join(root, name);

beforeAll(() => {
  for (const folder of ['admin', 'server', 'server/rules']) fs.mkdirSync(at(folder), { recursive: true });
  fs.writeFileSync(
    at('admin/panel.tsx'),
    "import { a } from '../server/rules';\nimport React from 'react';\n",
  );
  fs.writeFileSync(
    at('server/rules/index.ts'),
    "export * from './owner';\nconst data = import('../data.json');\n",
  );
  fs.writeFileSync(at('server/rules/owner.ts'), "import { panel } from '../../admin/panel';\n");
  fs.writeFileSync(at('server/data.json'), '{}');
  fs.writeFileSync(at('server/unrelated.ts'), '');
});
afterAll(() => fs.rmSync(root, { recursive: true }));

test('lists files in a stable order and can leave some out', () => {
  expect(filesBelow(root, (file) => file.endsWith('rules'))).toEqual(
    ['admin/panel.tsx', 'server/data.json', 'server/unrelated.ts'].map(at),
  );
  expect(filesBelow(at('missing'))).toEqual([]);
});

test('follows relative imports, round in circles too', () => {
  expect(withImports([at('admin/panel.tsx')])).toEqual(
    ['admin/panel.tsx', 'server/data.json', 'server/rules/index.ts', 'server/rules/owner.ts'].map(at),
  );
});

test('hashes names and contents', () => {
  const files = [at('server/data.json'), at('server/unrelated.ts')];
  const before = hashFiles(root, files);
  expect(hashFiles(root, files)).toBe(before);
  fs.writeFileSync(at('server/unrelated.ts'), ' ');
  expect(hashFiles(root, files)).not.toBe(before);
});
