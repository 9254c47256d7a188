import { Box, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import type { DeskLink } from '../../../server/desk/contract';
import type { DocumentAddress } from '../api/desk-api';
import { useSurroundingsQuery } from '../api/versions-api';
import { documentPath } from '../home/paths';

/** The documents that this one names, and those that name it. */
export function Links({ address }: { address: DocumentAddress }) {
  const { data } = useSurroundingsQuery(address);
  if (!data || data.links.length === 0) return null;
  return (
    <Box tag="section" aria-label="相关信息">
      <Typography tag="h3" variant="pi" fontWeight="bold" textColor="neutral600">
        相关信息
      </Typography>
      <ul>
        {data.links.map((link) => (
          <li key={`${link.direction}${link.relation}${link.documentId}`} style={{ marginTop: 6 }}>
            <Typography variant="pi" textColor="neutral600">{`${link.relation}：`}</Typography>
            <Target link={link} />
          </li>
        ))}
      </ul>
      {data.moreLinks ? (
        <Typography variant="pi" textColor="neutral600">
          只列出前20条
        </Typography>
      ) : null}
    </Box>
  );
}

/** A document of one's own opens in the panel, another's as the public sees it. */
function Target({ link }: { link: DeskLink }) {
  const title = (
    <Typography variant="pi" textColor="primary600" style={{ overflowWrap: 'anywhere' }}>
      {link.title}
    </Typography>
  );
  if (link.mine) return <Link to={documentPath(link.uid, link.documentId)}>{title}</Link>;
  return (
    <a href={`/api/disclosure/publications/${link.documentId}/page`} target="_blank" rel="noreferrer">
      {title}
    </a>
  );
}
