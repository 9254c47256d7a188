/**
 * What the panel and the server say to each other. Types only, and no imports from elsewhere: the panel's
 * build must not depend on the server's code.
 */
export type * from './catalogue';
export type * from './coverage';
export type * from './document';
export type * from './roster';
export type * from './versions';
export type * from './workbench';
