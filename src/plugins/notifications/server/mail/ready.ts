import type { Core } from '@strapi/strapi';

/** Whether the installation has a mail server (`SMTP_HOST`): without one nothing is ever sent. */
export const isMailReady = (strapi: Core.Strapi): boolean =>
  strapi.config.get('plugin::email.provider') === 'nodemailer';
