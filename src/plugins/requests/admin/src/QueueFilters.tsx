import { Box, Flex, SingleSelect, SingleSelectOption, TextInput } from '@strapi/design-system';
import type * as React from 'react';
import { STATES } from '../../shared/states';
import { URGENCIES } from '../../shared/urgency';
import type { Choice } from './act-fields';

/** What the queue shows; an empty one filters nothing. */
export type Filters = { state: string; urgency: string; department: string; number: string };
export const NO_FILTERS: Filters = { state: 'open', urgency: '', department: '', number: '' };

/** What waited for the applicant, and need not wait any more. */
const LAPSED: Choice = { code: 'lapsed', label: '申请人逾期' };
const ALL: Choice = { code: 'all', label: '全部' };

type Props = {
  filters: Filters;
  counts: Readonly<Record<string, number>>;
  /** for the office alone: a department sees its own */
  departments: readonly Choice[];
  onChange: (filters: Filters) => void;
};

export function QueueFilters({ filters, counts, departments, onChange }: Props) {
  const choose = (name: keyof Filters) => (value: string) =>
    onChange({ ...filters, [name]: value === ALL.code ? '' : value });
  return (
    <Flex gap={3} wrap="wrap" alignItems="flex-end">
      <Select label="状态" value={filters.state} choices={statesOf(counts)} onChange={choose('state')} />
      <Select
        label="期限"
        value={filters.urgency || ALL.code}
        choices={[{ ...ALL, label: '全部期限' }, ...URGENCIES.filter(({ code }) => code !== 'none'), LAPSED]}
        onChange={choose('urgency')}
      />
      {departments.length > 0 ? (
        <Select
          label="部门"
          value={filters.department || ALL.code}
          choices={[{ ...ALL, label: '全部部门' }, ...departments]}
          onChange={choose('department')}
        />
      ) : null}
      <Box minWidth="26rem">
        <TextInput
          aria-label="申请编号"
          placeholder="编号，如 2026-0012 或 12"
          value={filters.number}
          onChange={({ target }: React.ChangeEvent<HTMLInputElement>) =>
            choose('number')(target.value.trim())
          }
        />
      </Box>
    </Flex>
  );
}

const statesOf = (counts: Props['counts']): Choice[] => [
  { code: 'open', label: '待答复' },
  ...STATES.map(({ code, label }) => ({ code, label: `${label}（${counts[code] ?? 0}）` })),
];

type SelectProps = {
  label: string;
  value: string;
  choices: readonly Choice[];
  onChange: (value: string) => void;
};

const Select = ({ label, value, choices, onChange }: SelectProps) => (
  <SingleSelect aria-label={label} value={value} onChange={(chosen) => onChange(String(chosen))}>
    {choices.map((choice) => (
      <SingleSelectOption key={choice.code} value={choice.code}>
        {choice.label}
      </SingleSelectOption>
    ))}
  </SingleSelect>
);
