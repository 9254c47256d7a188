import { useFetchClient } from '@strapi/strapi/admin';
import * as React from 'react';
import { useErrorText } from '../../../../disclosure/admin/src/api/use-error-text';
import type { Paper, TemplateText } from '../../../shared/notices';

const PAUSE_MS = 400;

/** A template with sample data, a moment after the last key; or what is wrong with it. */
export function usePreview(
  kind: string,
  { title, body }: TemplateText,
): { paper: Paper | null; problem: string | null } {
  const { post } = useFetchClient();
  const errorText = useErrorText();
  const [shown, setShown] = React.useState<{ paper: Paper | null; problem: string | null }>({
    paper: null,
    problem: null,
  });
  const asked = React.useRef(0);
  React.useEffect(() => {
    asked.current += 1;
    const mine = asked.current;
    const look = async () => {
      const next = await post<{ data: Paper }>(`/requests/templates/${kind}/preview`, { title, body }).then(
        ({ data }) => ({ paper: data.data, problem: null }),
        (error: unknown) => ({ paper: null, problem: errorText(error) }),
      );
      if (asked.current === mine) setShown(next);
    };
    const timer = setTimeout(look, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [kind, title, body]);
  return shown;
}
