import { Link } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { Link as RouterLink } from 'react-router-dom';

/** The way back that stands over the title of a page. */
export function BackLink({ to, children }: { to: string; children: string }) {
  return (
    <Link tag={RouterLink} to={to} startIcon={<ArrowLeft aria-hidden />}>
      {children}
    </Link>
  );
}
