import departments from '../../../../../database/seeds/departments.json';
import publishers from '../../../../../database/seeds/publishers.json';
import type { CatalogueRow } from './manifest';

type Responsibilities = Record<string, readonly string[]>;

/** What publishers.json may say in place of a department's code. */
const GROUPS: Record<string, readonly string[]> = {
  '@departments': codesOfKind('office', 'department'),
  '@townships': codesOfKind('township'),
};

function codesOfKind(...kinds: string[]): string[] {
  return departments.departments.filter(({ kind }) => kinds.includes(kind)).map(({ code }) => code);
}

/**
 * The departments of the district that a text of 公开主体 means. The texts are those of the ministries'
 * catalogues; which department each means here is data (database/seeds/publishers.json), where `@lead`
 * stands for the lead department of the domain, `@departments` for every department and `@townships`
 * for the towns, subdistricts and the cluster.
 *
 * @throws Error for a text that the data does not know
 */
export function departmentsOf(publisher: string | null, leadDepartment: string): string[] {
  if (publisher === null) return [leadDepartment];
  const named = (publishers as Record<string, string[]>)[publisher];
  if (!named) throw new Error(`公开主体“${publisher}”不在 database/seeds/publishers.json 中`);
  return expand(named, leadDepartment);
}

const expand = (names: readonly string[], lead: string): string[] => [
  ...new Set(names.flatMap((name) => (name === '@lead' ? [lead] : (GROUPS[name] ?? [name])))),
];

/**
 * Who is responsible for each row of a catalogue from the start: what its 公开主体 means here, unless
 * the domain says otherwise, in codes or in the groups of publishers.json. The office adjusts it afterwards.
 */
export function responsibilitiesOf(
  catalogue: readonly CatalogueRow[],
  leadDepartment: string,
  own: Responsibilities = {},
): Responsibilities {
  const rows = catalogue
    .filter(({ code }) => !(code in own))
    .map(({ code, publisher }) => [code, departmentsOf(publisher, leadDepartment)] as const);
  const said = Object.entries(own).map(([scope, names]) => [scope, expand(names, leadDepartment)] as const);
  return Object.fromEntries([...rows, ...said]);
}
