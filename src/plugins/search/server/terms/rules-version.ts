/** Count up when texts become other terms than before: every entry is made again. */
export const RULES = 1;
