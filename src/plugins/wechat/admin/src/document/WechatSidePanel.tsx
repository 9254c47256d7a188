import { useIsDisclosure } from '../../../../disclosure/admin/src/shell/disclosure-type';
import { DocumentPart } from './DocumentPart';

/** What Strapi's edit view tells a panel; `documentId` is undefined while a document is being created. */
type Props = { model: string; documentId?: string };

/** 微信公众号, beside the form of a disclosure document. */
export function WechatSidePanel({ model, documentId }: Props) {
  const own = useIsDisclosure(model);
  if (!own || !documentId) return null;
  return { title: '微信公众号', content: <DocumentPart address={{ uid: model, documentId }} /> };
}
