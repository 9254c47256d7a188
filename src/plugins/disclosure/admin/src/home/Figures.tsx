import { Flex, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import type { WorkGroup } from '../../../server/desk/contract';
import { workPath } from './paths';

type Props = { groups: readonly WorkGroup[]; department: string | null };

/** How much waits, at a glance; each number is the way to what it counts. */
export function Figures({ groups, department }: Props) {
  return (
    <Flex
      tag="nav"
      aria-label="待办数量"
      gap={8}
      wrap="wrap"
      background="neutral0"
      shadow="tableShadow"
      hasRadius
      padding={5}
    >
      {groups.map(({ key, label, total }) => (
        <Link key={key} to={workPath(key, department)} style={{ textDecoration: 'none' }}>
          <Typography tag="div" variant="pi" textColor="neutral600">
            {label}
          </Typography>
          <Typography
            tag="div"
            variant="alpha"
            textColor={total === 0 ? 'neutral500' : key === 'overdue' ? 'danger600' : 'primary600'}
          >
            {total}
          </Typography>
        </Link>
      ))}
    </Flex>
  );
}
