import { useIsDisclosure } from './disclosure-type';

type Describing<Props, Description> = ((props: Props) => Description | null) & {
  type?: unknown;
  position?: unknown;
};

/**
 * Takes one of Strapi's own actions or panels away from disclosure types; for all others it is as before.
 * The component of a page is mounted for one content type only, so that its hooks never change.
 */
export function exceptDisclosure<Props extends { model: string }, Description>(
  original: Describing<Props, Description>,
): Describing<Props, Description> {
  const wrapped: Describing<Props, Description> = (props) => {
    const own = useIsDisclosure(props.model);
    return own ? null : original(props);
  };
  wrapped.type = original.type;
  wrapped.position = original.position;
  return wrapped;
}
