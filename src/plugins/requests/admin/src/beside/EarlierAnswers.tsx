import { Button, Flex, Typography } from '@strapi/design-system';
import type { Draft, EarlierAnswer } from '../../../shared/beside';
import { Card } from '../RequestPage';

type Props = { earlier: readonly EarlierAnswer[]; mayDraft: boolean; onDraft: (draft: Draft) => void };

const BEGINNING = 160;

/** How similar requests were answered before: to be taken over into the form, where it is read before it is saved. */
export function EarlierAnswers({ earlier, mayDraft, onDraft }: Props) {
  if (earlier.length === 0) return null;
  return (
    <Card title="以前对相似申请的答复">
      {earlier.map((one) => {
        const { id, number, title, ownerName, answeredOn, outcomeLabel, text, likeness } = one;
        return (
          <Flex key={id} direction="column" alignItems="flex-start" gap={1}>
            <Typography fontWeight="bold">{`${number ?? ''}　${title}`}</Typography>
            <Typography variant="pi" textColor="neutral600">
              {`${likeness} · ${ownerName}于${answeredOn}答复：${outcomeLabel}`}
            </Typography>
            <Typography>{text.length > BEGINNING ? `${text.slice(0, BEGINNING)}…` : text}</Typography>
            {mayDraft ? (
              <Button variant="tertiary" size="S" onClick={() => onDraft(draftOf(one))}>
                参照这份答复起草
              </Button>
            ) : null}
          </Flex>
        );
      })}
    </Card>
  );
}

const draftOf = ({ outcome, text, reasons, publications }: EarlierAnswer): Draft => ({
  ...{ outcome, text, reasons, publications },
});
