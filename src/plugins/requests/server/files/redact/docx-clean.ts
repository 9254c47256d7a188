import { childOf, childrenOf, type Element, isElement, type Node } from './tree';

/** What is read as text and its frame; everything that is not named here is left out with all that is in it. */
const CONTENT = new Set(
  `document body hdr ftr footnotes footnote endnotes endnote p r t tab br cr noBreakHyphen sym tbl tr tc
   footnoteReference endnoteReference footnoteRef endnoteRef separator continuationSeparator`
    .split(/\s+/)
    .map((name) => `w:${name}`),
);
const PROPERTIES = new Set(
  'pPr rPr tblPr tblPrEx tblGrid trPr tcPr sectPr'.split(' ').map((name) => `w:${name}`),
);
/** What only stands around text: insertions that were tracked, links, fields, content controls. */
const WRAPPERS = new Set(
  'ins moveTo hyperlink fldSimple smartTag customXml sdt sdtContent dir bdo ruby rubyBase'
    .split(' ')
    .map((name) => `w:${name}`),
);
const SHAPES = new Set(['w:drawing', 'w:pict', 'w:object', 'mc:AlternateContent']);
/** Properties that hold text, people or older versions, or hide what stands there: nothing in a copy is hidden. */
const NO_PROPERTY =
  /^w:(?:.*Change|ins|del|moveFrom|moveTo|tblCaption|tblDescription|vanish|specVanish|webHidden|pict|object|drawing|numPicBullet|altName)$/;
const NO_ATTRIBUTE = /^w:(?:rsid.*|author|date|initials|name)$/;

/** Stands where a picture or drawing stood: what it shows cannot be searched, so it is left out and said. */
const LEFT_OUT = '〔图形已去除〕';

export type Cleaning = {
  /** ids of styles that hide their text */
  hidden: ReadonlySet<string>;
  /** new ids of headers and footers by their old ones */
  references: ReadonlyMap<string, string>;
};

/** A part of a document with its visible text and layout alone. Text boxes become paragraphs behind that which holds them. */
export const cleanPart = (root: Element, cleaning: Cleaning): Element => {
  const lifted: Element[] = [];
  const [cleaned] = clean(root, cleaning, lifted, root);
  return cleaned ?? { name: root.name, attributes: {}, children: [] };
};

function clean(element: Element, cleaning: Cleaning, lifted: Element[], parent: Element): Element[] {
  const { name } = element;
  if (PROPERTIES.has(name)) return [cleanProperties(element, cleaning.references)];
  if (WRAPPERS.has(name)) return cleanChildren(element, cleaning, lifted).filter(isElement);
  if (SHAPES.has(name) || name.startsWith('other:')) return shapeOf(element, cleaning, lifted, parent);
  if (!CONTENT.has(name) || (name === 'w:r' && isHidden(element, cleaning))) return [];
  const own: Element[] = name === 'w:p' ? [] : lifted;
  const children = cleanChildren(element, cleaning, own);
  // Word does not open a cell without a paragraph
  if (name === 'w:tc' && !children.some((child) => isElement(child) && child.name === 'w:p')) {
    children.push({ name: 'w:p', attributes: {}, children: [] });
  }
  const attributes = name === 'w:t' ? { 'xml:space': 'preserve' } : attributesOf(element);
  const cleaned = { name, attributes, children };
  return name === 'w:p' ? [cleaned, ...own] : [cleaned];
}

const cleanChildren = (element: Element, cleaning: Cleaning, lifted: Element[]): Node[] =>
  element.name === 'w:t'
    ? element.children.filter((child) => !isElement(child))
    : childrenOf(element).flatMap((child) => clean(child, cleaning, lifted, element));

/** The paragraphs of a text box; of other drawings and of formulas a word that says that there was one. */
function shapeOf(shape: Element, cleaning: Cleaning, lifted: Element[], parent: Element): Element[] {
  const boxes = boxesIn(shape);
  for (const box of boxes) {
    for (const child of childrenOf(box)) lifted.push(...clean(child, cleaning, lifted, box));
  }
  if (boxes.length > 0) return [];
  const text: Element = { name: 'w:t', attributes: {}, children: [LEFT_OUT] };
  if (parent.name === 'w:r') return [text];
  return parent.name === 'w:p' ? [{ name: 'w:r', attributes: {}, children: [text] }] : [];
}

function boxesIn(shape: Element): Element[] {
  if (shape.name === 'w:txbxContent') return [shape];
  // the same box twice, for older and newer programs
  const choices = childrenOf(shape).filter(({ name }) => name === 'mc:Choice' || name === 'mc:Fallback');
  for (const choice of choices) {
    const found = boxesIn(choice);
    if (found.length > 0) return found;
  }
  return childrenOf(shape)
    .filter((child) => !choices.includes(child))
    .flatMap(boxesIn);
}

/** Copies properties and styles, of the vocabulary of Word alone. */
export function cleanProperties(element: Element, references: Cleaning['references'] = new Map()): Element {
  const children = childrenOf(element)
    .filter(({ name }) => name.startsWith('w:') && !NO_PROPERTY.test(name))
    .flatMap((child) => {
      const cleaned = cleanProperties(child, references);
      if (child.name !== 'w:headerReference' && child.name !== 'w:footerReference') return [cleaned];
      const id = references.get(child.attributes['r:id'] ?? '');
      return id ? [{ ...cleaned, attributes: { ...cleaned.attributes, 'r:id': id } }] : [];
    });
  return { name: element.name, attributes: attributesOf(element), children };
}

const attributesOf = ({ attributes }: Element): Record<string, string> =>
  Object.fromEntries(
    Object.entries(attributes).filter(([name]) => name.startsWith('w:') && !NO_ATTRIBUTE.test(name)),
  );

const isOn = (element: Element | undefined): boolean =>
  element !== undefined && !['0', 'false', 'off'].includes(element.attributes['w:val'] ?? '');

const hides = (properties: Element | undefined): boolean =>
  properties !== undefined &&
  ['w:vanish', 'w:specVanish', 'w:webHidden'].some((name) => isOn(childOf(properties, name)));

function isHidden(run: Element, { hidden }: Cleaning): boolean {
  const properties = childOf(run, 'w:rPr');
  if (hides(properties)) return true;
  return hidden.has((properties && childOf(properties, 'w:rStyle')?.attributes['w:val']) ?? '');
}

/** Ids of the styles that hide their text. */
export const hiddenStyles = (styles: Element): Set<string> =>
  new Set(
    childrenOf(styles)
      .filter((style) => hides(childOf(style, 'w:rPr')))
      .map((style) => style.attributes['w:styleId'] ?? ''),
  );
