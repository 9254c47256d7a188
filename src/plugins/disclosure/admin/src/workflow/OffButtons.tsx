import { Box, Typography } from '@strapi/design-system';
import type { DeskButton } from '../../../server/desk/contract';

/** The steps that cannot be taken now, each with its reason; folded, because she came for those that can. */
export function OffButtons({ buttons }: { buttons: readonly DeskButton[] }) {
  if (buttons.length === 0) return null;
  return (
    <details>
      <summary style={{ cursor: 'pointer' }}>
        <Typography variant="pi" textColor="primary600">
          为什么不能办理其他操作
        </Typography>
      </summary>
      <Box tag="ul" aria-label="现在不能办理的操作">
        {byReason(buttons).map(([why, labels]) => (
          <li key={why} style={{ marginTop: 6 }}>
            <Typography variant="pi" textColor="neutral700" style={{ overflowWrap: 'anywhere' }}>
              <b>{labels.join('、')}</b>
              {`：${why}`}
            </Typography>
          </li>
        ))}
      </Box>
    </details>
  );
}

/** Each reason once, with the buttons that are off for it. */
function byReason(buttons: readonly DeskButton[]): [string, string[]][] {
  const labels = new Map<string, string[]>();
  for (const { label, why } of buttons) labels.set(why ?? '', [...(labels.get(why ?? '') ?? []), label]);
  return [...labels];
}
