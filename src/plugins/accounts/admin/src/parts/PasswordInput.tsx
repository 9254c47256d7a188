import { Field, IconButton, TextInput } from '@strapi/design-system';
import { Eye, EyeStriked } from '@strapi/icons';
import * as React from 'react';

type Props = {
  label: string;
  name: string;
  value: string;
  autoComplete: 'current-password' | 'new-password';
  error?: string | undefined;
  autoFocus?: boolean;
  onChange: (value: string) => void;
};

/** A password, hidden until its owner wants to see it. */
export function PasswordInput({ label, name, value, autoComplete, error, autoFocus, onChange }: Props) {
  const [isShown, setShown] = React.useState(false);
  return (
    <Field.Root name={name} required error={error}>
      <Field.Label>{label}</Field.Label>
      <TextInput
        type={isShown ? 'text' : 'password'}
        autoComplete={autoComplete}
        autoFocus={autoFocus}
        value={value}
        onChange={({ target }: React.ChangeEvent<HTMLInputElement>) => onChange(target.value)}
        endAction={
          <IconButton
            type="button"
            variant="ghost"
            label={isShown ? '隐藏' : '显示'}
            onClick={() => setShown(!isShown)}
          >
            {isShown ? <EyeStriked /> : <Eye />}
          </IconButton>
        }
      />
      <Field.Error />
    </Field.Root>
  );
}
