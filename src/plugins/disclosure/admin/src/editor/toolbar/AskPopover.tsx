import { Button, Field, Flex, Popover } from '@strapi/design-system';
import * as React from 'react';

type Props = {
  trigger: React.ReactNode;
  label: string;
  hint?: string;
  placeholder?: string;
  confirm: string;
  value: string;
  /** null: it may be taken over */
  problemOf?: (value: string) => string | null;
  onConfirm: (value: string) => void;
  /** a second button, for taking away what is there */
  remove?: { label: string; onRemove: () => void };
};

/** Asks for one line of text beside the button that was pressed. */
export function AskPopover({
  trigger,
  label,
  hint,
  placeholder,
  confirm,
  value,
  problemOf,
  onConfirm,
  remove,
}: Props) {
  const [open, setOpen] = React.useState(false);
  const [typed, setTyped] = React.useState(value);
  const [problem, setProblem] = React.useState<string | null>(null);
  const done = (act: () => void) => {
    setOpen(false);
    act();
  };
  const take = () => {
    const found = problemOf?.(typed.trim()) ?? null;
    setProblem(found);
    if (!found) done(() => onConfirm(typed.trim()));
  };
  return (
    <Popover.Root
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        setTyped(value);
        setProblem(null);
      }}
    >
      <Popover.Trigger>{trigger}</Popover.Trigger>
      <Popover.Content
        sideOffset={4}
        align="start"
        onCloseAutoFocus={(event: Event) => event.preventDefault()}
      >
        <Flex direction="column" alignItems="stretch" gap={3} padding={4} style={{ width: '36rem' }}>
          <Field.Root name={label} hint={hint} error={problem ?? undefined}>
            <Field.Label>{label}</Field.Label>
            <Field.Input
              value={typed}
              placeholder={placeholder}
              autoComplete="off"
              onChange={({ target }) => setTyped(target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                event.preventDefault();
                take();
              }}
            />
            <Field.Error />
            <Field.Hint />
          </Field.Root>
          <Flex gap={2} justifyContent="flex-end">
            {remove ? (
              <Button size="S" variant="tertiary" onClick={() => done(remove.onRemove)}>
                {remove.label}
              </Button>
            ) : null}
            <Button size="S" onClick={take}>
              {confirm}
            </Button>
          </Flex>
        </Flex>
      </Popover.Content>
    </Popover.Root>
  );
}
