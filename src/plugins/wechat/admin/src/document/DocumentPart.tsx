import { Button, Checkbox, Field, Flex, Textarea, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import * as React from 'react';
import type { DocumentAddress } from '../../../../disclosure/admin/src/api/desk-api';
import { useErrorText } from '../../../../disclosure/admin/src/api/use-error-text';
import type { ChoiceInput, DocumentPanel } from '../../../server/contract';
import { useWechatChooseMutation, useWechatDocumentQuery } from '../wechat-api';
import { CoverChoice } from './CoverChoice';
import { PreviewDialog } from './PreviewDialog';
import { PushStatus } from './PushStatus';

/** Milliseconds between two looks while a draft is on its way. */
const LOOK_MS = 5_000;

/** Whether, and as what, a publication goes to the 公众号; what it looks like there, and how it stands with its draft. */
export function DocumentPart({ address }: { address: DocumentAddress }) {
  const [waits, setWaits] = React.useState(false);
  const { data, error } = useWechatDocumentQuery(address, waits ? { pollingInterval: LOOK_MS } : {});
  const errorText = useErrorText();
  const isWaiting = data?.status?.state === 'waiting';
  React.useEffect(() => setWaits(isWaiting), [isWaiting]);
  if (error) return <Typography textColor="danger600">{errorText(error)}</Typography>;
  if (!data) return <Typography textColor="neutral600">正在读取……</Typography>;
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%">
      {data.ready ? null : (
        <Typography variant="pi" textColor="neutral600">
          本系统还没有接入公众号，选择先记着。
        </Typography>
      )}
      <Choice
        // what was saved meanwhile replaces what the form began with
        key={JSON.stringify([data.chosen, data.title, data.cover, data.digest])}
        address={address}
        data={data}
      />
      {data.status ? (
        <PushStatus address={address} status={data.status} mayAct={data.mayAttend} stopped={data.stopped} />
      ) : null}
    </Flex>
  );
}

const TITLE = 32;
const DIGEST = 128;

function Choice({ address, data }: { address: DocumentAddress; data: DocumentPanel }) {
  const [choice, setChoice] = React.useState<ChoiceInput>({
    chosen: data.chosen,
    title: data.title,
    cover: data.cover,
    digest: data.digest,
  });
  const [previews, setPreviews] = React.useState(false);
  const [save, { isLoading }] = useWechatChooseMutation();
  const { toggleNotification } = useNotification();
  const errorText = useErrorText();
  const change = (more: Partial<ChoiceInput>) => setChoice((before) => ({ ...before, ...more }));
  const off = data.whyNot !== null;
  const isChanged =
    choice.chosen !== data.chosen ||
    choice.cover !== data.cover ||
    (choice.title || null) !== data.title ||
    (choice.digest || null) !== data.digest;
  const keep = async () => {
    const answer = await save({ ...address, ...choice });
    const failed = 'error' in answer && answer.error ? errorText(answer.error) : null;
    toggleNotification(
      failed ? { type: 'danger', message: failed } : { type: 'success', message: '公众号的选择已保存' },
    );
  };
  return (
    <>
      <Checkbox
        checked={choice.chosen}
        disabled={off}
        onCheckedChange={(checked: boolean | 'indeterminate') => change({ chosen: checked === true })}
      >
        发布到公众号
      </Checkbox>
      <Typography variant="pi" textColor="neutral600">
        {hintOf(data, choice.chosen)}
      </Typography>
      {choice.chosen ? (
        <>
          <CoverChoice
            covers={data.covers}
            value={choice.cover}
            disabled={off}
            onChange={(cover) => change({ cover })}
          />
          <OwnWords
            name="wechat-title"
            label="公众号标题"
            hint={`最多${TITLE}个字；不填时用信息的标题${data.article.isTitleCut ? '，它太长，会截短' : ''}`}
            most={TITLE}
            otherwise={data.article.title}
            value={choice.title}
            disabled={off}
            // a title is one line, whatever it was copied from
            onChange={(words) => change({ title: words.replace(/\s*\n\s*/g, '') })}
          />
          <OwnWords
            name="wechat-digest"
            label="公众号摘要"
            hint={`不填时用内容概述；最多${DIGEST}个字`}
            most={DIGEST}
            otherwise={data.article.digest}
            value={choice.digest}
            disabled={off}
            onChange={(digest) => change({ digest })}
          />
        </>
      ) : null}
      {isChanged && !off ? (
        <Typography variant="pi" textColor="warning700" role="status">
          还没有保存：请点“保存选择”（与上面信息的“保存”无关）。
        </Typography>
      ) : null}
      <Flex gap={2} wrap="wrap">
        <Button variant="tertiary" size="S" onClick={() => setPreviews(true)}>
          公众号预览
        </Button>
        {off ? null : (
          <Button size="S" variant="secondary" disabled={!isChanged} loading={isLoading} onClick={keep}>
            保存选择
          </Button>
        )}
      </Flex>
      {previews ? (
        <PreviewDialog address={address} choice={choice} onClose={() => setPreviews(false)} />
      ) : null}
    </>
  );
}

type OwnWordsProps = {
  name: string;
  label: string;
  hint: string;
  most: number;
  /** what the article says where nothing is written here */
  otherwise: string;
  value: string | null;
  disabled: boolean;
  onChange: (words: string) => void;
};

/** What a department writes for the account in place of the publication's own words. */
const OwnWords = ({ name, label, hint, most, otherwise, value, disabled, onChange }: OwnWordsProps) => (
  <Field.Root name={name} hint={hint}>
    <Field.Label>{label}</Field.Label>
    <Textarea
      maxLength={most}
      disabled={disabled}
      placeholder={otherwise}
      value={value ?? ''}
      onChange={({ target }: React.ChangeEvent<HTMLTextAreaElement>) => onChange(target.value)}
    />
    <Field.Hint />
  </Field.Root>
);

function hintOf({ whyNot, isDefault, chosen: saved, live }: DocumentPanel, chosen: boolean): string {
  if (whyNot) return whyNot;
  if (isDefault && chosen === saved)
    return chosen ? '公开办设置为默认发布，可以取消。' : '公开办没有设置为默认发布，需要时请勾选。';
  if (!chosen) return '不发布到公众号。';
  return live ? '建好草稿后，由人在公众号后台发表。' : '信息公开后自动建草稿，由人在公众号后台发表。';
}
