import { Modal, Typography } from '@strapi/design-system';
import { Page } from '@strapi/strapi/admin';
import { useErrorText } from '../../../../disclosure/admin/src/api/use-error-text';
import { type CasesAsked, useRequestCasesQuery } from './analysis-api';
import { RequestCases } from './RequestCases';

/** The requests behind a number of the analysis. */
export function CasesDialog({
  asked: { label, ...asked },
  onClose,
}: {
  asked: CasesAsked & { label: string };
  onClose: () => void;
}) {
  const { data, error } = useRequestCasesQuery(asked, { refetchOnMountOrArgChange: true });
  const errorText = useErrorText();
  return (
    <Modal.Root open onOpenChange={(open: boolean) => !open && onClose()}>
      <Modal.Content style={{ maxWidth: '90rem', width: '90%' }}>
        <Modal.Header closeLabel="关闭">
          <Modal.Title>{label}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {data ? (
            <RequestCases cases={data} />
          ) : error ? (
            <Typography>{errorText(error)}</Typography>
          ) : (
            <Page.Loading />
          )}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
