type Attributes = Record<string, unknown>;
type Values = Record<string, unknown>;
type Evaluate = (condition: never, values: unknown) => boolean;

/**
 * Empties the fields that the form does not show (a field of another information class, after the item
 * was changed): nobody could see or clear what was left in them. Fields without a value are left out.
 */
export function clearHidden(values: Values, attributes: Attributes, evaluate: Evaluate): Values {
  const cleared = { ...values };
  for (const [name, attribute] of Object.entries(attributes)) {
    const condition = (attribute as { conditions?: { visible?: unknown } }).conditions?.visible;
    if (!condition || evaluate(condition as never, values)) continue;
    if (values[name] !== undefined && values[name] !== null) cleared[name] = null;
  }
  return cleared;
}
