import { z } from 'zod';

/** How many files, and how large. No text prescribes the numbers; clamd takes 25 MB a file by default. */
export const fileSettingsSchema = z.strictObject({
  /** files of an application, and of an answer */
  most: z.int().min(1).max(50).default(10),
  eachMegabytes: z.int().min(1).max(50).default(20),
  totalMegabytes: z.int().min(1).max(90).default(50),
});

/** Where the scanner is; neither host nor socket: nothing is scanned. */
export const clamdSettingsSchema = z.strictObject({
  host: z.string().default(''),
  port: z.int().min(1).max(65_535).default(3310),
  socket: z.string().default(''),
  milliseconds: z.int().min(100).max(120_000).default(30_000),
});

export type FileSettings = z.infer<typeof fileSettingsSchema>;
export type ClamdSettings = z.infer<typeof clamdSettingsSchema>;

export const MB = 1024 * 1024;
