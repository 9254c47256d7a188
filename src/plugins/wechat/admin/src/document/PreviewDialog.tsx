import { Modal, Typography } from '@strapi/design-system';
import { Page } from '@strapi/strapi/admin';
import type { DocumentAddress } from '../../../../disclosure/admin/src/api/desk-api';
import { useErrorText } from '../../../../disclosure/admin/src/api/use-error-text';
import type { ChoiceInput } from '../../../server/contract';
import { useWechatPreviewQuery } from '../wechat-api';
import { Phone } from './Phone';

type Props = { address: DocumentAddress; choice: ChoiceInput; onClose: () => void };

/** The article as a reader's phone shows it, of the working copy and the choice as they stand. */
export function PreviewDialog({ address, choice: { title, cover, digest }, onClose }: Props) {
  const { data, error } = useWechatPreviewQuery(
    { ...address, title: title || null, cover, digest: digest || null },
    { refetchOnMountOrArgChange: true },
  );
  const errorText = useErrorText();
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel="关闭">
          <Modal.Title>公众号预览</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {data ? <Phone article={data} /> : null}
          {error ? <Typography textColor="danger600">{errorText(error)}</Typography> : null}
          {data || error ? null : <Page.Loading />}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
