import * as React from 'react';

/** Sets an attribute on the page for the panel's style sheet, as long as the component is there. */
export function useMark(attribute: string, on: boolean): void {
  React.useEffect(() => {
    document.documentElement.toggleAttribute(attribute, on);
    return () => document.documentElement.removeAttribute(attribute);
  }, [attribute, on]);
}
