import { Field, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import type { CustomFieldProps } from './field-props';
import { SearchSelect } from './SearchSelect';
import { useFieldChoices } from './use-choices';
import { useProposals } from './use-proposals';

/** Up to this many options a plain list is quicker than a search. */
const FEW = 12;

/** The custom field `choice`: shows labels, stores values. */
export default function ChoiceInput({
  name,
  label,
  hint,
  error,
  required,
  disabled,
  value,
  onChange,
  attribute,
}: CustomFieldProps<string>) {
  const { options, isLoading, isError } = useFieldChoices(name, attribute);
  const propose = useProposals();
  const choose = (next: string | null) => {
    onChange(name, next);
    propose(options.find((option) => option.value === next)?.implies);
  };
  const searched = Boolean(attribute.options?.source) || options.length > FEW;
  const gone = Boolean(value) && !disabled && !isLoading && !options.some((option) => option.value === value);
  const problem = isError ? '选项没有取到，请刷新页面' : undefined;
  return (
    <Field.Root name={name} id={name} hint={hint} error={error ?? problem} required={required}>
      <Field.Label>{label}</Field.Label>
      {searched ? (
        <SearchSelect
          name={name}
          value={value ?? null}
          options={options}
          onChange={choose}
          disabled={disabled}
          placeholder={disabled ? '' : isLoading ? '正在取选项……' : '输入文字可以查找'}
        />
      ) : (
        <SingleSelect
          name={name}
          value={value ?? null}
          onChange={(next) => choose(next === '' ? null : String(next))}
          onClear={disabled || !value ? undefined : () => choose(null)}
          clearLabel="清除"
          disabled={disabled}
          placeholder={disabled ? ' ' : '请选择'}
        >
          {options.map((option) => (
            <SingleSelectOption key={option.value} value={option.value}>
              {option.label}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      )}
      <Field.Error />
      {gone && !isError ? (
        <Typography variant="pi" textColor="warning600">
          所填内容不在现在可选的范围内，请重新选择
        </Typography>
      ) : null}
      <Field.Hint />
    </Field.Root>
  );
}
