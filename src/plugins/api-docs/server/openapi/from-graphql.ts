import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
  getNullableType,
  isEnumType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  parseType,
  type TypeNode,
} from 'graphql';
import { type Components, type JsonSchema, orNull, refTo } from './json-schema';

const SCALARS: Record<string, JsonSchema> = {
  String: { type: 'string' },
  ID: { type: 'string' },
  Int: { type: 'integer' },
  Float: { type: 'number' },
  Boolean: { type: 'boolean' },
  Day: { type: 'string', format: 'date' },
  Instant: { type: 'string', format: 'date-time' },
  JSON: {},
};

/** Fields that lead on to other documents or rows: GraphQL alone follows them. Counts by department are a list. */
const LEADS_ON = /Info$/;
const LEADS_TO_ONE = /^(department|subject)$/;
const isOfRest = ({ name, args, type }: GraphQLField<unknown, unknown>): boolean => {
  if (args.length > 0) return false;
  if (isScalar(type)) return true;
  return !LEADS_ON.test(name) && (isListType(getNullableType(type)) || !LEADS_TO_ONE.test(name));
};

/** Not null where they are, but only details have them. */
const OF_DETAILS = new Set(['Domain.items', 'CatalogueItem.history']);

function isScalar(type: GraphQLType): boolean {
  if (isNonNullType(type) || isListType(type)) return isScalar(type.ofType);
  return type.name in SCALARS;
}

/** What REST answers, by the types that GraphQL has for it. */
export class GraphqlShapes {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly components: Components,
  ) {}

  /** @param expression a type as SDL writes it, e.g. `[Domain!]!` */
  of(expression: string): JsonSchema {
    return this.#ofNode(parseType(expression));
  }

  /** An object type with further fields, each as SDL writes its type. */
  extended(expression: string, more: Readonly<Record<string, string | JsonSchema>>): JsonSchema {
    const { $ref } = this.of(expression);
    const { properties = {}, ...own } = this.components[String($ref).split('/').at(-1) ?? ''] as JsonSchema;
    const further = Object.entries(more).map(([name, type]) => [
      name,
      typeof type === 'string' ? this.of(type) : type,
    ]);
    return { ...own, properties: { ...(properties as JsonSchema), ...Object.fromEntries(further) } };
  }

  #ofNode(node: TypeNode): JsonSchema {
    if (node.kind === 'NonNullType') return this.#ofNode(node.type);
    if (node.kind === 'ListType') return { type: 'array', items: this.#ofNode(node.type) };
    const type = this.schema.getType(node.name.value);
    if (!type) throw new Error(`The GraphQL schema has no type ${node.name.value}`);
    return this.#ofNamed(type);
  }

  #ofType(type: GraphQLType): JsonSchema {
    if (isNonNullType(type)) return this.#ofPresent(type.ofType);
    return orNull(this.#ofPresent(type));
  }

  #ofPresent(type: GraphQLType): JsonSchema {
    if (isNonNullType(type)) return this.#ofPresent(type.ofType);
    if (isListType(type)) return { type: 'array', items: this.#ofType(type.ofType) };
    return this.#ofNamed(type);
  }

  #ofNamed(type: GraphQLNamedType): JsonSchema {
    const scalar = SCALARS[type.name];
    if (scalar) return { ...scalar };
    if (isEnumType(type)) return { type: 'string', enum: type.getValues().map(({ name }) => name) };
    if (!isObjectType(type) && !isInterfaceType(type)) return {};
    if (!this.components[type.name]) {
      // before its fields, which may lead back to it
      this.components[type.name] = {};
      const fields = Object.values(type.getFields()).filter(isOfRest);
      const isRequired = (field: GraphQLField<unknown, unknown>) =>
        isNonNullType(field.type) && !OF_DETAILS.has(`${type.name}.${field.name}`);
      this.components[type.name] = {
        type: 'object',
        ...(type.description ? { description: type.description } : {}),
        properties: Object.fromEntries(
          fields.map((field) => [
            field.name,
            { ...this.#ofType(field.type), ...(field.description ? { description: field.description } : {}) },
          ]),
        ),
        required: fields.filter(isRequired).map(({ name }) => name),
      };
    }
    return refTo(type.name);
  }
}
