import { LIMITS, MAX_NESTED } from './limits/limits';

/** What a browser shows at the endpoint: a page of its own, because Apollo's loads its parts from the vendor. */
export const LANDING_PAGE = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>GraphQL 接口</title>
<h1>GraphQL 接口</h1>
<p>请以 POST 方式向本地址发送 JSON，例如：</p>
<pre>curl -H 'content-type: application/json' \\
  -d '{"query":"{ publications(limit: 5) { data { title indexNo department { name } } } }"}' 本地址</pre>
<p>查询无须登录。写入须先登录（POST /api/auth/local），并在请求头中带上 Authorization: Bearer &lt;jwt&gt;。</p>
<p>接口的全部类型可用自省查询（__schema）取得。每次至多查询 ${LIMITS.queries} 项、办理 ${LIMITS.mutations} 项操作;
嵌套至多 ${LIMITS.depth} 层；每页至多 100 条，嵌套的列表至多 ${MAX_NESTED} 条。</p>
</html>
`;
