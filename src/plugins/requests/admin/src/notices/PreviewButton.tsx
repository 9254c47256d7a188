import { Alert, Button, Flex, Typography } from '@strapi/design-system';
import { Eye } from '@strapi/icons';
import { useFetchClient } from '@strapi/strapi/admin';
import * as React from 'react';
import { useDownload } from '../../../../disclosure/admin/src/api/use-download';
import { useErrorText } from '../../../../disclosure/admin/src/api/use-error-text';
import type { Paper } from '../../../shared/notices';
import { PaperView } from './PaperView';

type Props = {
  requestId: string;
  /** a verb, or `answer` for the draft as it is saved */
  verb: string;
  body: object;
  disabled?: boolean;
};

/** Shows what a step would write to somebody, before it does. */
export function PreviewButton({ requestId, verb, body, disabled = false }: Props) {
  const { post } = useFetchClient();
  const errorText = useErrorText();
  const { download, error: downloadError } = useDownload();
  // null: not asked for yet; 'none': what is entered writes to nobody
  const [shown, setShown] = React.useState<Paper | 'none' | null>(null);
  const paper = shown === 'none' ? null : shown;
  const [error, setError] = React.useState<string | null>(null);
  const address = `/requests/requests/${requestId}/previews/${verb}`;
  const asked = JSON.stringify(body);
  // what was shown is no longer what would be written
  React.useEffect(() => setShown(null), [asked]);
  const show = async () => {
    setError(null);
    try {
      const { data } = await post<{ data: Paper | null }>(address, body);
      setShown(data.data ?? 'none');
    } catch (failure) {
      setError(errorText(failure));
    }
  };
  const file = (format: string) =>
    download(`${address}?format=${format}`, `预览-${paper?.title ?? ''}.${format}`, body);
  const problem = error ?? downloadError;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex gap={2} wrap="wrap">
        <Button variant="tertiary" startIcon={<Eye />} onClick={show} disabled={disabled}>
          预览文书
        </Button>
        {paper ? (
          <>
            <Button variant="ghost" onClick={() => file('docx')}>
              预览 DOCX
            </Button>
            <Button variant="ghost" onClick={() => file('pdf')}>
              预览 PDF
            </Button>
          </>
        ) : null}
      </Flex>
      {problem ? (
        <Alert variant="danger" title="不能预览" closeLabel="关闭提示" onClose={() => setError(null)}>
          {problem}
        </Alert>
      ) : null}
      {paper ? <PaperView paper={paper} /> : null}
      {shown === 'none' ? <Typography>这样办理不另发文书，可以直接办理。</Typography> : null}
    </Flex>
  );
}
