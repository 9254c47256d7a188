import { Box, Flex, Grid, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import type { DeskType } from '../../../server/desk/contract';
import { listPath } from './paths';

/** The ways into the lists, and to a new entry where the person may make one: a card a domain. */
export function DomainLinks({ types }: { types: readonly DeskType[] }) {
  const domains = [...new Set(types.filter(({ open }) => open).map(({ domain }) => domain))];
  if (domains.length === 0) return null;
  return (
    <section aria-labelledby="domains">
      <Typography tag="h2" id="domains" variant="delta">
        公开领域
      </Typography>
      <Grid.Root gap={4} paddingTop={4}>
        {domains.map((domain) => (
          <Grid.Item key={domain} col={12} alignItems="stretch">
            <Domain name={domain} types={types.filter((type) => type.open && type.domain === domain)} />
          </Grid.Item>
        ))}
      </Grid.Root>
    </section>
  );
}

function Domain({ name, types }: { name: string; types: readonly DeskType[] }) {
  return (
    <Box background="neutral0" shadow="tableShadow" hasRadius padding={4} width="100%">
      <Typography tag="h3" fontWeight="bold">
        {name}
      </Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2} paddingTop={2}>
        {types.map((type) => (
          <Flex tag="li" key={type.uid} justifyContent="space-between" gap={3}>
            <WayTo to={listPath(type.uid)} label={type.name} full={`${name}·${type.name}`} />
            {type.mayCreate ? (
              <WayTo to={`${listPath(type.uid)}/create`} label="新建" full={`新建${name}·${type.name}`} />
            ) : null}
          </Flex>
        ))}
      </Flex>
    </Box>
  );
}

/** A short label in the card; with its domain for those who hear it read out. */
const WayTo = ({ to, label, full }: { to: string; label: string; full: string }) => (
  <Link to={to} aria-label={full}>
    <Typography textColor="primary600">{label}</Typography>
  </Link>
);
