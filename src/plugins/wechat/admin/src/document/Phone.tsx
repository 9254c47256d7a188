import { Box, Flex, Typography } from '@strapi/design-system';
import * as React from 'react';
import type { Article } from '../../../server/contract';

/** Points of the phone that most designs for WeChat are made for; on a narrower screen, as much as there is. */
const WIDTH = { width: '375px', maxWidth: '100%' } as const;
const HEIGHT = '640px';

/** As WeChat shows it by day, whatever the panel looks like: an article's own styles are made for it. */
const LIGHT = { background: '#ffffff', border: '1px solid #dcdce4', borderRadius: 4 } as const;
const BLACK = 'rgba(0,0,0,.9)';
const GREY = '#6b6b6b';
const BLUE = '#576b95';
/** The cover of an article without pictures (`server/push/pictures.ts`). */
const PLAIN = '#1f4e79';

/** What WeChat adds around an article's own styles. */
const PAGE = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><style>html{background:#fff}body{margin:0 16px 16px;font:17px/1.6 "PingFang SC","Microsoft YaHei",sans-serif;color:${BLACK};overflow-wrap:break-word;text-align:justify}</style></head><body>`;

/** An article as WeChat shows it: the card in the list, then the page. */
export function Phone({ article }: { article: Article }) {
  return (
    <Flex direction="column" alignItems="center" gap={4}>
      <Notes article={article} />
      <Card article={article} />
      <Box
        style={{ ...WIDTH, ...LIGHT, height: HEIGHT, overflowY: 'auto' }}
        tabIndex={0}
        role="region"
        aria-label="手机上的文章"
      >
        <Box padding={4}>
          <Typography tag="h1" style={{ fontSize: 22, lineHeight: 1.4, fontWeight: 500, color: BLACK }}>
            {article.title}
          </Typography>
          <Typography tag="p" paddingTop={2} style={{ color: GREY }}>
            {article.author}
          </Typography>
        </Box>
        <Content html={article.content} />
        <Box padding={4}>
          <Typography style={{ color: BLUE }}>阅读原文</Typography>
        </Box>
      </Box>
    </Flex>
  );
}

/** What the article does not show as the publication does, and what can be done about it. */
function Notes({ article: { isTitleCut, isCut, cover } }: { article: Article }) {
  const notes = [
    isTitleCut ? '标题超过32个字，已截短，全文写在正文前面；可以在“公众号标题”里写一个短的。' : '',
    isCut ? '正文超过公众号的篇幅，其余部分在“阅读原文”里。' : '',
    cover ? '' : '没有图片，草稿用纯色封面；可以在公众号后台换封面。',
  ].filter(Boolean);
  return (
    <Box style={WIDTH}>
      {['按已保存的工作稿显示，没有保存的修改不在内。', ...notes].map((note) => (
        <Typography key={note} tag="p" variant="pi" textColor="neutral600">
          {note}
        </Typography>
      ))}
    </Box>
  );
}

/** The card in the list of messages. */
function Card({ article: { title, digest, cover } }: { article: Article }) {
  const picture = { width: '100%', aspectRatio: '2.35', objectFit: 'cover' } as const;
  return (
    <Box style={{ ...WIDTH, ...LIGHT }} padding={3} role="region" aria-label="消息列表里的卡片">
      {cover ? <img src={cover} alt="" style={picture} /> : <div style={{ ...picture, background: PLAIN }} />}
      <Typography tag="div" fontWeight="bold" style={{ color: BLACK }}>
        {title}
      </Typography>
      <Typography tag="div" variant="pi" style={{ color: GREY }}>
        {digest}
      </Typography>
    </Box>
  );
}

/** In a frame of its own, in which nothing runs; as high as its text. */
function Content({ html }: { html: string }) {
  const [height, setHeight] = React.useState(200);
  return (
    <iframe
      title="正文"
      sandbox="allow-same-origin"
      srcDoc={`${PAGE}${html}</body></html>`}
      style={{ display: 'block', width: '100%', height, border: 0 }}
      onLoad={({ currentTarget }) =>
        setHeight(currentTarget.contentDocument?.documentElement.scrollHeight ?? 200)
      }
    />
  );
}
