import type { Core } from '@strapi/strapi';
import { DisclosureError, refuse, toError } from '../../../disclosure/server/errors';
import { shanghaiInstant } from '../../../disclosure/server/rules/dates';
import type { Member } from '../../../disclosure/server/types';
import { type FileForApplicant, type FilesTold, type FileTold, labelOfScan } from '../../shared/files';
import { findVisible } from '../reads/detail';
import { isAnswered } from '../reads/is-answered';
import { settingsOf } from '../settings';
import type { RequestRow } from '../store/rows';
import { isConfigured } from './clamd';
import { fileRefusal, mayReadFiles } from './decide';
import { shownScan, whyClosed } from './may-open';
import { type FileRow, filesOf, findFile, nameOf, readBytes, redactionOf } from './store';

export const hasScanner = (strapi: Core.Strapi): boolean => isConfigured(settingsOf(strapi).clamd);

/** What of a request's files the desk may see and do. */
export async function readFiles(strapi: Core.Strapi, member: Member, id: string): Promise<FilesTold> {
  const request = await findVisible(strapi, member, id);
  const rows = await filesOf(strapi.db.connection, id);
  const why = (role: 'application' | 'answer') => fileRefusal(role, member, request)?.message ?? null;
  return {
    data: rows.map((row) => toldFile(strapi, member, request, row, rows)),
    meta: { mayAdd: { application: why('application'), answer: why('answer') } },
  };
}

function toldFile(
  strapi: Core.Strapi,
  member: Member,
  request: RequestRow,
  row: FileRow,
  all: readonly FileRow[],
): FileTold {
  const scanner = hasScanner(strapi);
  const scan = shownScan(row.scan, scanner);
  const isOpen = mayReadFiles(member) && !whyClosed(row.scan, scanner);
  const mayChange = !fileRefusal(row.role, member, request);
  const redaction = redactionOf(strapi, row);
  return {
    ...{ id: row.id, role: row.role, name: nameOf(strapi, row), type: row.type, size: row.size },
    ...{ scan, scanLabel: labelOfScan(scan), isOpen, by: row.byName, madeFrom: row.madeFrom },
    addedAt: shanghaiInstant(row.addedAt),
    redaction: redaction && {
      ...{ removed: redaction.removed, article: redaction.article, reason: redaction.reason },
    },
    canRedact: mayChange && isOpen && row.role === 'original' && (row.type === 'docx' || row.type === 'pdf'),
    canRemove: mayChange && !all.some(({ madeFrom }) => madeFrom === row.id),
    canAccept: mayChange && row.role === 'redaction',
  };
}

/**
 * The bytes of a file for the desk.
 *
 * @throws DisclosureError NOT_FOUND, DUTY_REQUIRED, FILE_NOT_SCANNED
 */
export async function openForDesk(
  strapi: Core.Strapi,
  member: Member,
  requestId: string,
  fileId: string,
): Promise<{ request: RequestRow; file: FileRow; bytes: Buffer }> {
  const request = await findVisible(strapi, member, requestId);
  if (!mayReadFiles(member)) throw toError(refuse('DUTY_REQUIRED'));
  const file = await findFile(strapi.db.connection, requestId, fileId);
  if (!file) throw noFile();
  assertOpen(strapi, file);
  return { request, file, bytes: await readBytes(strapi, strapi.db.connection, file) };
}

export const noFile = () => new DisclosureError('NOT_FOUND', '没有找到该附件');

export function assertOpen(strapi: Core.Strapi, { scan }: FileRow): void {
  const why = whyClosed(scan, hasScanner(strapi));
  if (why) throw new DisclosureError(scan === 'infected' ? 'INFECTED_FILE' : 'FILE_NOT_SCANNED', why);
}

/** Hers, and what is handed over once the answer has been sent. An original and an unaccepted copy are never among them. */
const isForApplicant = (request: RequestRow, { role }: FileRow): boolean =>
  role === 'application' || (role === 'answer' && isAnswered(request));

export async function filesForApplicant(
  strapi: Core.Strapi,
  request: RequestRow,
): Promise<FileForApplicant[]> {
  const rows = await filesOf(strapi.db.connection, request.id);
  return rows
    .filter((row) => isForApplicant(request, row))
    .map((row) => ({
      ...{ id: row.id, of: row.role === 'answer' ? 'answer' : 'application', size: row.size },
      name: nameOf(strapi, row),
      why: whyClosed(row.scan, hasScanner(strapi)),
    }));
}

/**
 * The bytes of a file for the applicant whose request it is.
 *
 * @throws DisclosureError NOT_FOUND also for what is there and not for her; FILE_NOT_SCANNED
 */
export async function openForApplicant(
  strapi: Core.Strapi,
  request: RequestRow,
  fileId: string,
): Promise<{ file: FileRow; bytes: Buffer }> {
  const file = await findFile(strapi.db.connection, request.id, fileId);
  if (!file || !isForApplicant(request, file)) throw noFile();
  assertOpen(strapi, file);
  return { file, bytes: await readBytes(strapi, strapi.db.connection, file) };
}
