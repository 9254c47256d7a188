import { type DefinitionNode, type DocumentNode, type GraphQLSchema, Kind } from 'graphql';
import { LIMITS } from './limits';
import { FragmentError, type Measure, measure } from './measure';

/** What to do about each limit. */
const SENTENCES: Record<keyof Measure, (limit: number) => string> = {
  depth: (limit) => `嵌套不能超过${limit}层`,
  fields: (limit) => `字段不能超过${limit}个`,
  aliases: (limit) => `别名不能超过${limit}个`,
  queries: (limit) => `一次不能查询超过${limit}项，请分几次查询`,
  mutations: (limit) => `一次不能办理超过${limit}项操作，请分几次办理`,
  cost: () => '查询的数据量过大，请减少每页条数（limit）或嵌套的列表',
};

const isSubscription = (node: DefinitionNode): boolean =>
  node.kind === Kind.OPERATION_DEFINITION && node.operation === 'subscription';

/**
 * Whether a document asks for too much, or cannot be measured.
 *
 * @returns what is wrong, as a Chinese sentence; null where it is in order
 */
export function checkDocument(
  schema: GraphQLSchema,
  document: DocumentNode,
  { length, variables }: { length: number; variables?: Record<string, unknown> | undefined },
): string | null {
  if (length > LIMITS.length)
    return `查询超出限制：查询语句不能超过${LIMITS.length}个字符，长文字请放在 variables 中`;
  if (document.definitions.some(isSubscription)) return '查询语句有误：不支持订阅（subscription）';
  try {
    const measured = measure(schema, document, variables);
    const exceeded = (Object.keys(SENTENCES) as (keyof Measure)[]).find((key) => measured[key] > LIMITS[key]);
    return exceeded ? `查询超出限制：${SENTENCES[exceeded](LIMITS[exceeded])}` : null;
  } catch (error) {
    if (error instanceof FragmentError) return `查询语句有误：${error.message}`;
    throw error;
  }
}
