import type * as React from 'react';

/** A line drawing of 16 by 16 in the style of the design system, which has none of these. */
const drawing = (path: string) =>
  function Drawing(props: React.SVGProps<SVGSVGElement>) {
    return (
      <svg
        viewBox="0 0 16 16"
        width="1.6rem"
        height="1.6rem"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden
        focusable={false}
        {...props}
      >
        {/* the design system fills what is in a button */}
        <path d={path} style={{ fill: 'none', stroke: 'currentColor' }} />
      </svg>
    );
  };

export const Undo = drawing('M5.5 3 2.5 6l3 3M2.8 6H9a4 4 0 0 1 0 8H6');
export const Redo = drawing('m10.5 3 3 3-3 3M13.2 6H7a4 4 0 0 0 0 8h3');
export const AlignLeft = drawing('M2 3h12M2 6.3h8M2 9.7h12M2 13h8');
export const AlignCenter = drawing('M2 3h12M4 6.3h8M2 9.7h12M4 13h8');
export const AlignRight = drawing('M2 3h12M6 6.3h8M2 9.7h12M6 13h8');
export const FirstLine = drawing('M8 3h6M2 6.3h12M2 9.7h12M2 13h12M2 2v2.4L4.4 3.2z');
export const Table = drawing('M2 3h12v10H2zM2 6.3h12M2 9.7h12M6 3v10M10 3v10');
export const ClearFormat = drawing('M3 3h9M7.5 3 6 13M10.5 9.5l4 4M14.5 9.5l-4 4');
