import type { OpenApi, Operation } from '../openapi/document';
import type { Components, JsonSchema } from '../openapi/json-schema';
import { examplesFor } from './examples';
import { escapeHtml as e } from './html';
import { STYLE } from './style';

/**
 * The document to read: HTML without scripts, so that it needs nothing of anybody else. Pure.
 *
 * @param url the address that the examples name
 */
export function renderPage(document: OpenApi, url: string): string {
  const { title, description } = document.info as { title: string; description: string };
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${e(title)}</title>
<style>${STYLE}</style>
<main>
<h1>${e(title)}</h1>
<p>${e(description)}</p>
<p><a href="/api/openapi.json">OpenAPI 3.1</a> · <a href="/api/schema.graphql">GraphQL 类型</a> · <a href="/api/feeds">订阅源</a></p>
<h2 id="examples">示例</h2>
${examplesFor(url)
  .map(({ name, text }) => folded(e(name), `<pre>${e(text)}</pre>`))
  .join('\n')}
<h2 id="keys">接口密钥</h2>
<p>公开的内容不需要密钥。大量读取的单位可向区政务公开办登记,得到接口密钥,放在请求头 <code>X-API-Key</code> 里。回答的请求头
<code>X-RateLimit-Limit</code>、<code>X-RateLimit-Remaining</code>、<code>X-RateLimit-Reset</code>(秒)说明每分钟的限额,加 <code>-Day</code> 的说明每天的;超出时答 429,<code>Retry-After</code> 后再试。</p>
<h2 id="errors">错误</h2>
${errorTable(document)}
<h2 id="operations">接口</h2>
${document.tags.map(({ name }) => renderTag(document, name)).join('\n')}
<h2 id="types">数据类型</h2>
${Object.entries(document.components.schemas)
  .map(([name, schema]) => renderType(name, schema))
  .join('\n')}
</main>
</html>
`;
}

const folded = (summary: string, content: string, id = ''): string =>
  `<details${id ? ` id="${e(id)}"` : ''}><summary>${summary}</summary><div>${content}</div></details>`;

function renderTag(document: OpenApi, tag: string): string {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { tags }]) => tags.includes(tag))
      .map(([method, operation]) => renderOperation(method, path, operation)),
  );
  return folded(
    `<strong>${e(tag)}</strong> <span class="quiet">${operations.length}个</span>`,
    operations.join('\n'),
  );
}

function renderOperation(method: string, path: string, operation: Operation): string {
  const { summary, description, parameters, requestBody, responses, security, operationId } = operation;
  const isOpen = security.some((way) => Object.keys(way).length === 0);
  const content = [
    description ? `<p>${e(description)}</p>` : '',
    isOpen ? '' : '<p>须登录:请求头 <code>Authorization: Bearer &lt;jwt&gt;</code></p>',
    parameters.length ? parameterTable(parameters) : '',
    requestBody ? `<p><b>请求正文</b> ${contentOf(requestBody)}</p>` : '',
    ...Object.entries(responses)
      .filter(([status]) => status.startsWith('2'))
      .map(([status, response]) => `<p><b>回答 ${e(status)}</b> ${contentOf(response)}</p>`),
  ];
  const verb = `<span class="verb ${e(method)}">${e(method.toUpperCase())}</span>`;
  return folded(`${verb}<code>${e(path)}</code> ${e(summary)}`, content.join('\n'), operationId);
}

const parameterTable = (parameters: readonly JsonSchema[]): string =>
  `<table><tr><th>参数</th><th>位置</th><th>类型</th><th>说明</th></tr>${parameters
    .map(
      ({ name, in: place, required, schema, description }) =>
        `<tr><td><code>${e(name)}</code>${required ? ' *' : ''}</td><td>${place === 'path' ? '路径' : '查询'}</td><td>${typeOf(schema as JsonSchema)}</td><td>${e(description ?? '')}</td></tr>`,
    )
    .join('')}</table>`;

function contentOf({ content = {} }: JsonSchema): string {
  return Object.entries(content as Record<string, { schema?: JsonSchema }>)
    .map(([type, { schema }]) =>
      type === 'application/json' && schema ? typeOf(schema) : `<code>${e(type)}</code>`,
    )
    .join('、');
}

/** A type in one line; one with a name links to it. */
function typeOf(schema: JsonSchema): string {
  const { $ref, type, items, anyOf, properties } = schema as {
    $ref?: string;
    type?: string | string[];
    items?: JsonSchema;
    anyOf?: JsonSchema[];
    properties?: Record<string, JsonSchema>;
    enum?: unknown[];
    format?: string;
  };
  if ($ref) {
    const name = $ref.split('/').at(-1) ?? '';
    return `<a href="#type-${e(name)}"><code>${e(name)}</code></a>`;
  }
  if (Array.isArray(schema.enum)) return schema.enum.map((value) => `<code>${e(value)}</code>`).join(' | ');
  if (anyOf) return anyOf.map(typeOf).join(' | ');
  if (type === 'array') return `${items ? typeOf(items) : ''}[]`;
  if (properties && Object.keys(properties).length <= 3) {
    return `{ ${Object.entries(properties)
      .map(([name, inner]) => `<code>${e(name)}</code>: ${typeOf(inner)}`)
      .join(', ')} }`;
  }
  const name = Array.isArray(type) ? type.join(' | ') : (type ?? '任意');
  return `<code>${e(name)}</code>${limitsOf(schema)}`;
}

const limitsOf = ({ format, minimum, maximum, default: preset }: JsonSchema): string =>
  [
    format,
    minimum !== undefined && maximum !== undefined ? `${minimum}–${maximum}` : '',
    preset !== undefined ? `默认 ${JSON.stringify(preset)}` : '',
  ]
    .filter(Boolean)
    .map((text) => ` <span class="quiet">${e(text)}</span>`)
    .join('');

function renderType(name: string, schema: JsonSchema): string {
  const {
    description,
    properties = {},
    required = [],
  } = schema as {
    description?: string;
    properties?: Components;
    required?: string[];
  };
  const rows = Object.entries(properties).map(
    ([field, inner]) =>
      `<tr><td><code>${e(field)}</code>${required.includes(field) ? ' *' : ''}</td><td>${typeOf(inner)}</td><td>${e(inner.description ?? '')}</td></tr>`,
  );
  const content = rows.length
    ? `<table><tr><th>字段</th><th>类型</th><th>说明</th></tr>${rows.join('')}</table>`
    : typeOf(schema);
  return folded(
    `<code>${e(name)}</code> <span class="quiet">${e(description ?? '')}</span>`,
    content,
    `type-${name}`,
  );
}

const errorTable = ({ components }: OpenApi): string =>
  `<table><tr><th>状态</th><th>代码和说明</th></tr>${Object.entries(components.responses)
    .map(
      ([name, { description }]) =>
        `<tr><td>${e(name.replace('Error', ''))}</td><td>${String(description)
          .split('\n\n')
          .map((line) => e(line))
          .join('<br>')}</td></tr>`,
    )
    .join('')}</table>`;
