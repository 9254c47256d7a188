/** What the panel of a district has no use for, and what Strapi has no setting to leave out. */
const STYLES = `
  /* passwords are reset by the administrator: no mail server is set up */
  a[href$="/auth/forgot-password"],
  /* the vendor's shop, prices and manuals, on servers of his */
  a[href*="strapi.io"],
  /* the types follow the manifests: there is nothing to build by hand */
  a[href$="/plugins/content-type-builder"] { display: none !important; }
  /* settings are the administrator's */
  [data-no-settings] a[href$="/settings"] { display: none !important; }
  /* steps are taken one document at a time */
  [data-no-selection] table :is(th, td):has([role="checkbox"]) { display: none; }
  /* Strapi's status calls everything a modification; the engine's own column and panel know better */
  [data-disclosure-list] table :is(th, td):nth-last-child(2),
  [data-disclosure-document] [role="status"]:is([aria-label="draft"], [aria-label="published"], [aria-label="modified"]) { display: none; }
  /* there are no single types */
  nav[aria-label="公开信息"] ul > li:last-child:not(:has(a)) { display: none; }
  /* Strapi dims a page behind a dialog with the colour of text, which is light in the dark */
  body > div[data-state]:has(> :is([role="dialog"], [role="alertdialog"])) { background: rgb(16 16 28 / 50%); }
  /* importing is for those who enter information */
  [data-enters-nothing] a[href$="/plugins/imports"] { display: none !important; }
  /* for the moment in which Strapi's form does not know our fields yet, though they are there */
  input[placeholder^="Unsupported field type: plugin::disclosure"]::placeholder { color: transparent; }
  /* rows of fields that the chosen item does not need */
  form [role="tabpanel"] div:has(> div:empty):not(:has(> :not(div:empty))) { display: none; }
`;

export function addOwnStyles(): void {
  const style = document.createElement('style');
  style.textContent = STYLES;
  document.head.append(style);
}
