import { IconButton } from '@strapi/design-system';
import type * as React from 'react';

type Props = {
  label: string;
  onClick: () => void;
  active?: boolean;
  disabled?: boolean;
  children: React.ReactNode;
};

/** A button of the toolbar; the selection in the text stays where it is while it is clicked. */
export function ToolButton({ label, onClick, active, disabled, children }: Props) {
  return (
    <IconButton
      label={label}
      variant={active ? 'secondary' : 'ghost'}
      size="S"
      aria-pressed={active}
      disabled={disabled}
      onMouseDown={(event: React.MouseEvent) => event.preventDefault()}
      onClick={onClick}
    >
      {children}
    </IconButton>
  );
}
