import { Flex, IconButton, Typography } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import type { CustomFieldProps } from './field-props';
import { GroupField } from './GroupField';
import { readList, withoutRow } from './rows';
import { SearchSelect } from './SearchSelect';
import { useSource } from './use-choices';

/** The custom field `documents`: documents found by their titles, stored by their ids, in order. */
export default function DocumentsInput({
  name,
  label,
  hint,
  error,
  required,
  disabled,
  value,
  onChange,
  attribute,
}: CustomFieldProps<string[]>) {
  const { options, isLoading } = useSource(attribute.options?.source ?? '');
  const chosen = readList<string>(value);
  const labelOf = (id: string) =>
    options.find((option) => option.value === id)?.label ??
    (isLoading ? '……' : `不在可选范围内的文件（${id}）`);
  const set = (ids: string[]) => onChange(name, ids.length > 0 ? ids : null);
  return (
    <GroupField name={name} label={label} hint={hint} error={error} required={required}>
      <Flex tag="ol" direction="column" alignItems="stretch" gap={1}>
        {chosen.map((id, index) => (
          <Flex tag="li" key={id} justifyContent="space-between" gap={2}>
            <Typography>{labelOf(id)}</Typography>
            {disabled ? null : (
              <IconButton
                size="S"
                variant="ghost"
                label={`移除：${labelOf(id)}`}
                onClick={() => set(withoutRow(chosen, index))}
              >
                <Cross />
              </IconButton>
            )}
          </Flex>
        ))}
      </Flex>
      {disabled ? null : (
        <SearchSelect
          name={name}
          label={`添加：${label}`}
          value={null}
          options={options.filter((option) => !chosen.includes(option.value))}
          onChange={(id) => id && set([...chosen, id])}
          clearable={false}
          placeholder={isLoading ? '正在取选项……' : '输入标题或文号查找并添加'}
        />
      )}
    </GroupField>
  );
}
