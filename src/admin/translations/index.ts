import admin from './admin.json';
import contentManager from './content-manager.json';
import otherPlugins from './other-plugins.json';
import upload from './upload.json';

type Messages = Record<string, string>;

const prefixed = (prefix: string, messages: Messages): Messages =>
  Object.fromEntries(Object.entries(messages).map(([key, text]) => [`${prefix}.${key}`, text]));

/** What Strapi's own Chinese lacks, or says for developers instead of civil servants. */
export const chinese: Messages = {
  ...admin,
  ...otherPlugins,
  ...prefixed('content-manager', contentManager),
  ...prefixed('upload', upload),
};
