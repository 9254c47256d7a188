import { styled } from 'styled-components';

/** Above the panel’s navigation, below its dialogs and lists. */
const FULL_SCREEN_LAYER = 290;

export const Frame = styled.div<{ $wide: boolean; $quiet?: boolean }>`
  display: flex;
  flex-direction: column;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme, $wide }) => ($wide ? 0 : theme.borderRadius)};
  background: ${({ theme, $quiet }) => ($quiet ? theme.colors.neutral100 : theme.colors.neutral0)};
  ${({ $wide }) => ($wide ? `position: fixed; inset: 0; z-index: ${FULL_SCREEN_LAYER};` : '')}
  &:focus-within {
    border-color: ${({ theme }) => theme.colors.primary600};
  }
`;

/** The sheet that one writes on. */
export const Paper = styled.div<{ $wide?: boolean }>`
  flex: 1;
  overflow: auto;
  max-height: ${({ $wide }) => ($wide ? 'none' : 'max(60vh, 36rem)')};

  .tiptap {
    box-sizing: border-box;
    min-height: 32rem;
    max-width: 100rem;
    margin: 0 auto;
    padding: 2.4rem 3.2rem;
    outline: none;
    color: ${({ theme }) => theme.colors.neutral800};
    font-size: 1.6rem;
    line-height: 1.85;
    overflow-wrap: anywhere;
  }
  .tiptap[contenteditable='false'] {
    min-height: 8rem;
  }
  .tiptap > * + * {
    margin-top: 0.6rem;
  }
  h1 {
    font-size: 2.4rem;
    font-weight: 700;
    line-height: 1.5;
    margin-bottom: 1.6rem;
  }
  h2 {
    font-size: 1.9rem;
    font-weight: 700;
  }
  h3 {
    font-size: 1.7rem;
    font-weight: 600;
  }
  h4,
  h5,
  h6 {
    font-size: 1.6rem;
    font-weight: 600;
  }
  strong,
  b {
    font-weight: 700;
  }
  em,
  i {
    font-style: italic;
  }
  sub {
    vertical-align: sub;
    font-size: 0.75em;
  }
  sup {
    vertical-align: super;
    font-size: 0.75em;
  }
  ul,
  ol {
    padding-left: 2.4em;
  }
  ul {
    list-style: disc;
  }
  ol {
    list-style: decimal;
  }
  ol[type='a'] {
    list-style: lower-alpha;
  }
  ol[type='A'] {
    list-style: upper-alpha;
  }
  ol[type='i'] {
    list-style: lower-roman;
  }
  ol[type='I'] {
    list-style: upper-roman;
  }
  a {
    color: ${({ theme }) => theme.colors.primary600};
    text-decoration: underline;
  }
  blockquote {
    padding-left: 1.6rem;
    border-left: 3px solid ${({ theme }) => theme.colors.neutral200};
  }
  hr {
    border: 0;
    border-top: 1px solid ${({ theme }) => theme.colors.neutral300};
    margin: 1.6rem 0;
  }
  img {
    max-width: 100%;
    height: auto;
    vertical-align: bottom;
  }
  img[src^='data:'],
  img[src^='blob:'] {
    opacity: 0.5;
  }
  img.ProseMirror-selectednode,
  .ProseMirror-selectednode > img {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
  }
  table {
    width: 100%;
    border-collapse: collapse;
    margin: 1.2rem 0;
    table-layout: auto;
  }
  caption {
    padding: 0.4rem;
    font-weight: 600;
    text-align: center;
  }
  td,
  th {
    position: relative;
    min-width: 4rem;
    padding: 0.4rem 0.8rem;
    border: 1px solid ${({ theme }) => theme.colors.neutral500};
    vertical-align: middle;
    line-height: 1.6;
  }
  th {
    background: ${({ theme }) => theme.colors.neutral100};
    font-weight: 600;
    text-align: center;
  }
  .selectedCell {
    background: ${({ theme }) => theme.colors.primary100};
  }
  .ProseMirror-gapcursor {
    position: relative;
  }
`;
