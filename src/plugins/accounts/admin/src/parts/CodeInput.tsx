import { Field, TextInput } from '@strapi/design-system';
import type * as React from 'react';

type Props = { value: string; onChange: (value: string) => void; autoFocus?: boolean };

/** A one-time code, or a recovery code. */
export function CodeInput({ value, onChange, autoFocus }: Props) {
  return (
    <Field.Root name="code" required>
      <Field.Label>动态码</Field.Label>
      <TextInput
        autoComplete="one-time-code"
        inputMode="text"
        autoFocus={autoFocus}
        maxLength={20}
        placeholder="6位数字，或备用码"
        value={value}
        onChange={({ target }: React.ChangeEvent<HTMLInputElement>) => onChange(target.value)}
      />
    </Field.Root>
  );
}
