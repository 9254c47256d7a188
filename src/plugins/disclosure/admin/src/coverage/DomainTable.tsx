import { Table, Tbody, Td, TextButton, Th, Thead, Tr, Typography } from '@strapi/design-system';
import type { DeskFigures } from '../../../server/desk/contract';

type Domain = DeskFigures & { domain: string; code: string; name: string; noPublications: number };
type Props = { domains: readonly Domain[]; onOpen: (slug: string) => void };

const HEADS = ['公开领域', '应公开', '按期', '迟', '缺', '没有公开过的事项'];

/** The sums of each domain; a domain opens its rows. */
export function DomainTable({ domains, onOpen }: Props) {
  return (
    <Table colCount={HEADS.length} rowCount={domains.length + 1}>
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
        {domains.map(({ domain, code, name, due, inTime, late, missing, noPublications }) => (
          <Tr key={domain}>
            <Td>
              <TextButton onClick={() => onOpen(domain)}>{`${code} ${name}`}</TextButton>
            </Td>
            <Td>
              <Typography textColor="neutral800">{due}</Typography>
            </Td>
            <Td>
              <Typography textColor="neutral800">{inTime}</Typography>
            </Td>
            <Td>
              <Typography textColor={late ? 'warning700' : 'neutral500'}>{late}</Typography>
            </Td>
            <Td>
              <Typography textColor={missing ? 'danger600' : 'neutral500'}>{missing}</Typography>
            </Td>
            <Td>
              <Typography textColor="neutral600">{noPublications}</Typography>
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
