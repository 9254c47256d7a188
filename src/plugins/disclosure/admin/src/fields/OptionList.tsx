import { Box, Flex, Typography } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import * as React from 'react';
import { styled } from 'styled-components';
import type { ChoiceOption } from '../../../server/desk/contract';
import { groupOptions } from './search-options';

type Props = {
  id: string;
  label: string;
  options: readonly ChoiceOption[];
  value: string | null;
  /** the option that the keyboard is at; `-1` is none */
  active: number;
  onPoint: (index: number) => void;
  onChoose: (option: ChoiceOption) => void;
};

export const optionId = (listId: string, index: number): string => `${listId}-${index}`;

/** The list that opens under a search: a WAI-ARIA listbox, with groups where the options have them. */
export function OptionList({ id, label, options, value, active, onPoint, onChoose }: Props) {
  const row = (option: ChoiceOption) => {
    const index = options.indexOf(option);
    return (
      <Option
        key={option.value}
        id={optionId(id, index)}
        option={option}
        selected={option.value === value}
        active={index === active}
        onPoint={() => onPoint(index)}
        onChoose={() => onChoose(option)}
      />
    );
  };
  return (
    <Box role="listbox" id={id} aria-label={label} padding={1}>
      {options.length === 0 ? (
        <Box padding={2}>
          <Typography textColor="neutral600">没有符合的选项</Typography>
        </Box>
      ) : null}
      {groupOptions(options).map((group) =>
        group.name ? (
          <Box key={group.name} role="group" aria-label={group.name}>
            <Box paddingTop={2} paddingLeft={3} paddingBottom={1} aria-hidden>
              <Typography variant="sigma" textColor="neutral600">
                {group.name}
              </Typography>
            </Box>
            {group.options.map(row)}
          </Box>
        ) : (
          group.options.map(row)
        ),
      )}
    </Box>
  );
}

const Row = styled(Flex)<{ $active: boolean }>`
  cursor: pointer;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme, $active }) => ($active ? theme.colors.primary100 : 'transparent')};
`;

type OptionProps = {
  id: string;
  option: ChoiceOption;
  selected: boolean;
  active: boolean;
  onPoint: () => void;
  onChoose: () => void;
};

function Option({ id, option, selected, active, onPoint, onChoose }: OptionProps) {
  const row = React.useRef<HTMLDivElement>(null);
  React.useEffect(() => {
    if (active) row.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <Row
      ref={row}
      id={id}
      role="option"
      aria-selected={selected}
      $active={active}
      justifyContent="space-between"
      gap={2}
      paddingTop={2}
      paddingBottom={2}
      paddingLeft={3}
      paddingRight={3}
      // the input keeps the focus
      onMouseDown={(event: React.MouseEvent) => event.preventDefault()}
      onMouseMove={onPoint}
      onClick={onChoose}
    >
      <Typography
        textColor={selected ? 'primary600' : 'neutral800'}
        fontWeight={selected ? 'bold' : undefined}
      >
        {option.label}
      </Typography>
      {selected ? <Check fill="primary600" aria-hidden /> : null}
    </Row>
  );
}
