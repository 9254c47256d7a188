import { useForm } from '@strapi/strapi/admin';
import { useParams } from 'react-router-dom';
import type { ChoiceOption } from '../../../server/desk/contract';
import { useChoicesQuery } from '../api/desk-api';
import { useAttributes } from '../shell/disclosure-type';

type Options = { source?: string; choices?: ChoiceOption[] };

const optionsOf = (attribute: unknown): Options => (attribute as { options?: Options }).options ?? {};

/** A list of the server's; `values` are those of the form on which it may depend. */
export function useSource(source: string, values: Record<string, string> = {}) {
  const { currentData, isFetching, isError } = useChoicesQuery(
    { source, values },
    { skip: !source, refetchOnMountOrArgChange: 60 },
  );
  return { options: currentData ?? [], isLoading: isFetching && !currentData, isError };
}

/** The options of a choice field: its own closed list, or the server's list for what is entered so far. */
export function useFieldChoices(name: string, attribute: unknown) {
  const { source = '', choices = [] } = optionsOf(attribute);
  const values = useEarlierChoices(name);
  const listed = useSource(source, values);
  return source ? listed : { options: choices, isLoading: false, isError: false };
}

/** A list may depend on the choices that stand before it in the form (an item on its project), and on the domain. */
function useEarlierChoices(name: string): Record<string, string> {
  const { slug = '' } = useParams<{ slug: string }>();
  const attributes = useAttributes(slug) ?? {};
  const names = Object.keys(attributes);
  const earlier = names.slice(0, names.indexOf(name)).filter((other) => optionsOf(attributes[other]).source);
  const entered = useForm('useEarlierChoices', (state) =>
    JSON.stringify(
      earlier
        .map((other) => [other, (state.values as Record<string, unknown>)[other]])
        .filter(([, value]) => typeof value === 'string' && value),
    ),
  );
  const [, domain = ''] = /^plugin::(.+)\./.exec(slug) ?? [];
  return {
    domain,
    ...(Object.fromEntries(JSON.parse(entered) as [string, string][]) as Record<string, string>),
  };
}
