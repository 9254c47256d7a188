import { Box, Flex, Modal, Typography } from '@strapi/design-system';
import type * as React from 'react';
import type { DeskCatalogueRow, DeskRowChange } from '../../../server/desk/contract';
import { useRowHistoryQuery } from '../api/pages-api';
import { useErrorText } from '../api/use-error-text';
import { shanghaiTime } from '../shell/dates';

/** A row in full: its texts, what became of it, and its history. */
export function RowDialog({ row, onClose }: { row: DeskCatalogueRow; onClose: () => void }) {
  const { data, error } = useRowHistoryQuery(row.code);
  const errorText = useErrorText();
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel="关闭">
          <Modal.Title>{`${row.code} ${row.level2 ?? row.level1 ?? ''}`}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={3}>
            <Text label="一级事项">{row.level1}</Text>
            <Text label="公开内容（要素）">{row.contentElements.join('；')}</Text>
            <Text label="公开时限">{row.timeLimit}</Text>
            <Text label="公开主体（目录原文）">{row.publisher}</Text>
            <Text label="责任部门">{row.departmentNames.join('、')}</Text>
            <Text label="公开依据">{row.legalBasis.join('；')}</Text>
            <Text label="说明">{row.note}</Text>
            <Text label="由哪些事项而来">{row.predecessors.join('、')}</Text>
            <Text label="由哪些事项承接">{row.successors.join('、')}</Text>
            <Typography tag="h3" variant="delta" paddingTop={3}>
              经过
            </Typography>
            {error ? <Typography textColor="danger600">{errorText(error)}</Typography> : null}
            {data?.length === 0 ? <Typography textColor="neutral600">目录装入以来没有变动</Typography> : null}
            <Flex tag="ol" direction="column" alignItems="stretch" gap={4}>
              {data?.map((change) => (
                <li key={`${change.at}${change.act}`}>
                  <Change change={change} />
                </li>
              ))}
            </Flex>
          </Flex>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function Text({ label, children }: { label: string; children: React.ReactNode }) {
  if (!children) return null;
  return (
    <Box>
      <Typography tag="div" variant="pi" fontWeight="bold" textColor="neutral600">
        {label}
      </Typography>
      <Typography tag="div" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
        {children}
      </Typography>
    </Box>
  );
}

function Change({ change }: { change: DeskRowChange }) {
  const { evidence, predecessors, successors } = change;
  return (
    <>
      <Typography tag="div" fontWeight="bold" textColor="neutral800">
        {`${change.actName} ${shanghaiTime(change.at)}`}
      </Typography>
      <Typography tag="div" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
        {change.reason}
      </Typography>
      {evidence ? (
        <Typography tag="div" variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
          {`依据：${[evidence.title, evidence.docNo, evidence.url].filter(Boolean).join(' ')}`}
        </Typography>
      ) : null}
      {predecessors.length > 0 ? <Note>{`并入或拆自：${predecessors.join('、')}`}</Note> : null}
      {successors.length > 0 ? <Note>{`承接：${successors.join('、')}`}</Note> : null}
      {change.changes.map(({ field, label, before, after }) => (
        <Note key={field}>{`${label}：${told(before)} → ${told(after)}`}</Note>
      ))}
    </>
  );
}

const Note = ({ children }: { children: React.ReactNode }) => (
  <Typography tag="div" variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
    {children}
  </Typography>
);

/** A text as a person reads it; rules and lists in short. */
function told(value: unknown): string {
  if (value === null || value === '') return '（空）';
  if (Array.isArray(value) && value.every((item) => typeof item === 'string'))
    return value.join('；') || '（空）';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
