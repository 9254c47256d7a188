import { Field, MultiSelect, MultiSelectOption } from '@strapi/design-system';

type Props = {
  choices: readonly { code: string; name: string }[];
  chosen: readonly string[] | null;
  onChange: (chosen: string[] | null) => void;
};

/** Which departments the district's report counts; all of them where none is left out. */
export const DepartmentChoice = ({ choices, chosen, onChange }: Props) => (
  <Field.Root name="departments" hint="不选为全部部门">
    <Field.Label>汇总的部门</Field.Label>
    <MultiSelect
      value={[...(chosen ?? [])]}
      placeholder="全部部门"
      withTags
      onChange={(next: string[]) => onChange(next.length > 0 ? next : null)}
    >
      {choices.map(({ code, name }) => (
        <MultiSelectOption key={code} value={code}>
          {name}
        </MultiSelectOption>
      ))}
    </MultiSelect>
    <Field.Hint />
  </Field.Root>
);
