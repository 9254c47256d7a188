import { Box, Menu, Typography } from '@strapi/design-system';
import type { Person } from '../../../server/contract';
import { ACT_TEXTS, type PersonActName, possibleActs } from './texts';

type Props = { person: Person; onAct: (person: Person, act: PersonActName) => void };

/** What may be done to a person; where nothing may, why. */
export function ActMenu({ person, onAct }: Props) {
  if (person.whyNot) {
    return (
      <Box maxWidth="22rem" style={{ whiteSpace: 'normal' }}>
        <Typography variant="pi" textColor="neutral600">
          {person.whyNot}
        </Typography>
      </Box>
    );
  }
  return (
    <Menu.Root>
      <Menu.Trigger size="S" variant="secondary" label={`办理：${person.name}`}>
        办理
      </Menu.Trigger>
      <Menu.Content>
        {possibleActs(person).map((act) => (
          <Menu.Item
            key={act}
            variant={act !== 'change' && ACT_TEXTS[act].danger ? 'danger' : 'default'}
            onSelect={() => onAct(person, act)}
          >
            {act === 'change' ? '修改姓名、职责' : ACT_TEXTS[act].label}
          </Menu.Item>
        ))}
      </Menu.Content>
    </Menu.Root>
  );
}
