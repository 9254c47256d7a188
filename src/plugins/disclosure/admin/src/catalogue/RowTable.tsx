import { Badge, Flex, LinkButton, MenuItem, SimpleMenu, TextButton, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Link } from 'react-router-dom';
import type { DeskCatalogueRow } from '../../../server/desk/contract';
import { createPath } from '../home/paths';
import { type Column, DataTable } from '../shell/DataTable';
import { Wrapped } from '../shell/Wrapped';
import { ACTS, type ActName } from './acts';

type Props = {
  rows: readonly DeskCatalogueRow[];
  mayMaintain: boolean;
  createUid: string | null;
  onOpen: (row: DeskCatalogueRow) => void;
  onAct: (row: DeskCatalogueRow, act: ActName) => void;
};

export function RowTable({ rows, mayMaintain, createUid, onOpen, onAct }: Props) {
  const columns: Column<DeskCatalogueRow>[] = [
    {
      head: '代码',
      cell: ({ code }) => <Typography style={{ whiteSpace: 'nowrap' }}>{code}</Typography>,
    },
    { head: '事项', cell: (row) => <Title row={row} onOpen={() => onOpen(row)} /> },
    { head: '公开时限', cell: ({ timeLimit }) => <Wrapped width="28rem">{timeLimit ?? '—'}</Wrapped> },
    {
      head: '责任部门',
      cell: ({ departmentNames }) => <Wrapped width="14rem">{departmentNames.join('、') || '—'}</Wrapped>,
    },
    {
      head: '公开信息',
      cell: ({ publications }) => (
        <Typography textColor={publications ? 'neutral800' : 'neutral600'}>{publications || '无'}</Typography>
      ),
    },
    {
      head: '办理',
      cell: (row) => (
        <Flex gap={2}>
          {row.mine && row.status === 'in-force' && createUid ? (
            <LinkButton
              tag={Link}
              to={createPath({ uid: createUid, code: row.code, period: null })}
              size="S"
              startIcon={<Plus />}
            >
              新建
            </LinkButton>
          ) : null}
          {mayMaintain && row.status === 'in-force' ? (
            <Acts row={row} onAct={(act) => onAct(row, act)} />
          ) : null}
        </Flex>
      ),
    },
  ];
  return <DataTable columns={columns} rows={rows} keyOf={({ code }) => code} />;
}

function Title({ row, onOpen }: { row: DeskCatalogueRow; onOpen: () => void }) {
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <TextButton onClick={onOpen}>
        <Wrapped width="26rem">{row.level2 ?? row.level1 ?? row.code}</Wrapped>
      </TextButton>
      <Flex gap={2} wrap="wrap">
        {row.level2 ? (
          <Typography variant="pi" textColor="neutral600">
            {row.level1}
          </Typography>
        ) : null}
        {row.toBeConfirmed && row.status === 'in-force' ? (
          <Badge backgroundColor="warning100" textColor="warning700">
            待核实
          </Badge>
        ) : null}
        {row.status === 'in-force' ? null : (
          <Badge backgroundColor="neutral150" textColor="neutral700">
            {row.successors.length > 0
              ? `${row.statusName}，见 ${row.successors.join('、')}`
              : row.statusName}
          </Badge>
        )}
      </Flex>
    </Flex>
  );
}

function Acts({ row, onAct }: { row: DeskCatalogueRow; onAct: (act: ActName) => void }) {
  const names = (Object.keys(ACTS) as ActName[]).filter((act) => act !== 'confirm' || row.toBeConfirmed);
  return (
    <SimpleMenu label="维护" size="S" variant="tertiary" aria-label={`维护 ${row.code}`}>
      {names.map((act) => (
        <MenuItem key={act} onSelect={() => onAct(act)} variant={ACTS[act].danger ? 'danger' : 'default'}>
          {ACTS[act].label}
        </MenuItem>
      ))}
    </SimpleMenu>
  );
}
