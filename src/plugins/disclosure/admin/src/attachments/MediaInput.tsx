import type * as React from 'react';
import { useParams } from 'react-router-dom';
import { useIsDisclosure } from '../shell/disclosure-type';
import { AttachmentsInput } from './AttachmentsInput';

type Input = React.ComponentType<Record<string, unknown>>;

/** The attachments of a disclosure document; every other type keeps Strapi’s own input. */
export function forDisclosure(Media: Input): Input {
  return function MediaInput(props) {
    const { slug = '' } = useParams<{ slug: string }>();
    if (!useIsDisclosure(slug)) return <Media {...props} />;
    return <AttachmentsInput {...(props as React.ComponentProps<typeof AttachmentsInput>)} />;
  };
}
