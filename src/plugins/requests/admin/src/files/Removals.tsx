import { Button, Checkbox, Flex, Typography } from '@strapi/design-system';
import { fold, occurrences } from '../../../shared/fold';
import type { Removal } from './files-api';

const BESIDE = 12;

type Props = {
  removals: readonly Removal[];
  /** the whole text, where places can be chosen one by one; null: all of them are removed */
  text: string | null;
  onChange: (removals: Removal[]) => void;
};

/** The texts that will be removed, each with its places in their context. */
export const Removals = ({ removals, text, onChange }: Props) => (
  <Flex direction="column" alignItems="stretch" gap={2}>
    {removals.map((removal, index) => (
      <Flex key={removal.text} direction="column" alignItems="stretch" gap={1}>
        <Flex gap={2} alignItems="center">
          <Typography
            fontWeight="bold"
            style={{ overflowWrap: 'anywhere' }}
          >{`“${removal.text}”`}</Typography>
          <Button
            size="S"
            variant="tertiary"
            onClick={() => onChange(removals.filter((_one, other) => other !== index))}
          >
            不遮盖
          </Button>
        </Flex>
        {text === null ? (
          <Typography textColor="neutral600">各页中的每一处都遮盖</Typography>
        ) : (
          <Places
            removal={removal}
            text={text}
            onChange={(next) => onChange(removals.map((one, other) => (other === index ? next : one)))}
          />
        )}
      </Flex>
    ))}
  </Flex>
);

type PlacesProps = { removal: Removal; text: string; onChange: (removal: Removal) => void };

function Places({ removal, text, onChange }: PlacesProps) {
  const found = occurrences(fold(text), removal.text);
  const chosen = removal.only ?? found.map((_place, index) => index);
  if (found.length === 0) return <Typography textColor="danger600">文件里没有找到，请核对</Typography>;
  const toggle = (index: number) => {
    const next = chosen.includes(index)
      ? chosen.filter((one) => one !== index)
      : [...chosen, index].sort((a, b) => a - b);
    onChange(next.length === found.length ? { text: removal.text } : { text: removal.text, only: next });
  };
  return (
    <>
      {found.map(({ start, end }, index) => (
        <Checkbox key={start} checked={chosen.includes(index)} onCheckedChange={() => toggle(index)}>
          {`…${text.slice(Math.max(0, start - BESIDE), start)}【${text.slice(start, end)}】${text.slice(end, end + BESIDE)}…`}
        </Checkbox>
      ))}
    </>
  );
}
