import { useIsDisclosure } from '../shell/disclosure-type';
import { Workflow } from '../workflow/Workflow';
import { HistoryPanel } from './HistoryPanel';
import { StatusPanel } from './StatusPanel';

/** What Strapi's edit view tells a panel; `documentId` is undefined while a document is being created. */
type Props = { model: string; documentId?: string; activeTab: 'draft' | 'published' | null };

/** The three panels beside the form of a disclosure document; other types have none of them. */
export function WorkflowSidePanel({ model, documentId, activeTab }: Props) {
  const own = useIsDisclosure(model);
  if (!own) return null;
  return {
    title: '办理',
    content: <Workflow uid={model} documentId={documentId} isWorkingCopy={activeTab !== 'published'} />,
  };
}

export function StatusSidePanel({ model, documentId }: Props) {
  const own = useIsDisclosure(model);
  if (!own || !documentId) return null;
  return { title: '办理情况', content: <StatusPanel uid={model} documentId={documentId} /> };
}

export function HistorySidePanel({ model, documentId }: Props) {
  const own = useIsDisclosure(model);
  if (!own || !documentId) return null;
  return { title: '办理记录', content: <HistoryPanel uid={model} documentId={documentId} /> };
}
