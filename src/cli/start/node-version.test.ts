import { readFileSync } from 'node:fs';
import path from 'node:path';
import { requireNodeVersion } from './node-version';
import { ROOT } from './paths';

test.each(['18.20.4', '20.8.1', '16.0.0'])('refuses Node.js %s with one sentence', (version) => {
  expect(() => requireNodeVersion(version)).toThrow(new RegExp(`^[^。]*${version}[^。]*20\\.9[^。]*。$`));
});

test.each(['20.9.0', '20.20.2', '22.1.0', '26.0.0'])('takes Node.js %s', (version) => {
  expect(() => requireNodeVersion(version)).not.toThrow();
});

test('agrees with package.json', () => {
  const { engines } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
    engines: { node: string };
  };
  expect(engines.node).toBe('>=20.9.0');
});
