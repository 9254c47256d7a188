import { TextButton, Typography } from '@strapi/design-system';
import type { DeskFigures } from '../../../server/desk/contract';
import { type Column, DataTable } from '../shell/DataTable';

type Domain = DeskFigures & { domain: string; code: string; name: string; noPublications: number };
type Props = { domains: readonly Domain[]; onOpen: (slug: string) => void };

/** The sums of each domain; a domain opens its rows. */
export function DomainTable({ domains, onOpen }: Props) {
  const columns: Column<Domain>[] = [
    {
      head: '公开领域',
      cell: ({ domain, code, name }) => (
        <TextButton onClick={() => onOpen(domain)}>{`${code} ${name}`}</TextButton>
      ),
    },
    { head: '应公开', cell: ({ due }) => due },
    { head: '按期', cell: ({ inTime }) => inTime },
    {
      head: '迟',
      cell: ({ late }) => <Typography textColor={late ? 'warning700' : 'neutral600'}>{late}</Typography>,
    },
    {
      head: '缺',
      cell: ({ missing }) => (
        <Typography textColor={missing ? 'danger600' : 'neutral600'}>{missing}</Typography>
      ),
    },
    { head: '没有公开过的事项', cell: ({ noPublications }) => noPublications },
  ];
  return <DataTable columns={columns} rows={domains} keyOf={({ domain }) => domain} />;
}
