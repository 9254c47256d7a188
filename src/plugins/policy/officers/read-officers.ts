import type { DomainRead } from '../../disclosure/server/domain/manifest';
import { liveOf } from '../../disclosure/server/read-model/live-of';
import { SLUG } from '../common';

type Officer = { documentId: string; name: string; phone: string; topics: string[] };
type Department = { code: string; name: string; officers: Officer[] };

/** The officers in office, by department. */
export const readOfficers: DomainRead['read'] = async (strapi): Promise<Department[]> => {
  const officers = await liveOf(strapi, { kind: 'policy-officer', uid: `plugin::${SLUG}.policy-officer` });
  const departments = new Map<string, Department>();
  for (const { owner, ownerName, documentId, title, attributes } of officers) {
    const department = departments.get(owner) ?? { code: owner, name: ownerName, officers: [] };
    departments.set(owner, department);
    const topics = String(attributes.topics ?? '').split('\n');
    department.officers.push({
      documentId,
      name: title,
      phone: String(attributes.phone ?? ''),
      topics: topics.map((topic) => topic.trim()).filter(Boolean),
    });
  }
  return [...departments.values()].sort((a, b) => a.code.localeCompare(b.code));
};

export const officersGraphql: NonNullable<DomainRead['graphql']> = {
  field: 'officers',
  type: '[PolicyOfficersOfDepartment!]',
  typeDefs: `
"一个部门的政策专员"
type PolicyOfficersOfDepartment {
  code: String!
  name: String!
  officers: [PolicyOfficerEntry!]!
}

type PolicyOfficerEntry {
  documentId: ID!
  name: String!
  phone: String!
  "负责的政策领域"
  topics: [String!]!
}
`,
};
