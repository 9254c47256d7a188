import type { Expression } from '../../query/expression';

/** PostgreSQL takes no longer ones. */
const MAX_BYTES = 2_000;

function quote(lexeme: string): string {
  let text = lexeme;
  while (Buffer.byteLength(text) > MAX_BYTES) text = text.slice(0, -1);
  return `'${text.replace(/\\/g, '\\\\').replace(/'/g, "''")}'`;
}

/** An expression as the text of a tsquery; every term is quoted here, so nothing that a person types is syntax. */
export function toTsQuery(expression: Expression): string {
  if ('term' in expression) return quote(expression.term);
  if ('not' in expression) return `!${toTsQuery(expression.not)}`;
  const [parts, operator] = 'all' in expression ? [expression.all, ' & '] : [expression.any, ' | '];
  return `(${[...new Set(parts.map(toTsQuery))].join(operator)})`;
}
