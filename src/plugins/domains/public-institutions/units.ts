import type { Core } from '@strapi/strapi';
import type { DomainRead } from '../../disclosure/server/domain/manifest';
import { listCatalogue } from '../../disclosure/server/read-model/list-catalogue';
import { allDepartments } from '../../disclosure/server/reference-data/departments';
import catalogue from './catalogue.json';

/** 类别 of a department that is a public institution. */
const PUBLIC_UNIT = 'public-unit';

/** The public institutions by sector, as the catalogue's rows name who is responsible. */
export async function readUnits(strapi: Core.Strapi) {
  const [rows, departments] = await Promise.all([
    listCatalogue(strapi, { domain: catalogue.slug }),
    allDepartments(strapi),
  ]);
  const units = departments.filter(({ kind }) => kind === PUBLIC_UNIT);
  const names = new Map(departments.map(({ code, name }) => [code, name]));
  return rows
    .map(({ code, level1, departments: responsible }) => ({
      sector: level1 ?? '',
      catalogueItem: code,
      units: units
        .filter((unit) => responsible.includes(unit.code))
        .map(({ code: unit, name, regulator }) => ({
          code: unit,
          name,
          regulator,
          regulatorName: regulator ? (names.get(regulator) ?? regulator) : null,
        })),
    }))
    .filter((sector) => sector.units.length > 0);
}

/** The units in GraphQL, field by field what REST answers. */
export const unitsGraphql: NonNullable<DomainRead['graphql']> = {
  field: 'units',
  type: '[PublicInstitutionsSector!]',
  typeDefs: `
"一个行业的公共企事业单位"
type PublicInstitutionsSector {
  sector: String!
  "标准目录事项代码"
  catalogueItem: String!
  units: [PublicInstitutionsUnit!]!
}

type PublicInstitutionsUnit {
  code: String!
  name: String!
  "主管部门：审核该单位的信息"
  regulator: String
  regulatorName: String
}
`,
};
