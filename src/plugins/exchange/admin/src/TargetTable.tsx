import { Badge, Box, Dialog, Flex, Menu, Typography } from '@strapi/design-system';
import { ConfirmDialog, useNotification } from '@strapi/strapi/admin';
import * as React from 'react';
import { useErrorText } from '../../../disclosure/admin/src/api/use-error-text';
import { type Column, DataTable } from '../../../disclosure/admin/src/shell/DataTable';
import { shanghaiTime } from '../../../disclosure/admin/src/shell/dates';
import type { TargetView } from '../../server/contract';
import { type TargetAct, useActOnTargetMutation } from './exchange-api';

type Props = {
  targets: readonly TargetView[];
  onSecret: (secret: string) => void;
  onDeliveries: (target: TargetView) => void;
};
type Asked = { target: TargetView; act: TargetAct; question: string };

/** Who is told, how it goes, and what may be done about it. */
export function TargetTable({ targets, onSecret, onDeliveries }: Props) {
  const [asked, setAsked] = React.useState<Asked | null>(null);
  const [perform] = useActOnTargetMutation();
  const { toggleNotification } = useNotification();
  const errorText = useErrorText();
  const act = async (target: TargetView, done: TargetAct) => {
    const answer = await perform({ id: target.id, act: done });
    if (!('data' in answer)) toggleNotification({ type: 'danger', message: errorText(answer.error) });
    else if (answer.data?.secret) onSecret(answer.data.secret);
    else toggleNotification({ type: 'success', message: '已办理' });
  };
  const columns: Column<TargetView>[] = [
    { head: '名称', cell: ({ name, url }) => <Name name={name} url={url} /> },
    { head: '范围', cell: ({ filterText }) => filterText },
    { head: '情况', cell: (target) => <Standing target={target} /> },
    {
      head: '',
      cell: (target) => (
        <Menu.Root>
          <Menu.Trigger size="S" variant="secondary" label={`办理：${target.name}`}>
            办理
          </Menu.Trigger>
          <Menu.Content>
            <Menu.Item onSelect={() => onDeliveries(target)}>推送记录</Menu.Item>
            {target.state === 'active' ? (
              <Menu.Item onSelect={() => act(target, { act: 'pause' })}>暂停</Menu.Item>
            ) : (
              <Menu.Item onSelect={() => act(target, { act: 'resume' })}>恢复</Menu.Item>
            )}
            {QUESTIONS.map(({ label, question, ...rest }) => (
              <Menu.Item
                key={label}
                variant={rest.act.act === 'remove' ? 'danger' : 'default'}
                onSelect={() => setAsked({ target, act: rest.act, question })}
              >
                {label}
              </Menu.Item>
            ))}
          </Menu.Content>
        </Menu.Root>
      ),
    },
  ];
  if (targets.length === 0) {
    return (
      <Box background="neutral0" shadow="tableShadow" hasRadius padding={6}>
        <Typography>还没有推送。上级平台要求主动推送时，按“新建推送”。</Typography>
      </Box>
    );
  }
  return (
    <>
      <DataTable columns={columns} rows={targets} keyOf={({ id }) => id} label="推送" />
      <Dialog.Root open={asked !== null} onOpenChange={(open: boolean) => !open && setAsked(null)}>
        {asked ? (
          <ConfirmDialog title={asked.target.name} onConfirm={() => act(asked.target, asked.act)}>
            {asked.question}
          </ConfirmDialog>
        ) : null}
      </Dialog.Root>
    </>
  );
}

const QUESTIONS: { label: string; act: TargetAct; question: string }[] = [
  {
    label: '从头重新推送',
    act: { act: 'replay', seq: null },
    question: '从第一条变更开始，全部重新推送一遍。对方按编号去重，不会重复入库。',
  },
  {
    label: '更换密钥',
    act: { act: 'renew-secret' },
    question: '旧密钥马上失效，请把新密钥交给对方，否则对方验不了签名。',
  },
  { label: '删除', act: { act: 'remove' }, question: '删除后不再推送，推送记录也一并删除。' },
];

const Name = ({ name, url }: { name: string; url: string }) => (
  <Box>
    <Typography fontWeight="bold">{name}</Typography>
    <Typography
      tag="p"
      variant="pi"
      textColor="neutral600"
      style={{ overflowWrap: 'anywhere', whiteSpace: 'normal' }}
    >
      {url}
    </Typography>
  </Box>
);

function Standing({ target }: { target: TargetView }) {
  const { state, pauseReason, behind, waiting, failingSince, lastSuccessAt } = target;
  const words = [
    pauseReason,
    failingSince && `${shanghaiTime(failingSince)}起推送失败`,
    waiting > 0 && `${waiting}条等待重试`,
    behind > 0 && `还有${behind}条变更没有推送`,
    lastSuccessAt && `最近成功：${shanghaiTime(lastSuccessAt)}`,
  ].filter(Boolean);
  const isWell = state === 'active' && !failingSince;
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <Badge
        backgroundColor={isWell ? 'success100' : 'danger100'}
        textColor={isWell ? 'success700' : 'danger700'}
      >
        {state === 'paused' ? '已暂停' : failingSince ? '推送失败' : '正常'}
      </Badge>
      {words.map((line) => (
        <Typography key={String(line)} variant="pi" textColor="neutral600" style={{ whiteSpace: 'normal' }}>
          {line}
        </Typography>
      ))}
    </Flex>
  );
}
