import type { Core } from '@strapi/strapi';
import { settingsOf } from '../settings';

/** The panel's address as people reach it, without a slash at the end. */
export function panelAddress(strapi: Core.Strapi): string {
  const base = settingsOf(strapi).publicUrl || String(strapi.config.get('server.absoluteUrl', ''));
  return `${base.replace(/\/+$/, '')}/admin`;
}
