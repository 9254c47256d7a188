import { Box, Typography } from '@strapi/design-system';
import * as React from 'react';

const MIN_HEIGHT = 160;

const page = (html: string): string => `<!doctype html><meta charset="utf-8"><style>
  body { font: 15px/1.8 "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; color: #212134; margin: 12px 16px; overflow-wrap: anywhere; }
  p { margin: 0 0 .8em; text-indent: 2em; } img { max-width: 100%; }
  table { border-collapse: collapse; } td, th { border: 1px solid #8e8ea9; padding: 4px 8px; }
</style>${html}`;

/** The body as the public will read it, in a frame in which no script runs. */
export function BodyPreview({ html, label }: { html: string; label: string }) {
  const [height, setHeight] = React.useState(MIN_HEIGHT);
  if (!html.trim()) {
    return (
      <Box padding={4} background="neutral100" hasRadius>
        <Typography textColor="neutral600">还没有正文</Typography>
      </Box>
    );
  }
  return (
    <Box borderColor="neutral200" hasRadius background="neutral0">
      <iframe
        title={`${label}预览`}
        sandbox="allow-same-origin"
        srcDoc={page(html)}
        style={{ border: 0, width: '100%', height, display: 'block' }}
        onLoad={({ currentTarget }) => {
          const content = currentTarget.contentDocument?.documentElement.scrollHeight ?? 0;
          setHeight(Math.max(content, MIN_HEIGHT));
        }}
      />
    </Box>
  );
}
