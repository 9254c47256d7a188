import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { Page, useNotification } from '@strapi/strapi/admin';
import * as React from 'react';
import { useErrorText } from '../../../disclosure/admin/src/api/use-error-text';
import { type Column, DataTable } from '../../../disclosure/admin/src/shell/DataTable';
import { shanghaiTime } from '../../../disclosure/admin/src/shell/dates';
import type { DeliveryView, TargetView } from '../../server/contract';
import { useActOnTargetMutation, useDeliveriesQuery } from './exchange-api';

const OUTCOMES: Record<DeliveryView['outcome'], string> = {
  delivered: '已接收',
  failed: '失败，等待重试',
  'given-up': '失败，不再重试',
};

/** What was sent to a target, newest first; from any entry on it can be sent again. */
export function DeliveriesDialog({ target, onClose }: { target: TargetView; onClose: () => void }) {
  const [cursor, setCursor] = React.useState<string | null>(null);
  const { data, error } = useDeliveriesQuery({ id: target.id, cursor }, { refetchOnMountOrArgChange: true });
  const [perform] = useActOnTargetMutation();
  const { toggleNotification } = useNotification();
  const errorText = useErrorText();
  const replay = async (seq: number) => {
    const answer = await perform({ id: target.id, act: { act: 'replay', seq } });
    const failed = 'error' in answer && answer.error ? errorText(answer.error) : null;
    toggleNotification(
      failed ? { type: 'danger', message: failed } : { type: 'success', message: '从这一条起重新推送' },
    );
  };
  const columns: Column<DeliveryView>[] = [
    { head: '时间', cell: ({ at }) => shanghaiTime(at) },
    { head: '变更', cell: ({ changeName }) => changeName },
    { head: '标题', cell: ({ title }) => <Wrapped text={title ?? ''} /> },
    { head: '结果', cell: (delivery) => <Wrapped text={outcomeOf(delivery)} /> },
    {
      head: '',
      cell: ({ seq }) => (
        <Button size="S" variant="tertiary" onClick={() => replay(seq)}>
          从这里重发
        </Button>
      ),
    },
  ];
  return (
    <Modal.Root open onOpenChange={(open: boolean) => !open && onClose()}>
      <Modal.Content style={{ width: '100rem', maxWidth: '95vw' }}>
        <Modal.Header closeLabel="关闭">
          <Modal.Title>{`推送记录：${target.name}`}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {error ? <Typography>{errorText(error)}</Typography> : null}
          {data || error ? null : <Page.Loading />}
          {data && data.deliveries.length === 0 ? <Typography>还没有推送过。</Typography> : null}
          {data && data.deliveries.length > 0 ? (
            <Flex direction="column" alignItems="stretch" gap={4}>
              <DataTable columns={columns} rows={data.deliveries} keyOf={({ id }) => id} label="推送记录" />
              {data.nextCursor ? (
                <Button variant="secondary" onClick={() => setCursor(data.nextCursor)}>
                  更早的记录
                </Button>
              ) : null}
            </Flex>
          ) : null}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

const outcomeOf = ({ outcome, attempt, error }: DeliveryView): string =>
  [`${OUTCOMES[outcome]}${attempt > 1 ? `（第${attempt}次）` : ''}`, error].filter(Boolean).join('：');

const Wrapped = ({ text }: { text: string }) => (
  <Typography textColor="neutral800" style={{ whiteSpace: 'normal', overflowWrap: 'anywhere' }}>
    {text}
  </Typography>
);
