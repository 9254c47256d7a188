import { Box, Button, Flex, TextButton, Typography } from '@strapi/design-system';
import * as React from 'react';
import type { DeskUnsaved } from '../../../server/desk/contract';
import { monthDayTime } from '../shell/dates';

type Props = {
  edit: DeskUnsaved;
  /** of an entry that was never saved: its title */
  title: string | null;
  /** why it cannot be brought back now */
  off: string | null;
  onRestore: () => void;
  onDrop: () => void;
  onCompare: () => void;
};

/** Tells of a text that the person typed and did not save, and asks what to do with it. */
export function UnsavedBanner({ edit, title, off, onRestore, onDrop, onCompare }: Props) {
  const [asked, setAsked] = React.useState(false);
  const when = monthDayTime(edit.savedAt);
  return (
    <Box
      background="primary100"
      borderColor="primary200"
      hasRadius
      padding={3}
      role="region"
      aria-label="未保存的修改"
    >
      <Typography tag="div" fontWeight="bold" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
        {title === null ? `您在 ${when} 有未保存的修改` : `您在 ${when} 有未保存的新信息：${title}`}
      </Typography>
      {off ? (
        <Typography tag="div" variant="pi" textColor="neutral600">
          {off}
        </Typography>
      ) : null}
      <Flex gap={2} paddingTop={2} wrap="wrap" alignItems="center">
        <Button size="S" onClick={onRestore} disabled={off !== null}>
          恢复
        </Button>
        <Button
          size="S"
          variant={asked ? 'danger' : 'tertiary'}
          onClick={() => (asked ? onDrop() : setAsked(true))}
        >
          {asked ? '确定放弃' : '放弃'}
        </Button>
        <TextButton onClick={onCompare}>看看改了什么</TextButton>
      </Flex>
    </Box>
  );
}
