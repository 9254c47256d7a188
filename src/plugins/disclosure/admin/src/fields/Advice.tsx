import { Typography } from '@strapi/design-system';

export type AdviceText = { level: 'error' | 'warning'; text: string };

/** A remark under a field while one types; it prevents nothing. While there is none it takes no room. */
export function Advice({ advice }: { advice: AdviceText | null }) {
  return (
    <div role="status" style={advice ? undefined : { position: 'absolute' }}>
      {advice ? (
        <Typography variant="pi" textColor={advice.level === 'error' ? 'danger600' : 'warning600'}>
          {advice.text}
        </Typography>
      ) : null}
    </div>
  );
}
