import { Badge, Typography } from '@strapi/design-system';
import { today } from '../../../disclosure/admin/src/shell/dates';
import type { QueueItem } from '../../shared/contract';
import { URGENCIES } from '../../shared/urgency';

const COLOURS = {
  // a full colour: the dark theme has no shade of red on which red words can be read
  overdue: ['danger600', 'neutral0'],
  red: ['danger100', 'danger700'],
  amber: ['warning100', 'warning700'],
  none: ['neutral150', 'neutral700'],
} as const;

/** The due date, and how much of the term is left: by a colour and in words; or until when the applicant is waited for. */
export function Deadline({
  item: { dueOn, applicantBy, workingDaysLeft: left, urgency },
}: {
  item: Pick<QueueItem, 'dueOn' | 'applicantBy' | 'workingDaysLeft' | 'urgency'>;
}) {
  if (!dueOn) {
    if (applicantBy && applicantBy < today()) {
      return (
        <Badge backgroundColor="warning100" textColor="warning700">
          {`申请人逾期：${applicantBy}`}
        </Badge>
      );
    }
    return (
      <Typography textColor="neutral600">{applicantBy ? `等申请人到${applicantBy}` : '未起算'}</Typography>
    );
  }
  const [background, text] = COLOURS[urgency];
  const words = left === null ? '' : wordsOf(left, urgency);
  const label = urgency === 'none' ? '' : `${URGENCIES.find(({ code }) => code === urgency)?.label ?? ''}：`;
  return (
    <Badge backgroundColor={background} textColor={text}>
      {`${label}${dueOn}${words}`}
    </Badge>
  );
}

/** A term that ended before a weekend is over, by no working day yet. */
function wordsOf(left: number, urgency: QueueItem['urgency']): string {
  if (urgency !== 'overdue') return `，还有${left}个工作日`;
  return left < 0 ? `，超期${-left}个工作日` : '';
}
