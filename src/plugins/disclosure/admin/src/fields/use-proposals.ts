import { useForm } from '@strapi/strapi/admin';
import { useParams } from 'react-router-dom';
import { useAttributes } from '../shell/disclosure-type';

type Values = Record<string, unknown>;

/** Enters what follows from a choice into fields of the form that are still empty. */
export function useProposals(): (implied: Record<string, string> | undefined) => void {
  const { slug = '' } = useParams<{ slug: string }>();
  const attributes = useAttributes(slug) ?? {};
  const getValues = useForm('useProposals', (state) => state.getValues);
  const onChange = useForm('useProposals', (state) => state.onChange);
  return (implied = {}) => {
    const values = getValues() as Values;
    for (const [name, value] of Object.entries(implied))
      if (name in attributes && !values[name]) onChange(name, value);
  };
}
