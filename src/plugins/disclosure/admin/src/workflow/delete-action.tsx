import { Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { useForm, useNotification } from '@strapi/strapi/admin';
import type * as React from 'react';
import { useMatch, useNavigate } from 'react-router-dom';
import { useDeleteMutation } from '../api/desk-api';
import { useErrorText } from '../api/use-error-text';
import { useIsDisclosure } from '../shell/disclosure-type';
import { announceSettledForm } from './settled-form';

type Props = {
  model: string;
  documentId?: string;
  collectionType: string;
  document?: { title?: string | null };
};
type Dialog = {
  title?: string;
  content?: React.ReactNode;
  loading?: boolean;
  onConfirm?: () => Promise<void>;
};
type Action = { dialog?: Dialog } | null;
type DescribeAction = ((props: Props) => Action) & { type?: string; position?: unknown };

const LIST = '/content-manager/collection-types/:slug';

/**
 * Strapi's 删除 for disclosure documents: names what is deleted, and asks the server for nothing of it
 * afterwards. Whether it may be deleted is still Strapi's, and the gate's, to say.
 */
export function namingWhatIsDeleted(original: DescribeAction): DescribeAction {
  const described: DescribeAction = (props) => {
    const own = useIsDisclosure(props.model);
    const action = original(props);
    const dialog = useDialog(props);
    return own && action ? { ...action, dialog: { ...action.dialog, ...dialog } } : action;
  };
  described.type = original.type;
  described.position = original.position;
  return described;
}

function useDialog({ model, documentId, collectionType, document }: Props): Dialog {
  const [remove, { isLoading }] = useDeleteMutation();
  const inList = useMatch(LIST) !== null;
  const setSubmitting = useForm('DeleteDialog', (state) => state.setSubmitting);
  const navigate = useNavigate();
  const { toggleNotification } = useNotification();
  const errorText = useErrorText();

  const confirm = async () => {
    if (!documentId) return;
    // a form that is being sent does not ask whether one wants to leave it
    if (!inList) setSubmitting(true);
    try {
      const answer = await remove({ uid: model, documentId });
      if ('error' in answer && answer.error) {
        toggleNotification({ type: 'danger', message: errorText(answer.error), timeout: 10_000 });
        return;
      }
      toggleNotification({ type: 'success', message: '已删除' });
      if (inList) return;
      announceSettledForm();
      navigate({ pathname: `../${collectionType}/${model}` }, { replace: true });
    } finally {
      if (!inList) setSubmitting(false);
    }
  };

  return {
    title: '删除信息',
    content: (
      <Flex direction="column" gap={2}>
        <WarningCircle width="24px" height="24px" fill="danger600" />
        <Typography tag="p" textAlign="center" style={{ overflowWrap: 'anywhere' }}>
          {`确定删除“${document?.title || '（无标题）'}”？`}
        </Typography>
      </Flex>
    ),
    loading: isLoading,
    onConfirm: confirm,
  };
}
