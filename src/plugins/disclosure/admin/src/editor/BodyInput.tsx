import { Field } from '@strapi/design-system';
import type { CustomFieldProps } from '../fields/field-props';
import { RichText } from './RichText';

/** The custom field `body`: text with headings, lists, tables and pictures, stored as HTML. */
export default function BodyInput({
  name,
  label,
  hint,
  error,
  required,
  disabled,
  value,
  onChange,
}: CustomFieldProps<string>) {
  return (
    <Field.Root name={name} id={name} hint={hint} error={error} required={required}>
      <Field.Label>{label}</Field.Label>
      <RichText
        name={name}
        label={label}
        html={value ?? ''}
        disabled={Boolean(disabled)}
        onChange={(html) => onChange(name, html || null)}
      />
      <Field.Error />
      <Field.Hint />
    </Field.Root>
  );
}
