import { Field, Flex } from '@strapi/design-system';

type Props = {
  covers: readonly string[];
  value: string | null;
  disabled: boolean;
  onChange: (cover: string | null) => void;
};

const frame = (chosen: boolean) => ({
  padding: 2,
  border: `2px solid ${chosen ? '#4945ff' : '#dcdce4'}`,
  borderRadius: 4,
  background: 'none',
  lineHeight: 0,
});

/** The cover, by its picture; without a choice the first picture is taken. */
export function CoverChoice({ covers, value, disabled, onChange }: Props) {
  if (covers.length === 0) return null;
  const chosen = value ?? covers[0];
  return (
    <Field.Root name="wechat-cover">
      <Field.Label>公众号封面</Field.Label>
      <Flex gap={2} wrap="wrap" role="group" aria-label="公众号封面">
        {covers.map((cover, at) => (
          <button
            key={cover}
            type="button"
            disabled={disabled}
            aria-label={`第${at + 1}张图片`}
            aria-pressed={cover === chosen}
            style={frame(cover === chosen)}
            onClick={() => onChange(cover)}
          >
            <img src={cover} alt="" width={72} height={48} style={{ objectFit: 'cover' }} />
          </button>
        ))}
      </Flex>
    </Field.Root>
  );
}
