import { readingPage, withdrawnPage } from './reading-page';

const publication = {
  title: '关于<b>入学</b>的通知',
  ownerName: '区教体局',
  publishedAt: '2026-11-02T09:00:00+08:00',
  body: '<p>正文。</p><table><tr><td>1</td></tr></table><img src="/uploads/a.png">',
  attachments: [{ name: '学区表".xlsx', url: '/uploads/b.xlsx' }],
  copies: { docx: '/c.docx', pdf: '/c.pdf' },
  roster: { url: '/roster' },
};

test('everything of a publication can be read and fetched, and nothing of it is markup but its body', () => {
  const page = readingPage(publication, [{ label: '办理时限', value: '7个<工作日>' }]);
  for (const part of [
    '<h1>关于&lt;b&gt;入学&lt;/b&gt;的通知</h1>',
    '<span>公开机构：区教体局</span><span>公开日期：2026-11-02</span>',
    '<dt>办理时限</dt><dd>7个&lt;工作日&gt;</dd>',
    '<p>正文。</p>',
    'class="wide"',
    '<a href="/uploads/b.xlsx">学区表&quot;.xlsx</a>',
    '<a href="/roster.xlsx">',
    '<a href="/c.pdf">PDF 文档</a>',
  ])
    expect(page).toContain(part);
  expect(page).not.toContain('有效性');
});

test('a withdrawn one says who took it back, when and why', () => {
  const page = withdrawnPage({
    ...{ documentId: 'x', indexNo: '1', title: '<i>', owner: 'e', ownerName: '区教体局' },
    ...{ reason: '内容有误', withdrawnAt: '2026-11-03T00:00:00+08:00', orderedBy: null, successor: null },
  });
  expect(page).toContain('“&lt;i&gt;”已由区教体局于2026-11-03撤回');
  expect(page).toContain('理由：内容有误');
});
