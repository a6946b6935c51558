using System.Globalization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups.Lists;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Application.Texts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Testing;

namespace TeacherCpd.Application.Testing.Items;

/// <summary>
/// Takes items out of a table (CSV or a workbook) as drafts of the user. What is not understood is told row by row, and does not stop the rest;
/// the same file again adds nothing.
/// </summary>
/// <param name="Content">The upload; seekable, left open.</param>
/// <param name="FileName">Name as the browser sent it; empty when no file was chosen.</param>
[RequirePermission(Permission.WriteTestItems)]
public sealed record ImportItemsCommand(Stream Content, string FileName) : ICommand<ItemImport>;

/// <summary>What came of a table.</summary>
/// <param name="Added">Items added.</param>
/// <param name="Known">Rows that the bank has already.</param>
/// <param name="Faults">Rows that were not understood.</param>
public sealed record ItemImport(int Added, int Known, IReadOnlyList<ItemImportFault> Faults);

/// <summary>A row that was not understood.</summary>
/// <param name="Row">Number of the row in the file, from 1.</param>
/// <param name="Column">Name of the column at fault.</param>
/// <param name="Code">Code of the error.</param>
/// <param name="Args">Values for the places of its text.</param>
public sealed record ItemImportFault(int Row, string Column, string Code, IReadOnlyList<object?> Args);

/// <summary>The first row does not name the columns.</summary>
public sealed record ItemColumnsMissing() : Error("item_columns_missing", ErrorKind.Invalid);

internal sealed class ImportItemsValidator : AbstractValidator<ImportItemsCommand>
{
    public ImportItemsValidator() =>
        RuleFor(q => q.FileName).NotEmpty().OverridePropertyName(UploadReader.FileField).WithErrorCode("file_missing");
}

internal sealed class ImportItemsHandler(IAppDbContext db, CurrentUser user, IListFileReader reader, TimeProvider time) : IRequestHandler<ImportItemsCommand, Result<ItemImport>>
{
    private static readonly TimeSpan LongestReading = TimeSpan.FromSeconds(30);

    public async Task<Result<ItemImport>> Handle(ImportItemsCommand request, CancellationToken cancellationToken)
    {
        var table = Read(request, cancellationToken);
        if (table.Error is { } refused)
        {
            return UploadReader.AtField(refused);
        }

        var rows = ItemTable.Read(table.Value);
        if (rows.Error is { } wrong)
        {
            return UploadReader.AtField(wrong);
        }

        await db.TakeTurnAsync("item-import", cancellationToken);
        var known = (await db.ItemVersions.Select(v => v.Json).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        var (added, twice, faults) = (0, 0, new List<ItemImportFault>());
        foreach (var (row, written) in rows.Value)
        {
            if (written.Error is InvalidInput input)
            {
                faults.AddRange(input.Faults.Select(f => new ItemImportFault(row, f.Field, f.Code, f.Args)));
            }
            else if (known.Add(written.Value.Content.ToJson()))
            {
                var number = await db.NextNumberAsync(TestItem.Series, cancellationToken);
                db.TestItems.Add(TestItem.Begin(Guid.CreateVersion7(), number, user.Me, written.Value, time.UtcNow()));
                added++;
            }
            else
            {
                twice++;
            }
        }

        return new ItemImport(added, twice, faults);
    }

    private Result<ListTable> Read(ImportItemsCommand request, CancellationToken cancellationToken)
    {
        using var longest = new CancellationTokenSource(LongestReading, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, longest.Token);
        try
        {
            return reader.Read(request.Content, UploadReader.NameOf(request.FileName), stop.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new ListFileDamaged();
        }
    }
}

/// <summary>Items in a table: the first row names the columns, in any order.</summary>
public static class ItemTable
{
    private const string Key = "key";

    /// <summary>Names of the columns; each option has two, numbered from 1.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "section", "subject", "level", "source", "text_kk", "text_ru", Key,
        .. Enumerable.Range(1, ItemContent.MostOptions).SelectMany(i => new[] { NameOf("kk", i), NameOf("ru", i) }),
    ];

    /// <summary>Reads the rows; each is an item or says what is wrong with it.</summary>
    internal static Result<IReadOnlyList<(int Row, Result<ItemWriting> Item)>> Read(ListTable table)
    {
        if (table.Rows.Count == 0)
        {
            return new ListEmpty();
        }

        var places = table.Rows[0].Cells.Select((name, place) => (Name: name.Trim().ToLowerInvariant(), Place: place)).DistinctBy(c => c.Name).ToDictionary(c => c.Name, c => c.Place);
        if (!new[] { "section", "text_kk", "text_ru", Key, NameOf("kk", 1), NameOf("ru", 1) }.All(places.ContainsKey))
        {
            return new ItemColumnsMissing();
        }

        return table.Rows.Skip(1).Select(row => (row.Number, ItemOf(name => places.TryGetValue(name, out var place) && place < row.Cells.Count ? row.Cells[place].Trim() : ""))).ToList();
    }

    private static Result<ItemWriting> ItemOf(Func<string, string> cell)
    {
        if (Named<TestSection>(cell("section")) is not { } section)
        {
            return Fault("section", "item_section_unknown");
        }

        if (Named<ItemLevel>(cell("level")) is not { } level)
        {
            return Fault("level", "item_level_unknown");
        }

        var right = cell(Key).Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(k => int.TryParse(k, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
            .ToHashSet();
        var options = Enumerable.Range(1, ItemContent.MostOptions)
            .Select(i => new ItemOption(cell(NameOf("kk", i)), cell(NameOf("ru", i)), right.Contains(i)))
            .Where(o => o.Kk.Length > 0 || o.Ru.Length > 0)
            .ToList();
        if (right.Count == 0 || right.Count != options.Count(o => o.IsRight))
        {
            return Fault(Key, "item_key_unknown");
        }

        var content = new ItemContent(right.Count > 1 ? ItemKind.SeveralRight : ItemKind.OneRight, cell("text_kk"), cell("text_ru"), options);
        var writing = new ItemWriting(section, cell("subject"), level, cell("source"), content);
        return writing.FaultOf() is { } fault ? fault : writing;
    }

    // its name in code, or the word for it in any language
    private static T? Named<T>(string word)
        where T : struct, Enum =>
        Enum.GetValues<T>()
            .Where(value => word.Equals(value.ToString(), StringComparison.OrdinalIgnoreCase)
                || Enum.GetValues<Language>().Any(l => word.Equals(TextCatalogue.Get(l, $"enum.{typeof(T).Name}.{value}"), StringComparison.OrdinalIgnoreCase)))
            .Select(value => (T?)value)
            .FirstOrDefault();

    private static string NameOf(string language, int option) => string.Create(CultureInfo.InvariantCulture, $"option{option}_{language}");

    private static InvalidInput Fault(string column, string code) => new([new FieldFault(column, code, [])]);
}
