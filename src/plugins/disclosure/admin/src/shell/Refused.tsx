import { Alert, Box } from '@strapi/design-system';
import * as React from 'react';
import { useErrorText } from '../api/use-error-text';

/** Why something was not done. A long form is sent from its end, so the sentence comes into sight. */
export function Refused({ error }: { error: unknown }) {
  const errorText = useErrorText();
  const place = React.useRef<HTMLDivElement>(null);
  React.useEffect(() => {
    if (error) place.current?.scrollIntoView({ block: 'center' });
  }, [error]);
  return error ? (
    <Box ref={place}>
      <Alert variant="danger" title="没有办成" closeLabel="关闭提示">
        {errorText(error)}
      </Alert>
    </Box>
  ) : null;
}
