import { VisuallyHidden } from '@strapi/design-system';
import styled from 'styled-components';
import type { Part } from '../../../shared/difference/parts';

const Added = styled.ins`
  background: ${({ theme }) => theme.colors.success100};
  color: ${({ theme }) => theme.colors.success700};
  text-decoration: underline;
  text-underline-offset: 2px;
`;
const Removed = styled.del`
  background: ${({ theme }) => theme.colors.danger100};
  color: ${({ theme }) => theme.colors.danger700};
  text-decoration: line-through;
`;
/** A text with what came underlined and what went struck through, also for those who listen. */
export function DifferenceParts({ parts }: { parts: readonly Part[] }) {
  return parts.map(({ kind, text }, index) => {
    const key = `${index}${kind}`;
    if (kind === 'same') return <span key={key}>{text}</span>;
    return kind === 'added' ? (
      <Added key={key}>
        <VisuallyHidden>（增加：</VisuallyHidden>
        {text}
        <VisuallyHidden>）</VisuallyHidden>
      </Added>
    ) : (
      <Removed key={key}>
        <VisuallyHidden>（删去：</VisuallyHidden>
        {text}
        <VisuallyHidden>）</VisuallyHidden>
      </Removed>
    );
  });
}
