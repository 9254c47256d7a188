import type { ReactNode } from 'react';

/** A column of the field `entries`. */
export type EntryColumn = {
  name: string;
  label: string;
  kind: 'text' | 'choice' | 'document';
  choices?: { value: string; label: string }[];
  source?: string;
};

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
  attribute: {
    options?: { source?: string; choices?: { value: string; label: string }[]; columns?: EntryColumn[] };
  };
};
