import { deskBench } from './desk';
import { importBench } from './import';
import { readBench } from './read';
import { rostersBench } from './rosters';
import { searchBench } from './search';

/** `npm run bench -- NAME`: measures on this machine and prints; exit status 1 when a goal is missed. */
const BENCHES: Record<string, () => Promise<boolean>> = {
  desk: deskBench,
  import: importBench,
  read: readBench,
  rosters: rostersBench,
  search: searchBench,
};

async function main(): Promise<void> {
  const bench = BENCHES[process.argv[2] ?? ''];
  if (!bench) throw new Error(`npm run bench -- ${Object.keys(BENCHES).join(' | ')}`);
  if (!(await bench())) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
