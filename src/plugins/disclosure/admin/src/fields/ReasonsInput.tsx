import {
  Accordion,
  Box,
  Flex,
  Grid,
  SingleSelect,
  SingleSelectOption,
  TextInput,
  Typography,
} from '@strapi/design-system';
import type { ChoiceOption } from '../../../server/desk/contract';
import type { CustomFieldProps } from './field-props';
import { GroupField } from './GroupField';
import { readObject } from './matrix';
import { emptyPlan, kindOf, type Plan, type PlanKind, type Plans, summary, withPlan } from './reasons';
import { groupOptions } from './search-options';
import { useSource } from './use-choices';

const KINDS: Record<PlanKind, string> = { open: '按期公开', formedOn: '已形成', notApplicable: '不适用' };

/** The custom field `reasons`: which items do not apply and why, and which were formed when. */
export default function ReasonsInput({
  name,
  label,
  hint,
  error,
  disabled,
  value,
  onChange,
  attribute,
}: CustomFieldProps<Plans>) {
  const { options } = useSource(attribute.options?.source ?? '');
  const plans = readObject<Plans>(value);
  const set = (item: string, plan: Plan | null) => onChange(name, withPlan(plans, item, plan));
  return (
    <GroupField name={name} label={label} hint={hint} error={error}>
      <Box paddingTop={2}>
        <Accordion.Root size="S">
          {groupOptions(options).map((group) => {
            const marked = summary(
              plans,
              group.options.map((option) => option.value),
            );
            return (
              <Accordion.Item key={group.name ?? ''} value={group.name ?? ''}>
                <Accordion.Header>
                  <Accordion.Trigger>{marked ? `${group.name}（${marked}）` : group.name}</Accordion.Trigger>
                </Accordion.Header>
                <Accordion.Content>
                  <Flex direction="column" alignItems="stretch" gap={3} padding={4}>
                    {group.options.map((item) => (
                      <Item
                        key={item.value}
                        item={item}
                        plan={plans[item.value]}
                        disabled={disabled}
                        onChange={(plan) => set(item.value, plan)}
                      />
                    ))}
                  </Flex>
                </Accordion.Content>
              </Accordion.Item>
            );
          })}
        </Accordion.Root>
      </Box>
    </GroupField>
  );
}

type ItemProps = {
  item: ChoiceOption;
  plan: Plan | undefined;
  disabled?: boolean;
  onChange: (plan: Plan | null) => void;
};

function Item({ item, plan, disabled, onChange }: ItemProps) {
  const kind = kindOf(plan);
  return (
    <Grid.Root gap={2} role="group" aria-label={item.label}>
      <Grid.Item col={5} s={12} alignItems="center">
        <Typography>{item.label}</Typography>
      </Grid.Item>
      <Grid.Item col={3} s={12} direction="column" alignItems="stretch">
        <SingleSelect
          aria-label={`${item.label}：安排`}
          size="S"
          value={kind}
          disabled={disabled}
          onChange={(next) => onChange(emptyPlan(next as PlanKind))}
        >
          {Object.entries(KINDS).map(([option, label]) => (
            <SingleSelectOption key={option} value={option}>
              {label}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Grid.Item>
      <Grid.Item col={4} s={12} direction="column" alignItems="stretch">
        {plan && 'notApplicable' in plan ? (
          <TextInput
            aria-label={`${item.label}：不适用的理由`}
            size="S"
            placeholder="请写明不适用的理由"
            maxLength={200}
            value={plan.notApplicable}
            disabled={disabled}
            onChange={({ target }: { target: HTMLInputElement }) => onChange({ notApplicable: target.value })}
          />
        ) : null}
        {plan && 'formedOn' in plan ? (
          <TextInput
            aria-label={`${item.label}：形成日期`}
            size="S"
            type="date"
            value={plan.formedOn}
            disabled={disabled}
            onChange={({ target }: { target: HTMLInputElement }) => onChange({ formedOn: target.value })}
          />
        ) : null}
      </Grid.Item>
    </Grid.Root>
  );
}
