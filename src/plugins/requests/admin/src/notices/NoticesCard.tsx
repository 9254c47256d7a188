import { Alert, Badge, Button, Flex, Typography } from '@strapi/design-system';
import * as React from 'react';
import { useDownload } from '../../../../disclosure/admin/src/api/use-download';
import { useErrorText } from '../../../../disclosure/admin/src/api/use-error-text';
import { type Column, DataTable } from '../../../../disclosure/admin/src/shell/DataTable';
import type { RequestTold } from '../../../shared/contract';
import type { NoticeTold } from '../../../shared/notices';
import { chosenDelivery } from '../acts/delivery';
import { Card } from '../RequestPage';
import { DeliveryDialog } from './DeliveryDialog';
import { useMailNoticeMutation } from './notices-api';

/** The notices of a request: their numbers, files, and how far their delivery is. */
export function NoticesCard({ request: { id, notices, delivery } }: { request: RequestTold }) {
  const [delivered, setDelivered] = React.useState<NoticeTold | null>(null);
  const { download, error } = useDownload();
  if (notices.length === 0) return null;
  const columns: Column<NoticeTold>[] = [
    { head: '文书', cell: (notice) => <Name notice={notice} /> },
    { head: '日期', cell: ({ madeOn }) => madeOn },
    { head: '送达', cell: (notice) => <Delivery notice={notice} /> },
    {
      head: '办理',
      cell: (notice) => (
        <Actions
          requestId={id}
          notice={notice}
          onDownload={download}
          onDeliver={() => setDelivered(notice)}
        />
      ),
    },
  ];
  return (
    <Card title="文书">
      {error ? (
        <Alert variant="danger" title="没有下载" closeLabel="关闭提示">
          {error}
        </Alert>
      ) : null}
      <DataTable columns={columns} rows={notices} keyOf={(notice) => notice.id} label="文书" />
      {delivered ? (
        <DeliveryDialog
          requestId={id}
          notice={delivered}
          method={delivered.to === '申请人' ? chosenDelivery(delivery) : null}
          onClose={() => setDelivered(null)}
        />
      ) : null}
    </Card>
  );
}

const wrapped = { whiteSpace: 'normal', overflowWrap: 'anywhere' } as const;

const Name = ({ notice: { label, number, to } }: { notice: NoticeTold }) => (
  <Flex direction="column" alignItems="flex-start">
    <Typography fontWeight="semiBold" style={wrapped}>
      {label}
    </Typography>
    <Typography variant="pi" textColor="neutral600" style={wrapped}>
      {`${number} · 给${to}`}
    </Typography>
  </Flex>
);

const Delivery = ({ notice: { delivery, needsAttention, servedOn, record } }: { notice: NoticeTold }) => (
  <Flex direction="column" alignItems="flex-start" gap={1}>
    {servedOn ? (
      <Badge backgroundColor="success100" textColor="success700">
        {delivery}
      </Badge>
    ) : (
      <Typography textColor={needsAttention ? 'danger700' : 'neutral800'} style={wrapped}>
        {delivery}
      </Typography>
    )}
    {record.map(({ label, value }, index) => (
      <Typography key={`${label}${String(index)}`} variant="pi" textColor="neutral600" style={wrapped}>
        {`${label}：${value}`}
      </Typography>
    ))}
  </Flex>
);

type ActionsProps = {
  requestId: string;
  notice: NoticeTold;
  onDownload: (address: string, name: string) => void;
  onDeliver: () => void;
};

function Actions({ requestId, notice, onDownload, onDeliver }: ActionsProps) {
  const [mail, { error, isLoading }] = useMailNoticeMutation();
  const errorText = useErrorText();
  if (!notice.isReadable) return <Typography textColor="neutral600">内容已按期删除</Typography>;
  const address = `/requests/requests/${requestId}/notices/${notice.id}`;
  const file = (format: string) =>
    onDownload(`${address}?format=${format}`, `${notice.label}-${notice.number}.${format}`);
  return (
    <Flex gap={1} wrap="wrap">
      <Button size="S" variant="tertiary" onClick={() => file('docx')}>
        DOCX
      </Button>
      <Button size="S" variant="tertiary" onClick={() => file('pdf')}>
        PDF
      </Button>
      <Button
        size="S"
        variant="tertiary"
        onClick={() => onDownload(`${address}/receipt?format=docx`, `送达回证-${notice.number}.docx`)}
      >
        送达回证
      </Button>
      {notice.servedOn ? null : (
        <Button size="S" variant="secondary" onClick={onDeliver}>
          {notice.kind.startsWith('answer') ? '登记发出' : '登记送达'}
        </Button>
      )}
      {notice.mayMail ? (
        <Button
          size="S"
          variant="secondary"
          loading={isLoading}
          onClick={() => mail({ id: requestId, notice: notice.id })}
        >
          重发邮件
        </Button>
      ) : null}
      {error ? <Typography textColor="danger700">{errorText(error)}</Typography> : null}
    </Flex>
  );
}
