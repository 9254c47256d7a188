import { BadFile } from './bad-file';

/** Which version of which regulation a file holds: NAME(YYYY-MM-DD).md */
export type FileName = { name: string; versionOn: string };

const PATTERN = /^(.{1,200})[(（](\d{4}-\d{2}-\d{2})[)）]\.md$/u;

/** @throws BadFile */
export function parseFileName(fileName: string): FileName {
  const [, name = '', versionOn = ''] = PATTERN.exec(fileName.normalize('NFC')) ?? [];
  if (!name.trim()) throw new BadFile('文件名应为“名称(版本日期).md”,如 政府信息公开条例(2019-04-03).md');
  const date = new Date(`${versionOn}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== versionOn)
    throw new BadFile(`文件名中的版本日期 ${versionOn} 不是真实的日期`);
  return { name: name.trim(), versionOn };
}
