import { Box, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { BackButton, Layouts, Page, useNotification } from '@strapi/strapi/admin';
import { useErrorText } from '../../../disclosure/admin/src/api/use-error-text';
import type { Channel, Preference, Preferences } from '../../server/contract';
import { usePreferencesQuery, useSavePreferencesMutation } from './notifications-api';

const TITLE = '通知设置';

const CHANNELS: { value: Channel; label: string }[] = [
  { value: 'panel', label: '只在后台' },
  { value: 'mail', label: '后台和邮件（即时）' },
  { value: 'daily', label: '后台和邮件（每日汇总）' },
  { value: 'none', label: '不要' },
];

/** 通知设置: for each kind, how the person wants to be told. Each choice is kept at once. */
export function PreferencesPage() {
  const { data, error } = usePreferencesQuery();
  const [save] = useSavePreferencesMutation();
  const { toggleNotification } = useNotification();
  const errorText = useErrorText();
  const choose = async (kind: Preference['kind'], channel: Channel) => {
    const answer = await save({ [kind]: channel });
    const failed = 'error' in answer && answer.error ? errorText(answer.error) : null;
    toggleNotification(failed ? { type: 'danger', message: failed } : { type: 'success', message: '已保存' });
  };
  if (!data && !error) return <Page.Loading />;
  return (
    <Page.Main>
      <Page.Title>{TITLE}</Page.Title>
      <Layouts.Header
        title={TITLE}
        subtitle={data ? describeMail(data.mail) : errorText(error)}
        navigationAction={<BackButton fallback="../plugins/notifications" />}
      />
      <Layouts.Content>
        <Box background="neutral0" shadow="tableShadow" hasRadius>
          {data?.items.map((preference) => (
            <Row
              key={preference.kind}
              preference={preference}
              onChoose={(channel) => choose(preference.kind, channel)}
            />
          ))}
        </Box>
      </Layouts.Content>
    </Page.Main>
  );
}

const describeMail = ({ ready, address }: Preferences['mail']): string => {
  if (!ready)
    return '本系统没有设置邮件服务器，目前只在后台通知；选择先记着，请系统管理员设置邮件服务器以后生效。';
  return `邮件发到 ${address ?? '（账号没有邮箱）'}。即时的在几分钟内合并成一封，汇总在工作日上午发送。`;
};

function Row({ preference, onChoose }: { preference: Preference; onChoose: (channel: Channel) => void }) {
  const { name, hint, channel } = preference;
  return (
    <Flex
      justifyContent="space-between"
      gap={4}
      padding={4}
      borderColor="neutral150"
      borderWidth="0 0 1px 0"
      borderStyle="solid"
    >
      <Box>
        <Typography tag="h2" fontWeight="bold">
          {name}
        </Typography>
        <Typography tag="p" variant="pi" textColor="neutral600">
          {hint}
        </Typography>
      </Box>
      <Box width="26rem">
        <SingleSelect aria-label={name} value={channel} onChange={(value) => onChoose(value as Channel)}>
          {CHANNELS.map(({ value, label }) => (
            <SingleSelectOption key={value} value={value}>
              {label}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Box>
    </Flex>
  );
}
