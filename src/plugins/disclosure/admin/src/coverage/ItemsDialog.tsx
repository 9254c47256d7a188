import { Box, Flex, Modal, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import type { DeskCoverageItem, DeskCoverageRow } from '../../../server/desk/contract';
import { documentPath } from '../home/paths';
import { FIGURES, type Figure, itemsOf } from './order';

const COLOURS: Record<DeskCoverageItem['state'], string> = {
  'in-time': 'success700',
  late: 'warning700',
  missing: 'danger600',
};
const NAMES: Record<DeskCoverageItem['state'], string> = { 'in-time': '按期', late: '迟', missing: '缺' };

type Props = { row: DeskCoverageRow; figure: Figure; onClose: () => void };

/** What a figure stands for, item by item, and how it was found. */
export function ItemsDialog({ row, figure, onClose }: Props) {
  const items = itemsOf(row.items, figure);
  const total = figure === 'all' ? row.due : row[figure];
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel="关闭">
          <Modal.Title>{`${row.code} ${row.departmentName}：${FIGURES[figure]}`}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Box tag="ul">
              {row.explanation.map((line) => (
                <li key={line}>
                  <Typography textColor="neutral800">{line}</Typography>
                </li>
              ))}
            </Box>
            {items.map((item) => (
              <Item key={`${item.kind}${item.documentId}${item.title}${item.dueOn}`} item={item} />
            ))}
            {items.length < total ? (
              <Typography variant="pi" textColor="neutral600">
                {`共${total}项，这里列出${items.length}项；全部请在信息列表中按目录事项查看`}
              </Typography>
            ) : null}
          </Flex>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function Item({ item }: { item: DeskCoverageItem }) {
  const title = item.title;
  return (
    <Box borderColor="neutral200" borderWidth="1px 0 0 0" borderStyle="solid" paddingTop={3}>
      <Flex gap={2}>
        <Typography fontWeight="bold" textColor={COLOURS[item.state]}>
          {NAMES[item.state]}
        </Typography>
        {item.uid && item.documentId ? (
          <Link to={documentPath(item.uid, item.documentId)}>
            <Typography textColor="primary600">{title}</Typography>
          </Link>
        ) : (
          <Typography textColor="neutral800">{title}</Typography>
        )}
      </Flex>
      <Typography tag="div" variant="pi" textColor="neutral600">
        {item.explanation}
      </Typography>
    </Box>
  );
}
