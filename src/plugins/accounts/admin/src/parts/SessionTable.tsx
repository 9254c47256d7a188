import { Badge, Button, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import type { PanelSession } from '../../../server/contract';
import { dateTime } from './date-time';

type Props = { sessions: readonly PanelSession[]; onEnd: (id: string) => void };

/** Where somebody is signed in. */
export function SessionTable({ sessions, onEnd }: Props) {
  if (sessions.length === 0) return <Typography textColor="neutral600">目前没有登录</Typography>;
  return (
    <Table colCount={5} rowCount={sessions.length}>
      <Thead>
        <Tr>
          {['设备', '网络地址', '登录时间', '最近操作', '操作'].map((title) => (
            <Th key={title}>
              <Typography variant="sigma">{title}</Typography>
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {sessions.map(({ id, device, address, startedAt, lastUsedAt, isCurrent }) => (
          <Tr key={id}>
            <Td>
              <Typography>{device ?? '未知设备'}</Typography> {isCurrent ? <Badge>本次登录</Badge> : null}
            </Td>
            <Td>
              <Typography>{address ?? '—'}</Typography>
            </Td>
            <Td>
              <Typography>{dateTime(startedAt)}</Typography>
            </Td>
            <Td>
              <Typography>{dateTime(lastUsedAt)}</Typography>
            </Td>
            <Td>
              {isCurrent ? null : (
                <Button size="S" variant="danger-light" onClick={() => onEnd(id)}>
                  结束
                </Button>
              )}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
