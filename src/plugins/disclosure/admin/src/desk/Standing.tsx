import { Box, Flex, Typography } from '@strapi/design-system';
import type { Desk, DeskState } from '../../../server/desk/contract';
import { NextPeople } from './NextPeople';
import { StateBadge } from './StateBadge';

const NEXT: Record<DeskState, string> = {
  draft: '填写完整并保存后，点“提交审核”。',
  submitted: '由本部门另一位审核人员审核通过或退回。',
  returned: '按审核意见修改、保存后，重新提交审核。',
  approved: '由本部门有发布职责的人员发布。',
  scheduled: '到设定的时间自动公开。要提前公开的，点“发布”；要改时间或内容的，先“取消定时”或者退回。',
  published: '已对社会公开。需要修改的，办理“更正”。',
  withdrawn: '已撤回，公众不能再看到。需要重新公开的，办理“更正”后再次提交。',
};

/** What one looks for first: where the document stands, what comes next, and who can do it. */
export function Standing({ desk }: { desk: Desk }) {
  const { uid, documentId, state, stateName, live } = desk;
  return (
    <Flex direction="column" alignItems="stretch" gap={2} paddingBottom={2}>
      <Flex gap={2} wrap="wrap">
        <StateBadge state={state} name={stateName} />
        {live && state !== 'published' ? <StateBadge state="published" name="原内容公开中" /> : null}
      </Flex>
      <Box role="note" aria-label="下一步">
        <Typography variant="pi" fontWeight="bold" textColor="neutral600">
          下一步：
        </Typography>
        <Typography textColor="neutral800">{NEXT[state]}</Typography>
        <NextPeople address={{ uid, documentId }} />
      </Box>
    </Flex>
  );
}
