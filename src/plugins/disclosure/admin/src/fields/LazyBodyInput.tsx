import { Box, Field, Typography } from '@strapi/design-system';
import * as React from 'react';
import type { CustomFieldProps } from './field-props';

const BodyInput = React.lazy(() => import('../editor/BodyInput'));

/** The editor of texts, which is large: until it is there, its label and a place for it. */
export function LazyBodyInput(props: CustomFieldProps<string>) {
  return (
    <React.Suspense fallback={<Waiting {...props} />}>
      <BodyInput {...props} />
    </React.Suspense>
  );
}

function Waiting({ name, label }: Pick<CustomFieldProps<string>, 'name' | 'label'>) {
  return (
    <Field.Root name={name} id={name}>
      <Field.Label>{label}</Field.Label>
      <Box
        background="neutral0"
        borderColor="neutral200"
        hasRadius
        padding={4}
        minHeight="20rem"
        role="status"
      >
        <Typography textColor="neutral600">正在打开编辑器……</Typography>
      </Box>
    </Field.Root>
  );
}
