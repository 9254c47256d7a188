import { Box, Field, TextInput } from '@strapi/design-system';
import type * as React from 'react';

/** Fields beside each other, as many as fit. */
export const Grid = ({ children }: { children: React.ReactNode }) => (
  <Box
    style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(22rem, 1fr))', gap: '1.2rem' }}
  >
    {children}
  </Box>
);

type NumberProps = {
  name: string;
  label: string;
  value: string;
  hint?: string;
  onChange: (value: string) => void;
};

/** A number that is entered. */
export const NumberField = ({ name, label, value, hint, onChange }: NumberProps) => (
  <Field.Root name={name} {...(hint ? { hint } : {})}>
    <Field.Label>{label}</Field.Label>
    <TextInput
      type="number"
      value={value}
      onChange={({ target }: React.ChangeEvent<HTMLInputElement>) => onChange(target.value)}
    />
    <Field.Hint />
  </Field.Root>
);
