import { Flex, Grid, Tag, Typography } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import type { ChoiceOption } from '../../../server/desk/contract';
import type { CustomFieldProps } from './field-props';
import { GroupField } from './GroupField';
import { addTo, type Matrix, readObject, removeFrom } from './matrix';
import { SearchSelect } from './SearchSelect';
import { useSource } from './use-choices';

/** The custom field `matrix`: for each option of the source, the departments that answer for it. */
export default function MatrixInput({
  name,
  label,
  hint,
  error,
  required,
  disabled,
  value,
  onChange,
  attribute,
}: CustomFieldProps<Matrix>) {
  const { options: rows } = useSource(attribute.options?.source ?? '');
  const { options: departments } = useSource('departments');
  const matrix = readObject<Matrix>(value);
  return (
    <GroupField name={name} label={label} hint={hint} error={error} required={required}>
      <Flex direction="column" alignItems="stretch" gap={3} paddingTop={2}>
        {rows.map((row) => (
          <Row
            key={row.value}
            row={row}
            departments={departments}
            codes={matrix[row.value] ?? []}
            disabled={disabled}
            onAdd={(code) => onChange(name, addTo(matrix, row.value, code))}
            onRemove={(code) => onChange(name, removeFrom(matrix, row.value, code))}
          />
        ))}
      </Flex>
    </GroupField>
  );
}

type RowProps = {
  row: ChoiceOption;
  departments: readonly ChoiceOption[];
  codes: readonly string[];
  disabled?: boolean;
  onAdd: (code: string) => void;
  onRemove: (code: string) => void;
};

function Row({ row, departments, codes, disabled, onAdd, onRemove }: RowProps) {
  const nameOf = (code: string) => departments.find(({ value }) => value === code)?.label ?? code;
  return (
    <Grid.Root gap={2} role="group" aria-label={row.label}>
      <Grid.Item col={3} s={12} alignItems="center">
        <Typography>{row.label}</Typography>
      </Grid.Item>
      <Grid.Item col={9} s={12} direction="column" alignItems="stretch" gap={2}>
        {codes.length > 0 ? (
          <Flex gap={2} wrap="wrap">
            {codes.map((code) => (
              <Tag
                key={code}
                icon={<Cross />}
                label={`移除${nameOf(code)}`}
                disabled={disabled}
                onClick={() => onRemove(code)}
              >
                {nameOf(code)}
              </Tag>
            ))}
          </Flex>
        ) : null}
        {disabled ? null : (
          <SearchSelect
            name={`add-${row.value}`}
            label={`${row.label}：添加责任部门`}
            value={null}
            clearable={false}
            options={departments.filter(({ value }) => !codes.includes(value))}
            onChange={(code) => code && onAdd(code)}
            placeholder={codes.length > 0 ? '再添加一个部门' : '选择责任部门'}
          />
        )}
      </Grid.Item>
    </Grid.Root>
  );
}
