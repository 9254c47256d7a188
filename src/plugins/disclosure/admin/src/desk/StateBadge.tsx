import { Status, Typography } from '@strapi/design-system';
import type { ComponentProps } from 'react';

type Variant = ComponentProps<typeof Status>['variant'];

const VARIANTS: Record<string, Variant> = {
  draft: 'secondary',
  submitted: 'warning',
  returned: 'danger',
  approved: 'primary',
  scheduled: 'alternative',
  published: 'success',
  withdrawn: 'neutral',
};

/** The state of a working copy, in Chinese and in a colour of its own. */
export function StateBadge({ state, name }: { state: string; name: string }) {
  return (
    <Status variant={VARIANTS[state] ?? 'neutral'} size="S" width="min-content">
      <Typography tag="span" variant="omega" fontWeight="bold" style={{ whiteSpace: 'nowrap' }}>
        {name}
      </Typography>
    </Status>
  );
}
