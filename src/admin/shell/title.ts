const NAME = '政务公开';

/** Strapi's page title with the product's name in place of Strapi's. */
export function ownTitle(title: string): string {
  const page = title.replace(/\s*\|\s*(Strapi|政务公开)$/, '').trim();
  return page === '' || page === 'Strapi Admin' || page === NAME ? NAME : `${page} | ${NAME}`;
}

/** Strapi's pages each set the title; there is no setting for the name at its end. */
export function keepOwnTitle(): void {
  const apply = () => {
    const title = ownTitle(document.title);
    if (document.title !== title) document.title = title;
  };
  apply();
  new MutationObserver(apply).observe(document.head, { subtree: true, childList: true, characterData: true });
}
