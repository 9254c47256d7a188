import { Box, Button, Flex, Grid, Typography } from '@strapi/design-system';
import { saveFile } from '../../../../disclosure/admin/src/shell/save-file';

type Props = { codes: readonly string[]; onDone: () => void };

/** Shown once: each lets in one time without the telephone. */
export function RecoveryCodeList({ codes, onDone }: Props) {
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography tag="h3" variant="delta">
        备用码
      </Typography>
      <Typography>
        手机丢失或不在身边时用来登录，每个只能用一次。只在这里显示一次，请抄下或保存，放在安全的地方。
      </Typography>
      <Box background="neutral100" hasRadius padding={4}>
        <Grid.Root gap={2} aria-label="备用码">
          {codes.map((code) => (
            <Grid.Item key={code} col={6}>
              <Typography tag="code" fontWeight="bold">
                {code}
              </Typography>
            </Grid.Item>
          ))}
        </Grid.Root>
      </Box>
      <Flex gap={3}>
        <Button variant="secondary" onClick={() => saveFile('备用码.txt', new Blob([codes.join('\r\n')]))}>
          保存为文件
        </Button>
        <Button onClick={onDone}>我已保存</Button>
      </Flex>
    </Flex>
  );
}
