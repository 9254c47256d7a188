import { columnLetters, type RawTable, type TableLimits, tableError } from '../table';
import { openArchive } from './archive';
import { findMerges, type Merge } from './merges';
import { readSharedStrings } from './shared-strings';
import { readSheetRows } from './sheet-rows';
import { readDateStyles } from './styles';
import { readWorkbook, type Sheet } from './workbook';

/** Reads one sheet of an XLSX as a stream; `sheetName` default the first sheet that is not hidden. */
export async function openXlsx(
  path: string,
  sheetName: string | undefined,
  limits: TableLimits,
): Promise<RawTable> {
  const archive = await openArchive(path, limits);
  try {
    const workbook = await readWorkbook(archive);
    const sheet = chooseSheet(workbook.sheets, sheetName);
    const merges = await findMerges(archive.read(sheet.part));
    const dateStyles = await readDateStyles(archive, workbook.styles);
    const strings = await readSharedStrings(archive, workbook.sharedStrings, limits.cellCharacters);
    let open = true;
    return {
      format: 'xlsx',
      sheet: sheet.name,
      encoding: null,
      notes: [...noteSheets(workbook.sheets, sheet), ...noteMerges(merges)],
      rows: readSheetRows(
        { archive, part: sheet.part, merges, limits },
        { strings, dateStyles, from1904: workbook.from1904 },
      ),
      async close() {
        if (!open) return;
        open = false;
        strings.close();
        archive.close();
      },
    };
  } catch (error) {
    archive.close();
    throw error;
  }
}

function chooseSheet(sheets: readonly Sheet[], name: string | undefined): Sheet {
  const visible = sheets.filter((sheet) => !sheet.hidden);
  const chosen = name === undefined ? visible[0] : sheets.find((sheet) => sheet.name === name);
  if (chosen) return chosen;
  if (name === undefined) throw tableError('文件里没有可读的工作表（隐藏的工作表不读取）');
  const names = visible.map((sheet) => `“${sheet.name}”`).join('、');
  throw tableError(`没有名为“${name}”的工作表，文件里有：${names}`);
}

function noteSheets(sheets: readonly Sheet[], chosen: Sheet): string[] {
  const others = sheets.filter((sheet) => sheet !== chosen);
  if (others.length === 0) return [];
  const names = others.map((sheet) => `“${sheet.name}”${sheet.hidden ? '（隐藏）' : ''}`).join('、');
  return [`只读取工作表“${chosen.name}”，没有读取：${names}`];
}

function noteMerges(merges: readonly Merge[]): string[] {
  if (merges.length === 0) return [];
  const shown = merges.slice(0, 5).map(({ top, left, bottom, right }) => {
    return `${columnLetters(left)}${top}:${columnLetters(right)}${bottom}`;
  });
  const more = merges.length > shown.length ? `等${merges.length}处` : '';
  return [`合并单元格 ${shown.join('、')}${more}：把左上角的值填入了其中每一格`];
}
