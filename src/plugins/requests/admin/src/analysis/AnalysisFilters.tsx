import { Field, Flex, SingleSelect, SingleSelectOption, TextInput } from '@strapi/design-system';
import * as React from 'react';
import { today } from '../../../../disclosure/admin/src/shell/dates';
import { DIMENSIONS } from '../../../shared/analysis';
import { useDepartments } from '../use-departments';
import type { AnalysisAsked } from './analysis-api';

/** Years that can be chosen: this one and those before it. */
const YEARS = 6;
const ALL = 'all';

type FilterProps = { asked: AnalysisAsked; onChange: (changes: Partial<AnalysisAsked>) => void };

/** Which requests are looked at, and by what. */
export function AnalysisFilters({ asked, onChange }: FilterProps) {
  const departments = useDepartments();
  const [word, setWord] = React.useState('');
  const years = Array.from({ length: YEARS }, (_, index) => String(Number(today().slice(0, 4)) - index));
  const chosen = word.trim().length === 1 ? asked.word : word.trim();
  // a moment after the last key
  React.useEffect(() => {
    const timer = setTimeout(() => chosen !== asked.word && onChange({ word: chosen }), 500);
    return () => clearTimeout(timer);
  });
  return (
    <Flex gap={4} wrap="wrap" alignItems="flex-end">
      <Choice
        label="年度"
        value={asked.year}
        choices={years.map((year) => ({ code: year, label: `${year}年` }))}
        onChange={(year) => onChange({ year })}
      />
      <Choice
        label="按什么分"
        value={asked.dimension}
        choices={DIMENSIONS}
        onChange={(dimension) => onChange({ dimension })}
      />
      <Choice
        label="承办部门"
        value={asked.department || ALL}
        choices={[{ code: ALL, label: '全部' }, ...departments]}
        onChange={(department) => onChange({ department: department === ALL ? '' : department })}
      />
      <Field.Root name="word">
        <Field.Label>提到的词</Field.Label>
        <TextInput
          value={word}
          placeholder="至少两个字"
          onChange={({ target }: React.ChangeEvent<HTMLInputElement>) => setWord(target.value)}
        />
      </Field.Root>
    </Flex>
  );
}

type ChoiceProps = {
  label: string;
  value: string;
  choices: readonly { code: string; label: string }[];
  onChange: (code: string) => void;
};

const Choice = ({ label, value, choices, onChange }: ChoiceProps) => (
  <Field.Root>
    <Field.Label>{label}</Field.Label>
    <SingleSelect value={value} onChange={(chosen) => onChange(String(chosen))}>
      {choices.map(({ code, label: name }) => (
        <SingleSelectOption key={code} value={code}>
          {name}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  </Field.Root>
);
