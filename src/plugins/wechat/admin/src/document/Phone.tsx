import { Box, Flex, Typography } from '@strapi/design-system';
import * as React from 'react';
import type { Article } from '../../../server/contract';

/** Points of the phone that most designs for WeChat are made for. */
const WIDTH = 375;
const HEIGHT = 640;

/** What WeChat adds around an article's own styles. */
const PAGE =
  '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><style>body{margin:0 16px 16px;font:17px/1.6 "PingFang SC","Microsoft YaHei",sans-serif;color:rgba(0,0,0,.9);overflow-wrap:break-word;text-align:justify}</style></head><body>';

/** An article as WeChat shows it: the card in the list, then the page. */
export function Phone({ article }: { article: Article }) {
  return (
    <Flex direction="column" alignItems="center" gap={4}>
      <Card article={article} />
      <Box
        width={`${WIDTH}px`}
        height={`${HEIGHT}px`}
        background="neutral0"
        borderColor="neutral300"
        hasRadius
        style={{ overflowY: 'auto' }}
        tabIndex={0}
        role="region"
        aria-label="手机上的文章"
      >
        <Box padding={4}>
          <Typography tag="h1" style={{ fontSize: 22, lineHeight: 1.4, fontWeight: 500 }}>
            {article.title}
          </Typography>
          <Typography tag="p" textColor="neutral600" paddingTop={2}>
            {article.author}
          </Typography>
        </Box>
        <Content html={article.content} />
        <Box padding={4}>
          <Typography textColor="primary600">阅读原文</Typography>
        </Box>
      </Box>
      {article.isCut ? (
        <Typography variant="pi" textColor="neutral600">
          正文超过公众号的篇幅，其余部分在“阅读原文”里。
        </Typography>
      ) : null}
    </Flex>
  );
}

/** The card in the list of messages. */
function Card({ article: { title, digest, cover } }: { article: Article }) {
  return (
    <Box
      width={`${WIDTH}px`}
      borderColor="neutral200"
      hasRadius
      padding={3}
      role="region"
      aria-label="消息列表里的卡片"
    >
      {cover ? (
        <img src={cover} alt="" style={{ width: '100%', aspectRatio: '2.35', objectFit: 'cover' }} />
      ) : null}
      <Typography tag="div" fontWeight="bold">
        {title}
      </Typography>
      <Typography tag="div" variant="pi" textColor="neutral600">
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
