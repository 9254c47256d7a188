import {
  Box,
  Button,
  Field,
  Flex,
  IconButton,
  NumberInput,
  SingleSelect,
  SingleSelectOption,
  TextInput,
} from '@strapi/design-system';
import { Plus, Trash } from '@strapi/icons';
import type { DeskRule } from '../../../server/desk/contract';
import { SearchSelect } from '../fields/SearchSelect';
import { useSource } from '../fields/use-choices';
import { CYCLES, DAY_UNITS, RULE_KINDS, ruleOfKind } from './rules';

type Props = { rules: DeskRule[]; onChange: (rules: DeskRule[]) => void };

/** 时限规则: by which due dates are computed, one a line. */
export function RulesField({ rules, onChange }: Props) {
  const set = (index: number, rule: DeskRule) =>
    onChange(rules.map((other, at) => (at === index ? rule : other)));
  return (
    <Field.Root name="rules" role="group" aria-label="时限规则" hint="公开期限和公开覆盖按这些规则计算">
      <Field.Label>时限规则</Field.Label>
      <Flex direction="column" alignItems="stretch" gap={3}>
        {rules.map((rule, index) => (
          // rules have no identity of their own: their place is it
          <Flex key={index} gap={2} alignItems="flex-start">
            <Box flex="1">
              <Rule rule={rule} onChange={(changed) => set(index, changed)} />
            </Box>
            <IconButton label="删除这条规则" onClick={() => onChange(rules.filter((_, at) => at !== index))}>
              <Trash />
            </IconButton>
          </Flex>
        ))}
        <Box>
          <Button
            variant="tertiary"
            size="S"
            startIcon={<Plus />}
            onClick={() => onChange([...rules, ruleOfKind('working_days')])}
          >
            增加一条规则
          </Button>
        </Box>
      </Flex>
      <Field.Hint />
    </Field.Root>
  );
}

function Rule({ rule, onChange }: { rule: DeskRule; onChange: (rule: DeskRule) => void }) {
  const parts = RULE_KINDS[rule.kind]?.parts ?? [];
  const subject = Array.isArray(rule.applies_to) ? rule.applies_to.join('、') : String(rule.applies_to ?? '');
  const setSubject = (value: string) => {
    const { applies_to: _before, ...rest } = rule;
    onChange(value ? { ...rest, applies_to: value } : rest);
  };
  return (
    <Flex gap={2} wrap="wrap" alignItems="flex-end">
      <Choice
        label="类型"
        value={rule.kind}
        options={LABELS}
        onChange={(kind) => onChange(ruleOfKind(kind, rule))}
      />
      {parts.includes('event') ? (
        <EventChoice label="什么事" rule={rule} name="event" onChange={onChange} />
      ) : null}
      {parts.includes('days') ? <Amount label="天数" rule={rule} name="days" onChange={onChange} /> : null}
      {parts.includes('unit') ? (
        <Choice
          label="单位"
          value={String(rule.unit ?? '')}
          options={DAY_UNITS}
          onChange={(unit) => onChange({ ...rule, unit })}
        />
      ) : null}
      {parts.includes('every') ? <Amount label="每" rule={rule} name="every" onChange={onChange} /> : null}
      {parts.includes('cycle') ? (
        <Choice
          label="周期"
          value={String(rule.unit ?? '')}
          options={CYCLES}
          onChange={(unit) => onChange({ ...rule, unit })}
        />
      ) : null}
      {parts.includes('from') ? (
        <EventChoice label="自何时起" rule={rule} name="from" onChange={onChange} />
      ) : null}
      <Field.Root name="subject" width="18rem">
        <Field.Label>只适用于</Field.Label>
        <TextInput
          placeholder="不填为全部"
          value={subject}
          onChange={({ target }: { target: HTMLInputElement }) => setSubject(target.value)}
        />
      </Field.Root>
    </Flex>
  );
}

const LABELS = Object.fromEntries(Object.entries(RULE_KINDS).map(([kind, { label }]) => [kind, label]));

type ChoiceProps = {
  label: string;
  value: string;
  options: Record<string, string>;
  onChange: (value: string) => void;
};

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <Field.Root name={label} width="18rem">
      <Field.Label>{label}</Field.Label>
      <SingleSelect value={value} onChange={(chosen) => onChange(String(chosen))}>
        {Object.entries(options).map(([option, name]) => (
          <SingleSelectOption key={option} value={option}>
            {name}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Field.Root>
  );
}

type PartProps = { label: string; rule: DeskRule; name: string; onChange: (rule: DeskRule) => void };

function Amount({ label, rule, name, onChange }: PartProps) {
  return (
    <Field.Root name={name} width="10rem">
      <Field.Label>{label}</Field.Label>
      <NumberInput
        value={Number(rule[name] ?? 1)}
        onValueChange={(value) => onChange({ ...rule, [name]: value ?? 1 })}
      />
    </Field.Root>
  );
}

function EventChoice({ label, rule, name, onChange }: PartProps) {
  const { options } = useSource('time-limit-events');
  return (
    <Field.Root name={name} width="24rem">
      <Field.Label>{label}</Field.Label>
      <SearchSelect
        name={name}
        value={String(rule[name] ?? '')}
        options={options}
        clearable={false}
        onChange={(value) => onChange({ ...rule, [name]: value })}
      />
    </Field.Root>
  );
}
