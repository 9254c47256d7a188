import type { RegisteredType } from '../../domain/registry';
import { describe, inputFields, outputFields } from './fields';
import { namesOf } from './names';
import { PUBLICATION_FIELD_NAMES, PUBLICATION_FIELDS, TYPE_ARGS } from './publication-fields';

/** The fields that a type adds to those of every publication. */
export const addedFields = ({ attributes }: RegisteredType) =>
  Object.fromEntries(Object.entries(attributes).filter(([name]) => !PUBLICATION_FIELD_NAMES.has(name)));

/** The schema of a disclosure type: what is published of it, and its plain writes. */
export function typeSchema(type: RegisteredType): string {
  const names = namesOf(type);
  const title = `${type.domain.name}·${type.manifest.name}`;
  return `
${describe(title)}
type ${names.type} implements Publication {${PUBLICATION_FIELDS}
${outputFields(addedFields(type))}
}

type ${names.page} {
  data: [${names.type}!]!
  meta: PageMeta!
}

input ${names.input} {
${inputFields(type.fields)}
}

extend type Query {
  ${describe(`${title}：正在公开的`)}
  ${names.list}(${TYPE_ARGS}
  ): ${names.page}
  ${names.one}(documentId: ID!, on: Day): ${names.type}
}

extend type Mutation {
  ${describe(`新建草稿：${title}`)}
  ${names.create}(data: ${names.input}!): DocumentState
  ${describe(`修改草稿：${title}`)}
  ${names.update}(documentId: ID!, data: ${names.input}!, expectedVersion: Int): DocumentState
  ${describe(`删除从未公开过的草稿：${title}`)}
  ${names.remove}(documentId: ID!, expectedVersion: Int): DocumentState
}
`;
}
