import { Field, TextInput } from '@strapi/design-system';
import { useField } from '@strapi/strapi/admin';
import type * as React from 'react';

type Props = {
  name: string;
  label: React.ReactNode;
  hint?: React.ReactNode;
  required?: boolean;
  disabled?: boolean;
};

/**
 * The browser's own date input. Strapi's reads a typed `2026-11-02` as some other day, without a word;
 * the browser's takes only what is a date. The value is `YYYY-MM-DD`.
 */
export function DateInput({ name, label, hint, required, disabled }: Props) {
  const { value, error, onChange } = useField<string | null>(name);
  return (
    <Field.Root name={name} id={name} hint={hint} error={error} required={required}>
      <Field.Label>{label}</Field.Label>
      <TextInput
        // off, the browser's would show its pattern in place of nothing
        type={disabled ? 'text' : 'date'}
        name={name}
        min="1949-10-01"
        max="2999-12-31"
        disabled={disabled}
        value={value ?? ''}
        onChange={({ target }: React.ChangeEvent<HTMLInputElement>) => onChange(name, target.value || null)}
      />
      <Field.Error />
      <Field.Hint />
    </Field.Root>
  );
}
