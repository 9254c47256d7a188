import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  valueFromASTUntyped,
} from 'graphql';
import { sizeOf, weightOf } from './limits';

export type Measure = {
  depth: number;
  fields: number;
  aliases: number;
  cost: number;
  /** fields at the top of queries, and of mutations */
  queries: number;
  mutations: number;
};

/** A document that cannot be measured: a fragment that contains itself, or that nobody has defined. */
export class FragmentError extends Error {}

type Counts = Pick<Measure, 'depth' | 'fields' | 'aliases' | 'cost'> & {
  /** fields at the top of the selection */
  top: number;
};
type Walk = {
  schema: GraphQLSchema;
  variables: Record<string, unknown>;
  fragments: Map<string, FragmentDefinitionNode>;
  /** what a fragment counts; null while it is being measured */
  measured: Map<string, Counts | null>;
};

const NOTHING: Counts = { depth: 0, fields: 0, aliases: 0, cost: 0, top: 0 };

/**
 * Measures what a document asks for, with fragments written out but each walked only once: a document
 * of n tokens takes O(n), however often its fragments multiply.
 *
 * @throws FragmentError
 */
export function measure(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Record<string, unknown> = {},
): Measure {
  const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  const walk: Walk = {
    schema,
    variables,
    fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])),
    measured: new Map(),
  };
  let sum = NOTHING;
  const tops = { query: 0, mutation: 0, subscription: 0 };
  for (const node of document.definitions) {
    if (node.kind !== Kind.OPERATION_DEFINITION) continue;
    const counts = measureSet(walk, node.selectionSet, schema.getRootType(node.operation) ?? undefined);
    tops[node.operation] += counts.top;
    sum = add(sum, counts);
  }
  const { top: _top, ...total } = sum;
  return { ...total, queries: tops.query, mutations: tops.mutation };
}

const add = (a: Counts, b: Counts): Counts => ({
  depth: Math.max(a.depth, b.depth),
  fields: a.fields + b.fields,
  aliases: a.aliases + b.aliases,
  cost: a.cost + b.cost,
  top: a.top + b.top,
});

function measureSet(
  walk: Walk,
  { selections }: SelectionSetNode,
  type: GraphQLNamedType | undefined,
): Counts {
  let sum = NOTHING;
  for (const node of selections) {
    if (node.kind === Kind.FIELD) sum = add(sum, measureField(walk, node, type));
    else if (node.kind === Kind.FRAGMENT_SPREAD) sum = add(sum, measureFragment(walk, node.name.value));
    else {
      const condition = node.typeCondition ? walk.schema.getType(node.typeCondition.name.value) : type;
      sum = add(sum, measureSet(walk, node.selectionSet, condition));
    }
  }
  return sum;
}

function measureFragment(walk: Walk, name: string): Counts {
  const known = walk.measured.get(name);
  if (known) return known;
  const fragment = walk.fragments.get(name);
  if (!fragment) throw new FragmentError(`没有定义片段“${name}”`);
  if (known === null) throw new FragmentError(`片段“${name}”包含了它自己`);
  walk.measured.set(name, null);
  const type = walk.schema.getType(fragment.typeCondition.name.value);
  const counts = measureSet(walk, fragment.selectionSet, type);
  walk.measured.set(name, counts);
  return counts;
}

function measureField(walk: Walk, node: FieldNode, parent: GraphQLNamedType | undefined): Counts {
  const own = { fields: 1, aliases: node.alias ? 1 : 0, top: 1 };
  if (!node.selectionSet) return { ...own, depth: 0, cost: 0 };
  const field = findField(walk.schema, parent, node.name.value);
  const type = field && getNamedType(field.type);
  const inner = measureSet(walk, node.selectionSet, type);
  const size = field && parent ? sizeOf(parent.name, field.name, argsOf(walk, node), isLimited(field)) : 1;
  return {
    ...own,
    depth: node.name.value.startsWith('__') ? 0 : inner.depth + 1,
    fields: own.fields + inner.fields,
    aliases: own.aliases + inner.aliases,
    cost: size * (weightOf(type?.name ?? '') + inner.cost),
  };
}

function findField(
  schema: GraphQLSchema,
  parent: GraphQLNamedType | undefined,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  if (parent === schema.getQueryType()) {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  }
  return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
}

const isLimited = ({ args }: GraphQLField<unknown, unknown>): boolean =>
  args.some(({ name }) => name === 'limit');

const argsOf = ({ variables }: Walk, { arguments: nodes = [] }: FieldNode): Record<string, unknown> =>
  Object.fromEntries(nodes.map(({ name, value }) => [name.value, valueFromASTUntyped(value, variables)]));
