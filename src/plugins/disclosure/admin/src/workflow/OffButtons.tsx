import { Button, Flex, Grid, Tooltip, Typography } from '@strapi/design-system';
import type { DeskButton } from '../../../server/desk/contract';

type Props = {
  buttons: readonly DeskButton[];
  /** whether the reasons are open from the start */
  explained: boolean;
};

/** Steps that cannot be taken now: visible, off, and with the reason why. */
export function OffButtons({ buttons, explained }: Props) {
  if (buttons.length === 0) return null;
  return (
    <Flex direction="column" alignItems="stretch" gap={2} paddingTop={2}>
      <Typography variant="pi" textColor="neutral600">
        现在不能办理
      </Typography>
      <Grid.Root gap={2}>
        {buttons.map((button) => (
          <Grid.Item key={button.verb} col={6} direction="column" alignItems="stretch">
            <Tooltip label={button.why}>
              {/* a button that is off takes no pointer and no focus: its frame does */}
              <span
                // biome-ignore lint/a11y/noNoninteractiveTabindex: the reason must be reachable by keyboard
                tabIndex={0}
                role="note"
                aria-label={`${button.label}：${button.why}`}
                style={{ display: 'flex' }}
              >
                <Button size="S" variant="tertiary" disabled fullWidth style={{ pointerEvents: 'none' }}>
                  {button.label}
                </Button>
              </span>
            </Tooltip>
          </Grid.Item>
        ))}
      </Grid.Root>
      <details open={explained}>
        <summary style={{ cursor: 'pointer' }}>
          <Typography variant="pi" textColor="primary600">
            为什么不能办理？
          </Typography>
        </summary>
        <ul>
          {byReason(buttons).map(([why, labels]) => (
            <li key={why} style={{ marginTop: 6 }}>
              <Typography variant="pi" textColor="neutral600">
                <b>{labels.join('、')}</b>
                {`：${why}`}
              </Typography>
            </li>
          ))}
        </ul>
      </details>
    </Flex>
  );
}

/** Each reason once, with the buttons that are off for it. */
function byReason(buttons: readonly DeskButton[]): [string, string[]][] {
  const labels = new Map<string, string[]>();
  for (const { label, why } of buttons) labels.set(why ?? '', [...(labels.get(why ?? '') ?? []), label]);
  return [...labels];
}
