const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const CONTENT_TYPES = `${HEAD}<Types xmlns="${PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/>
<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>
</Types>`;

export const ROOT_RELATIONS = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">
<Relationship Id="rId1" Type="${RELATION}/officeDocument" Target="xl/workbook.xml"/>
</Relationships>`;

/** @param name of the only sheet, escaped */
export const workbook = (name: string): string => `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATION}">
<sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets>
</workbook>`;

export const WORKBOOK_RELATIONS = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">
<Relationship Id="rId1" Type="${RELATION}/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="rId2" Type="${RELATION}/styles" Target="styles.xml"/>
</Relationships>`;

/** Cell styles: texts in the format “@”, so that Excel leaves long numbers and dates as they are typed. */
export const TEXT_STYLE = 1;
export const HEADER_STYLE = 2;
/** Cells of a form: boxed, in the middle, on several lines where they need them. */
export const BOXED_TEXT_STYLE = 3;
export const BOXED_NUMBER_STYLE = 4;

const MIDDLE = '<alignment horizontal="center" vertical="center" wrapText="1"/>';

export const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}">
<fonts count="2"><font><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><name val="等线"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>
<border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="5">
<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>
<xf numFmtId="49" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1">${MIDDLE}</xf>
<xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1" applyAlignment="1">${MIDDLE}</xf>
</cellXfs>
</styleSheet>`;

const HEADER_STAYS = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';

/** @param widths of the columns of a form, in characters; without them the first row of a table stays in sight */
export function sheetStart(widths?: readonly number[]): string {
  const view = `<sheetViews><sheetView workbookViewId="0">${widths ? '' : HEADER_STAYS}</sheetView></sheetViews>`;
  if (!widths) return `${HEAD}<worksheet xmlns="${MAIN}">${view}<sheetData>`;
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const isPrintedOnOnePage = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
  return `${HEAD}<worksheet xmlns="${MAIN}">${isPrintedOnOnePage}${view}<cols>${columns.join('')}</cols><sheetData>`;
}

/** @param merged areas of a form, as `A1:B2` */
export function sheetEnd(merged?: readonly string[]): string {
  if (!merged) return '</sheetData></worksheet>';
  const cells = merged.map((area) => `<mergeCell ref="${area}"/>`).join('');
  const areas = merged.length > 0 ? `<mergeCells count="${merged.length}">${cells}</mergeCells>` : '';
  const page = '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>';
  return `</sheetData>${areas}${page}</worksheet>`;
}
