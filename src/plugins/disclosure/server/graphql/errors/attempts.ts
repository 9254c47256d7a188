import type { Core } from '@strapi/strapi';
import { type DocumentNode, type FieldNode, Kind, valueFromASTUntyped } from 'graphql';
import { allTypes, findType } from '../../domain/registry';
import { WORKFLOW_VERBS } from '../../verbs';
import type { Attempt } from '../attempt';
import { LIMITS } from '../limits/limits';
import { namesOf, uidOfName } from '../schema/names';
import { mutationOfVerb } from '../schema/verbs';

type Variables = Record<string, unknown>;

/** What the mutations of a document mean to do, as far as it can be told of a document that is wrong. */
export function attemptsOf(
  strapi: Core.Strapi,
  document: DocumentNode,
  variables: Variables = {},
): Attempt[] {
  const fields = document.definitions.flatMap((node) =>
    node.kind === Kind.OPERATION_DEFINITION && node.operation === 'mutation'
      ? node.selectionSet.selections
      : [],
  );
  return fields
    .filter((node): node is FieldNode => node.kind === Kind.FIELD)
    .slice(0, LIMITS.mutations)
    .flatMap((field) => attemptOf(strapi, field, variables) ?? []);
}

function attemptOf(strapi: Core.Strapi, field: FieldNode, variables: Variables): Attempt | null {
  const text = (name: string): string | undefined => {
    const node = field.arguments?.find((argument) => argument.name.value === name);
    const value = node && valueFromASTUntyped(node.value, variables);
    return typeof value === 'string' && value.length <= 64 ? value : undefined;
  };
  const documentId = text('documentId');
  const name = field.name.value;
  const verb = WORKFLOW_VERBS.find((candidate) => mutationOfVerb(candidate) === name);
  if (verb) {
    const type = findType(strapi, uidOfName(text('type') ?? ''));
    return type ? { verb, uid: type.uid, documentId } : null;
  }
  for (const type of allTypes(strapi)) {
    const { create, update, remove } = namesOf(type);
    if (name === create) return { verb: 'create', uid: type.uid };
    if (name === update) return { verb: 'edit', uid: type.uid, documentId };
    if (name === remove) return { verb: 'delete', uid: type.uid, documentId };
  }
  return null;
}
