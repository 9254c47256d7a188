import { Button, Flex, Typography } from '@strapi/design-system';
import { answerToRepeat, type Draft } from '../../../shared/beside';
import type { RequestTold } from '../../../shared/contract';
import { Card } from '../RequestPage';

type Props = { request: RequestTold; onOpen: (id: string) => void; onDraft: (draft: Draft) => void };

/** Candidates: the same applicant, or a similar text. Whether it is a 重复申请, people decide. */
export function RelatedCard({ request: { related, buttons }, onOpen, onDraft }: Props) {
  if (related.length === 0) return null;
  const mayDraft = buttons.some(({ verb, enabled }) => verb === 'saveAnswer' && enabled);
  return (
    <Card title="同一申请人或者相似的申请">
      {related.map(({ id, number, title, stateLabel, why, ownerName, likeness, repeat }) => (
        <Flex key={id} gap={2} alignItems="center" wrap="wrap">
          <Button variant="ghost" onClick={() => onOpen(id)}>
            {`${number ?? '未登记'}　${title}`}
          </Button>
          <Typography textColor="neutral600">
            {[why === 'sameApplicant' ? '同一申请人' : null, likeness, stateLabel, ownerName]
              .filter(Boolean)
              .join(' · ')}
          </Typography>
          {repeat && mayDraft ? (
            <Button variant="tertiary" size="S" onClick={() => onDraft(answerToRepeat(repeat))}>
              {`可能是重复申请：按${repeat.number}的答复起草`}
            </Button>
          ) : null}
        </Flex>
      ))}
    </Card>
  );
}
