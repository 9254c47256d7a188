import { tableError } from '../table';
import type { Archive } from './archive';
import { type Attributes, parseWhole } from './xml';

export type Sheet = { name: string; part: string; hidden: boolean };
export type Workbook = {
  sheets: Sheet[];
  from1904: boolean;
  sharedStrings: string | null;
  styles: string | null;
};

type Relation = { target: string; type: string };

const ROOT = '_rels/.rels';

/** Reads which sheets a workbook has and where their parts are. */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const root = archive.has(ROOT) ? await readRelations(archive, ROOT, '') : new Map<string, Relation>();
  const main = [...root.values()].find(({ type }) => type.endsWith('/officeDocument'))?.target;
  if (!main?.endsWith('.xml') || !archive.has(main)) {
    throw tableError('这不是 Excel 表格（.xlsx），请用 Excel 或 WPS 另存为 .xlsx 后再上传');
  }
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const relations = await readRelations(archive, `${folder}_rels/${main.slice(folder.length)}.rels`, folder);
  const ofType = (type: string) =>
    [...relations.values()].find((relation) => relation.type.endsWith(type) && archive.has(relation.target));
  const found: { attributes: Attributes[]; from1904: boolean } = { attributes: [], from1904: false };
  await parseWhole(archive.read(main), {
    open(name, attributes) {
      if (name === 'sheet') found.attributes.push(attributes);
      if (name === 'workbookPr') found.from1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
    },
  });
  return {
    sheets: found.attributes.flatMap((attributes) => toSheet(attributes, relations, archive)),
    from1904: found.from1904,
    sharedStrings: ofType('/sharedStrings')?.target ?? null,
    styles: ofType('/styles')?.target ?? null,
  };
}

function toSheet(attributes: Attributes, relations: Map<string, Relation>, archive: Archive): Sheet[] {
  const relation = relations.get(attributes.id ?? '');
  if (!relation?.type.endsWith('/worksheet') || !archive.has(relation.target)) return [];
  const hidden = attributes.state === 'hidden' || attributes.state === 'veryHidden';
  return [{ name: attributes.name ?? '', part: relation.target, hidden }];
}

async function readRelations(archive: Archive, part: string, folder: string): Promise<Map<string, Relation>> {
  const relations = new Map<string, Relation>();
  await parseWhole(archive.read(part), {
    open(name, { Id, Target, Type }) {
      if (name !== 'Relationship' || !Id || !Target) return;
      const target = Target.startsWith('/') ? Target.slice(1) : resolveDots(folder + Target);
      relations.set(Id, { target, type: Type ?? '' });
    },
  });
  return relations;
}

function resolveDots(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
