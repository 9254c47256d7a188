import { Button, Tooltip } from '@strapi/design-system';
import type { DeskButton } from '../../../server/desk/contract';

/** The next step, off only for what is still missing: stays in its place, and says what that is. */
export function WaitingButton({ button: { label, why } }: { button: DeskButton }) {
  return (
    <Tooltip label={why}>
      {/* a button that is off takes no pointer and no focus: its frame does */}
      <span
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the reason must be reachable by keyboard
        tabIndex={0}
        role="note"
        aria-label={`${label}：${why}`}
        style={{ display: 'flex' }}
      >
        <Button variant="secondary" disabled fullWidth style={{ pointerEvents: 'none' }}>
          {label}
        </Button>
      </span>
    </Tooltip>
  );
}
