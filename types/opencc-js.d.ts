/** The half of the library that is used, under the name that its package exports. */
declare module 'opencc-js/t2cn' {
  export { Converter } from 'opencc-js';
}
