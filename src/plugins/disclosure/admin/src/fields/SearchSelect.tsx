import { Field, Popover } from '@strapi/design-system';
import { CaretDown, Cross } from '@strapi/icons';
import * as React from 'react';
import type { ChoiceOption } from '../../../server/desk/contract';
import { OptionList, optionId } from './OptionList';
import { filterOptions, fullName, moveTo } from './search-options';

type Props = {
  name: string;
  value: string | null;
  options: readonly ChoiceOption[];
  onChange: (value: string | null) => void;
  disabled?: boolean;
  placeholder?: string;
  /** where no label of a field stands beside it */
  label?: string;
  /** false: what is chosen goes elsewhere, the input stays empty */
  clearable?: boolean;
};

const MOVES = new Set(['ArrowDown', 'ArrowUp', 'Home', 'End']);

/**
 * A single choice with search, after the WAI-ARIA combobox pattern; options may stand in groups.
 * Stands inside a `Field.Root`, from which it takes label, hint and error.
 */
export function SearchSelect({
  name,
  value,
  options,
  onChange,
  disabled,
  placeholder,
  label,
  clearable = true,
}: Props) {
  const listId = React.useId();
  const anchor = React.useRef<HTMLDivElement>(null);
  const [open, setOpen] = React.useState(false);
  const [query, setQuery] = React.useState<string | null>(null);
  const [active, setActive] = React.useState(-1);
  const shown = filterOptions(options, query ?? '');
  const selected = options.find((option) => option.value === value);
  const shownName = selected && fullName(selected);

  const expand = () => {
    if (disabled || open) return;
    setOpen(true);
    setActive(shown.findIndex((option) => option.value === value));
  };
  const collapse = () => {
    setOpen(false);
    setQuery(null);
  };
  const choose = (option: ChoiceOption | undefined) => {
    if (!option) return;
    collapse();
    if (option.value !== value) onChange(option.value);
  };
  const leave = () => {
    // who has emptied the input has taken the choice back
    if (query === '' && value && clearable) onChange(null);
    collapse();
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (MOVES.has(event.key) && (open || event.key.startsWith('Arrow'))) {
      event.preventDefault();
      if (!open) expand();
      else setActive(moveTo(event.key, active, shown.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (open) choose(shown[active]);
      else expand();
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      event.stopPropagation();
      collapse();
    }
  };

  return (
    <Popover.Root open={open} onOpenChange={(next) => !next && collapse()}>
      <Popover.Anchor asChild>
        <div ref={anchor}>
          <Field.Input
            name={name}
            role="combobox"
            type="text"
            autoComplete="off"
            aria-label={label}
            aria-autocomplete="list"
            aria-expanded={open}
            aria-controls={listId}
            aria-activedescendant={open && active >= 0 ? optionId(listId, active) : undefined}
            disabled={disabled}
            placeholder={placeholder}
            title={shownName}
            value={query ?? shownName ?? value ?? ''}
            onChange={(event) => {
              setQuery(event.target.value);
              setOpen(true);
              setActive(0);
            }}
            onClick={expand}
            onFocus={(event) => event.target.select()}
            onBlur={leave}
            onKeyDown={onKeyDown}
            endAction={
              value && clearable && !disabled ? (
                <Field.Action
                  label="清除"
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => onChange(null)}
                >
                  <Cross fill="neutral500" />
                </Field.Action>
              ) : (
                <CaretDown fill="neutral500" aria-hidden />
              )
            }
          />
        </div>
      </Popover.Anchor>
      <Popover.Content
        align="start"
        sideOffset={4}
        style={{
          width: 'var(--radix-popover-trigger-width)',
          minWidth: '28rem',
          maxHeight: '36rem',
          overflowY: 'auto',
        }}
        onOpenAutoFocus={(event) => event.preventDefault()}
        onCloseAutoFocus={(event) => event.preventDefault()}
        onInteractOutside={(event) => {
          if (anchor.current?.contains(event.target as Node)) event.preventDefault();
        }}
      >
        <OptionList
          id={listId}
          label={label ?? placeholder ?? name}
          options={shown}
          value={value}
          active={active}
          onPoint={setActive}
          onChoose={choose}
        />
      </Popover.Content>
    </Popover.Root>
  );
}
