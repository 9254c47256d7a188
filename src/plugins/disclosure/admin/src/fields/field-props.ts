import type { ReactNode } from 'react';

/** What Strapi's edit view gives to the input of a custom field. */
export type CustomFieldProps<Value> = {
  name: string;
  label: string;
  hint?: ReactNode;
  error?: string;
  required?: boolean;
  disabled?: boolean;
  placeholder?: string;
  value?: Value | null;
  onChange: (name: string, value: Value | null) => void;
  attribute: { options?: { source?: string; choices?: { value: string; label: string }[] } };
};
