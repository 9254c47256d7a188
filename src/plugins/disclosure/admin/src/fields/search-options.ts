import type { ChoiceOption } from '../../../server/desk/contract';

/** The options in which every word of the query occurs, in the label, the value or the group's name. */
export function filterOptions(options: readonly ChoiceOption[], query: string): ChoiceOption[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return options.filter(({ label, value, group }) => {
    const text = `${label} ${value} ${group ?? ''}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** A chosen option outside of its list: many groups have an option of the same name. */
export const fullName = ({ label, group }: ChoiceOption): string =>
  group && !label.includes(group) ? `${group} · ${label}` : label;

export type OptionGroup = { name: string | null; options: ChoiceOption[] };

/** Neighbours of the same group together, in the order given. */
export function groupOptions(options: readonly ChoiceOption[]): OptionGroup[] {
  const groups: OptionGroup[] = [];
  for (const option of options) {
    const last = groups.at(-1);
    if (last && last.name === (option.group ?? null)) last.options.push(option);
    else groups.push({ name: option.group ?? null, options: [option] });
  }
  return groups;
}

/** The option to move to with a key; `-1` is none. Stops at both ends. */
export function moveTo(key: string, active: number, count: number): number {
  switch (key) {
    case 'ArrowDown':
      return Math.min(active + 1, count - 1);
    case 'ArrowUp':
      return Math.max(active - 1, 0);
    case 'Home':
      return count > 0 ? 0 : -1;
    case 'End':
      return count - 1;
    default:
      return active;
  }
}
