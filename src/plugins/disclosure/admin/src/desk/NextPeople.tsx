import { Typography } from '@strapi/design-system';
import type { DeskNextStep } from '../../../server/desk/contract';
import type { DocumentAddress } from '../api/desk-api';
import { useSurroundingsQuery } from '../api/versions-api';

/** Who can take the next step, by name. */
export function NextPeople({ address }: { address: DocumentAddress }) {
  const { data } = useSurroundingsQuery(address);
  if (!data) return null;
  return data.next.map((step) => (
    <Typography
      key={step.verb}
      tag="div"
      variant="pi"
      textColor={step.people.length > 0 ? 'neutral800' : 'danger600'}
    >
      {textOf(step)}
    </Typography>
  ));
}

const textOf = ({ label, department, people }: DeskNextStep): string =>
  people.length > 0
    ? `可以${label}的：${department} ${people.join('、')}`
    : `${department}现在没有人可以${label}，请与区政务公开办联系，增加有该职责的人员`;
