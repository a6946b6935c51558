using System.IO.Compression;
using System.Security;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace TeacherCpd.Testing;

/// <summary>Workbooks as Excel saves them, and some that nobody should take.</summary>
public static class Workbooks
{
    /// <summary>A workbook of one sheet; texts stand in the table of shared texts, numbers (int, long, double) as figures.</summary>
    public static byte[] Of(params IEnumerable<IReadOnlyList<object>> rows)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            var sheet = workbook.AddNewPart<WorksheetPart>();
            var texts = new List<string>();
            var data = new SheetData(rows.Select((row, at) => new Row(row.Select(value => value is string text
                ? new Cell { DataType = CellValues.SharedString, CellValue = new CellValue(IndexOf(text)) }
                : new Cell { CellValue = new CellValue(Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture)) }))
            {
                RowIndex = (uint)at + 1,
            }));
            sheet.Worksheet = new Worksheet(data);
            workbook.Workbook = new Workbook(new Sheets(new Sheet { Name = "Тізім", SheetId = 1, Id = workbook.GetIdOfPart(sheet) }));
            workbook.AddNewPart<SharedStringTablePart>().SharedStringTable = new SharedStringTable(texts.Select(t => new SharedStringItem(new Text(t))));

            int IndexOf(string text)
            {
                texts.Add(text);
                return texts.Count - 1;
            }
        }

        return stream.ToArray();
    }

    /// <summary>The same workbook with one more entry.</summary>
    public static byte[] With(byte[] workbook, string entry, byte[] content)
    {
        using var stream = new MemoryStream();
        stream.Write(workbook);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(entry)?.Delete();
            using var added = zip.CreateEntry(entry, CompressionLevel.SmallestSize).Open();
            added.Write(content);
        }

        return stream.ToArray();
    }

    /// <summary>A sheet as XML, with anything before its root.</summary>
    public static byte[] Sheet(string before, params IEnumerable<string> cells) => Encoding.UTF8.GetBytes(
        $"""<?xml version="1.0"?>{before}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">{string.Concat(cells.Select(c => $"<c t=\"inlineStr\"><is><t>{SecurityElement.Escape(c)}</t></is></c>"))}</row></sheetData></worksheet>""");
}
