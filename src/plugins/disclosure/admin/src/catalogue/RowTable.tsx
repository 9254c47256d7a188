import {
  Badge,
  Box,
  Flex,
  LinkButton,
  MenuItem,
  SimpleMenu,
  Table,
  Tbody,
  Td,
  TextButton,
  Th,
  Thead,
  Tr,
  Typography,
} from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Link } from 'react-router-dom';
import type { DeskCatalogueRow } from '../../../server/desk/contract';
import { listPath } from '../home/paths';
import { ACTS, type ActName } from './acts';

type Props = {
  rows: readonly DeskCatalogueRow[];
  mayMaintain: boolean;
  createUid: string | null;
  onOpen: (row: DeskCatalogueRow) => void;
  onAct: (row: DeskCatalogueRow, act: ActName) => void;
};

const HEADS = ['代码', '事项', '公开时限', '责任部门', '公开信息', '办理'];

export function RowTable({ rows, mayMaintain, createUid, onOpen, onAct }: Props) {
  return (
    <Table colCount={HEADS.length} rowCount={rows.length + 1}>
      <Thead>
        <Tr>
          {HEADS.map((head) => (
            <Th key={head}>
              <Typography variant="sigma" textColor="neutral600">
                {head}
              </Typography>
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {rows.map((row) => (
          <Tr key={row.code}>
            <Td>
              <Typography style={{ whiteSpace: 'nowrap' }}>{row.code}</Typography>
            </Td>
            <Td>
              <Title row={row} onOpen={() => onOpen(row)} />
            </Td>
            <Td>
              <Wrapped width="28rem">{row.timeLimit ?? '—'}</Wrapped>
            </Td>
            <Td>
              <Wrapped width="14rem">{row.departmentNames.join('、') || '—'}</Wrapped>
            </Td>
            <Td>
              <Typography textColor={row.publications ? 'neutral800' : 'neutral600'}>
                {row.publications || '无'}
              </Typography>
            </Td>
            <Td>
              <Flex gap={2}>
                {row.mine && row.status === 'in-force' && createUid ? (
                  <LinkButton tag={Link} to={`${listPath(createUid)}/create`} size="S" startIcon={<Plus />}>
                    新建
                  </LinkButton>
                ) : null}
                {mayMaintain && row.status === 'in-force' ? (
                  <Acts row={row} onAct={(act) => onAct(row, act)} />
                ) : null}
              </Flex>
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
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

/** Cells of Strapi's table do not wrap by themselves. */
function Wrapped({ width, children }: { width: string; children: string }) {
  return (
    <Box style={{ maxWidth: width, whiteSpace: 'normal', textAlign: 'left', lineHeight: 1.5 }}>
      <Typography tag="span" textColor="neutral800" style={{ whiteSpace: 'normal' }}>
        {children}
      </Typography>
    </Box>
  );
}
