import { Box, Checkbox, Typography } from '@strapi/design-system';

type Props = { text: string; isConfirmed: boolean; onConfirm: (isConfirmed: boolean) => void };

/** What is easily forgotten: asked once, and left to whoever decides. */
export const Warning = ({ text, isConfirmed, onConfirm }: Props) => (
  <Box background="warning100" borderColor="warning200" hasRadius padding={4}>
    <Typography tag="p" textColor="warning700" fontWeight="bold">
      {text}
    </Typography>
    <Box paddingTop={3}>
      <Checkbox checked={isConfirmed} onCheckedChange={(checked) => onConfirm(checked === true)}>
        我已核对，不用补充
      </Checkbox>
    </Box>
  </Box>
);
