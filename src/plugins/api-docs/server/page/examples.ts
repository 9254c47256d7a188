/** A piece of code to copy; a test runs each of them as it stands here. */
export type Example = { name: string; file: string; text: string };

const curl = (origin: string) => `# 最新公开的5条
curl -fsS "${origin}/api/disclosure/publications?limit=5"
# 检索
curl -fsS -G "${origin}/api/disclosure/search" --data-urlencode q=施工许可 -d limit=5
# 带接口密钥(可选)
# curl -fsS -H "X-API-Key: 您的密钥" "${origin}/api/disclosure/departments"
`;

const javascript = (origin: string) => `// 逐页读完一个领域的全部信息
const list = '${origin}/api/disclosure/publications?domain=major-construction-projects&limit=10';
let cursor = null;
do {
  const response = await fetch(cursor ? \`\${list}&cursor=\${encodeURIComponent(cursor)}\` : list);
  const { data, meta, error } = await response.json();
  if (error) throw new Error(error.message);
  for (const { title, ownerName, publishedAt } of data) console.log(publishedAt, ownerName, title);
  cursor = meta.nextCursor;
} while (cursor);
`;

const strapiClient = (origin: string) => `// npm install @strapi/client
import { strapi } from '@strapi/client';

const client = strapi({ baseURL: '${origin}/api' });
const projects = client.collection('projects', { path: '/major-construction-projects/projects' });
const { data } = await projects.find({ sort: 'formedOn:desc', pagination: { pageSize: 5 } });
for (const { documentId, title } of data) console.log(documentId, title);
const { data: first } = await projects.findOne(data[0].documentId);
console.log(first.title);
`;

const miniProgram = (
  origin: string,
) => `// 微信小程序的页面;先在小程序后台把 ${origin} 加入 request 合法域名(须为 https)
Page({
  data: { publications: [], problem: '' },
  onLoad() {
    wx.request({
      url: '${origin}/api/disclosure/publications',
      data: { limit: 10 },
      success: ({ statusCode, data }) => {
        if (statusCode === 200) this.setData({ publications: data.data });
        else this.setData({ problem: data.error.message });
      },
      fail: () => this.setData({ problem: '网络不通,请稍后再试' }),
    });
  },
});
`;

const html = (origin: string) => `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>最新公开</title>
<ul id="publications"></ul>
<script type="module">
  const response = await fetch('${origin}/api/disclosure/publications?limit=10');
  const { data } = await response.json();
  for (const { title, ownerName, url } of data) {
    const link = document.createElement('a');
    link.href = '${origin}' + url + '/page';
    link.textContent = title + '(' + ownerName + ')';
    const item = document.createElement('li');
    item.append(link);
    document.getElementById('publications').append(item);
  }
</script>
</html>
`;

/** The examples for a server at an address. Pure. */
export const examplesFor = (origin: string): Example[] => [
  { name: 'curl', file: 'example.sh', text: curl(origin) },
  { name: 'fetch(浏览器、Node.js)', file: 'example.mjs', text: javascript(origin) },
  { name: '@strapi/client', file: 'example-strapi.mjs', text: strapiClient(origin) },
  { name: '微信小程序', file: 'example-mini-program.js', text: miniProgram(origin) },
  { name: '网页', file: 'example.html', text: html(origin) },
];
