import { Box, Field, Typography } from '@strapi/design-system';
import * as React from 'react';
import type { CustomFieldProps } from './field-props';

type Input = React.ComponentType<CustomFieldProps<string>>;

let loaded: Input | null = null;

/**
 * The editor once it is there. Not `React.lazy`: a Suspense boundary may hold a finished render back for a
 * moment, in which the editor takes itself for abandoned and ends.
 */
function useBodyInput(): Input | null {
  const [BodyInput, setBodyInput] = React.useState<Input | null>(() => loaded);
  React.useEffect(() => {
    if (loaded) return;
    import('../editor/BodyInput').then((module) => {
      loaded = module.default;
      setBodyInput(() => module.default);
    });
  }, []);
  return BodyInput;
}

/** The editor of texts, which is large: until it is there, its label and a place for it. */
export function LazyBodyInput(props: CustomFieldProps<string>) {
  const BodyInput = useBodyInput();
  return BodyInput ? <BodyInput {...props} /> : <Waiting {...props} />;
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
