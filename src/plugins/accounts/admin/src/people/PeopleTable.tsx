import { Badge, Box, Button, Flex, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import type { PeoplePage, Person } from '../../../server/contract';
import { dateTime } from '../parts/date-time';
import { ActMenu } from './ActMenu';
import { dutyNames, type PersonActName, stateName } from './texts';

type Props = {
  page: PeoplePage;
  isBusy: boolean;
  onPage: (page: number) => void;
  onAct: (person: Person, act: PersonActName) => void;
  onSessions: (person: Person) => void;
};

const TITLES = ['姓名', '部门', '职责', '状态', '动态码', '最近登录', '登录设备', '操作'];
const COLOURS = { active: 'success', initial: 'secondary', locked: 'warning', disabled: 'neutral' } as const;

export function PeopleTable({ page: { data, meta }, isBusy, onPage, onAct, onSessions }: Props) {
  const pages = Math.max(1, Math.ceil(meta.total / meta.pageSize));
  return (
    <Box aria-busy={isBusy}>
      <Table
        colCount={TITLES.length}
        rowCount={data.length}
        footer={
          <Flex justifyContent="space-between" padding={4}>
            <Typography textColor="neutral600">{`共${meta.total}人，第${meta.page}/${pages}页`}</Typography>
            <Flex gap={2}>
              <Button variant="tertiary" disabled={meta.page <= 1} onClick={() => onPage(meta.page - 1)}>
                上一页
              </Button>
              <Button variant="tertiary" disabled={meta.page >= pages} onClick={() => onPage(meta.page + 1)}>
                下一页
              </Button>
            </Flex>
          </Flex>
        }
      >
        <Thead>
          <Tr>
            {TITLES.map((title) => (
              <Th key={title}>
                <Typography variant="sigma">{title}</Typography>
              </Th>
            ))}
          </Tr>
        </Thead>
        <Tbody>
          {data.map((person) => (
            <Row key={person.id} person={person} onAct={onAct} onSessions={onSessions} />
          ))}
        </Tbody>
      </Table>
      {data.length === 0 ? (
        <Box padding={6}>
          <Typography textColor="neutral600">没有符合条件的人员</Typography>
        </Box>
      ) : null}
    </Box>
  );
}

type RowProps = Pick<Props, 'onAct' | 'onSessions'> & { person: Person };

function Row({ person, onAct, onSessions }: RowProps) {
  return (
    <Tr>
      <Td>
        <Typography tag="div" fontWeight="bold">
          {person.name}
        </Typography>
        <Typography tag="div" variant="pi" textColor="neutral600">
          {person.email ?? (person.hasApiAccount ? '只有接口账号' : '没有账号')}
        </Typography>
      </Td>
      <Td>
        <Typography>{person.departmentName ?? '—'}</Typography>
      </Td>
      <Td>
        <Typography>{dutyNames(person) || '—'}</Typography>
      </Td>
      <Td>
        <Badge variant={COLOURS[person.state]}>{stateName(person.state)}</Badge>
        {person.lockedUntil ? (
          <Typography tag="div" variant="pi" textColor="neutral600">
            {`到 ${dateTime(person.lockedUntil).slice(-5)}`}
          </Typography>
        ) : null}
      </Td>
      <Td>
        <Typography textColor={person.needsSecondFactor && !person.hasSecondFactor ? 'danger600' : undefined}>
          {person.hasSecondFactor ? '已启用' : person.needsSecondFactor ? '须启用' : '未启用'}
        </Typography>
      </Td>
      <Td>
        <Typography>{dateTime(person.lastSignInAt)}</Typography>
      </Td>
      <Td>
        {person.sessions > 0 ? (
          <Button
            size="S"
            variant="ghost"
            aria-label={`${person.sessions}台：${person.name}登录的设备`}
            onClick={() => onSessions(person)}
          >
            {`${person.sessions}台`}
          </Button>
        ) : (
          <Typography>—</Typography>
        )}
      </Td>
      <Td>
        <ActMenu person={person} onAct={onAct} />
      </Td>
    </Tr>
  );
}
