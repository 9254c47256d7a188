import { Box, Flex, Typography } from '@strapi/design-system';
import type { Paper } from '../../../shared/notices';

const PAGE = { maxWidth: '44rem', fontFamily: 'FangSong, STFangsong, serif', lineHeight: 1.9 } as const;

/** A notice as it will stand on paper. */
export const PaperView = ({ paper }: { paper: Paper }) => (
  <Box
    background="neutral0"
    borderColor="neutral200"
    padding={6}
    tag="section"
    aria-label="文书预览"
    style={PAGE}
  >
    <Typography variant="pi" tag="p">{`申请编号：${paper.requestNumber}`}</Typography>
    <Flex direction="column" gap={1} paddingTop={4} paddingBottom={4}>
      <Typography variant="beta" tag="h3">
        {paper.title}
      </Typography>
      <Typography>{paper.number ?? '（预览，作出时编号）'}</Typography>
    </Flex>
    <Line>{`${paper.addressee}：`}</Line>
    {paper.paragraphs.map((text, index) => (
      <Line key={`${String(index)}${text.slice(0, 20)}`} indent>
        {text}
      </Line>
    ))}
    <Line right>{paper.signedBy}</Line>
    <Line right>{paper.day}</Line>
  </Box>
);

const Line = ({ children, indent, right }: { children: string; indent?: true; right?: true }) => (
  <Typography
    tag="p"
    style={{
      fontFamily: 'inherit',
      fontSize: '1.5rem',
      lineHeight: 'inherit',
      textIndent: indent ? '2em' : 0,
      textAlign: right ? 'right' : 'left',
      overflowWrap: 'anywhere',
    }}
  >
    {children}
  </Typography>
);
