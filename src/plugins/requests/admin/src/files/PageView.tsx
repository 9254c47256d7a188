import { Box, Button, Flex, Typography } from '@strapi/design-system';
import * as React from 'react';
import { useErrorText } from '../../../../disclosure/admin/src/api/use-error-text';
import type { Region } from '../../../shared/files';
import { useRequestFilePageQuery } from './files-api';

type Props = {
  id: string;
  file: string;
  regions?: readonly Region[];
  /** where given, parts of a picture can be chosen, and selected words taken */
  onRegion?: (region: Region) => void;
  onText?: (text: string) => void;
  onPage?: (text: string) => void;
};

/** A file page by page: PDF as its picture, DOCX as its text. */
export function PageView({ id, file, regions = [], onRegion, onText, onPage }: Props) {
  const [page, setPage] = React.useState(1);
  const { data, error, isFetching } = useRequestFilePageQuery({ id, file, page });
  const errorText = useErrorText();
  const text = data?.text;
  React.useEffect(() => {
    if (text !== undefined) onPage?.(text);
  }, [text, onPage]);
  if (!data) return <Typography>{error ? errorText(error) : '正在读取……'}</Typography>;
  const take = () => {
    const selected = window.getSelection()?.toString().trim() ?? '';
    if (selected) onText?.(selected);
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Flex gap={2} alignItems="center">
        {data.pages > 1 ? (
          <>
            <Button size="S" variant="tertiary" disabled={page <= 1} onClick={() => setPage(page - 1)}>
              上一页
            </Button>
            <Typography>{`第${page}页，共${data.pages}页`}</Typography>
            <Button
              size="S"
              variant="tertiary"
              disabled={page >= data.pages}
              onClick={() => setPage(page + 1)}
            >
              下一页
            </Button>
          </>
        ) : null}
        {isFetching ? <Typography textColor="neutral600">正在读取……</Typography> : null}
        {onText ? (
          <Button
            size="S"
            variant="secondary"
            onMouseDown={(event: React.MouseEvent) => event.preventDefault()}
            onClick={take}
          >
            遮盖选中的文字
          </Button>
        ) : null}
      </Flex>
      {data.image ? (
        <Picture
          image={data.image}
          page={page}
          regions={regions.filter((region) => region.page === page)}
          {...(onRegion ? { onRegion } : {})}
        />
      ) : null}
      {data.image && !onText ? null : (
        <Box
          background="neutral100"
          padding={3}
          hasRadius
          style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxHeight: '16rem', overflowY: 'auto' }}
        >
          <Typography>{data.text.trim() || '（这一页没有可以选择的文字）'}</Typography>
        </Box>
      )}
    </Flex>
  );
}

type PictureProps = {
  image: string;
  page: number;
  regions: readonly Region[];
  onRegion?: (region: Region) => void;
};
type Point = { x: number; y: number };

/** A drawn page; parts of it are chosen by drawing a rectangle. */
function Picture({ image, page, regions, onRegion }: PictureProps) {
  const [from, setFrom] = React.useState<Point | null>(null);
  const [to, setTo] = React.useState<Point | null>(null);
  const pointOf = ({ currentTarget, clientX, clientY }: React.PointerEvent): Point => {
    const { left, top, width, height } = currentTarget.getBoundingClientRect();
    const share = (value: number) => Math.min(1, Math.max(0, value));
    return { x: share((clientX - left) / width), y: share((clientY - top) / height) };
  };
  const drawn = from && to ? regionOf(page, from, to) : null;
  const end = () => {
    if (drawn && drawn.width > 0.005 && drawn.height > 0.005) onRegion?.(drawn);
    setFrom(null);
    setTo(null);
  };
  return (
    <div
      style={{
        position: 'relative',
        border: '1px solid #8e8ea9',
        cursor: onRegion ? 'crosshair' : 'default',
        touchAction: 'none',
      }}
      onPointerDown={(event) => {
        if (!onRegion) return;
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        setFrom(pointOf(event));
      }}
      onPointerMove={(event) => from && setTo(pointOf(event))}
      onPointerUp={end}
    >
      <img src={image} alt={`第${page}页`} draggable={false} style={{ display: 'block', width: '100%' }} />
      {[...regions, ...(drawn ? [drawn] : [])].map(({ x, y, width, height }) => (
        <div
          key={`${x}-${y}-${width}-${height}`}
          style={{
            ...{
              position: 'absolute',
              left: `${x * 100}%`,
              top: `${y * 100}%`,
              background: 'rgba(0,0,0,.75)',
            },
            ...{ width: `${width * 100}%`, height: `${height * 100}%` },
          }}
        />
      ))}
    </div>
  );
}

const regionOf = (page: number, a: Point, b: Point): Region => ({
  ...{ page, x: Math.min(a.x, b.x), y: Math.min(a.y, b.y) },
  ...{ width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) },
});
