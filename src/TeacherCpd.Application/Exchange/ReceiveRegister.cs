using System.Globalization;
using System.Security.Cryptography;
using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups.Lists;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Exchange;

namespace TeacherCpd.Application.Exchange;

/// <summary>
/// Receives a file of the national education database: keeps its rows portion by portion. Broken off, the same file sent again goes on where it was.
/// Nothing of our records changes.
/// </summary>
/// <param name="Kind">What it holds.</param>
/// <param name="AsOf">The day for which it speaks.</param>
/// <param name="PlaceId">Organisation whose subtree it is about.</param>
/// <param name="Content">The file; seekable, left open.</param>
/// <param name="FileName">Name as the browser sent it; empty when no file was chosen.</param>
/// <param name="OnRows">Told after each portion: rows so far.</param>
[RequirePermissionOrSystem(Permission.ExchangeRegister)]
public sealed record ReceiveRegisterCommand(RegisterKind Kind, DateOnly? AsOf, Guid PlaceId, Stream Content, string FileName, Action<int>? OnRows = null) : IRequest<Result<Guid>>;

/// <summary>No row has the headings that the kind of file needs.</summary>
/// <param name="Asked">What the file should hold.</param>
public sealed record RegisterWithoutKeyColumn(RegisterKind Asked) : Error("register_without_key_column", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [Asked];
}

/// <summary>The file has more rows than the country has pedagogues.</summary>
public sealed record RegisterTooLong() : Error("register_too_long", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [RegisterImport.MostRows];
}

internal sealed class ReceiveRegisterValidator : AbstractValidator<ReceiveRegisterCommand>
{
    public ReceiveRegisterValidator(TimeProvider time)
    {
        RuleFor(c => c.FileName).NotEmpty().OverridePropertyName(UploadReader.FileField).WithErrorCode("file_missing");
        RuleFor(c => c.PlaceId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Kind).IsInEnum().WithErrorCode("required");
        RuleFor(c => c.AsOf).Cascade(CascadeMode.Stop)
            .NotEmpty().WithErrorCode("required")
            .Must(day => day <= time.Today()).WithErrorCode("register_day_to_come");
    }
}

internal sealed class ReceiveRegisterHandler(IRegisterFileReader reader, IMediator mediator) : IRequestHandler<ReceiveRegisterCommand, Result<Guid>>
{
    private const int MostUnknown = 20;
    private const int LongestCell = 500;

    public async Task<Result<Guid>> Handle(ReceiveRegisterCommand request, CancellationToken cancellationToken)
    {
        request.Content.Position = 0;
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(request.Content, cancellationToken));
        var name = UploadReader.NameOf(request.FileName);
        var opened = reader.Open(request.Content, name, cancellationToken);
        if (opened.Error is { } unreadable)
        {
            return UploadReader.AtField(unreadable);
        }

        try
        {
            return await KeepAsync(request, opened.Value, name, hash, cancellationToken);
        }
        catch (InvalidDataException)
        {
            // what was read is kept: the whole file, sent again, goes on behind it
            return UploadReader.AtField(new ListFileDamaged());
        }
    }

    private async Task<Result<Guid>> KeepAsync(ReceiveRegisterCommand request, RegisterFile file, string name, string hash, CancellationToken cancellationToken)
    {
        using var rows = file.Rows.GetEnumerator();
        if (Headings(rows, request.Kind) is not { } found)
        {
            return UploadReader.AtField(new RegisterWithoutKeyColumn(request.Kind));
        }

        var started = await mediator.Send(new StartRegisterImportCommand(request.Kind, request.AsOf!.Value, request.PlaceId, name, hash), cancellationToken);
        if (started.Error is { } refused)
        {
            return refused;
        }

        if (started.Value.IsRead)
        {
            return started.Value.ImportId;
        }

        var (count, number) = (0, 0);
        foreach (var lines in Lines(rows, found, file.DayShift).Chunk(RegisterImport.PortionRows))
        {
            cancellationToken.ThrowIfCancellationRequested();
            count += lines.Length;
            if (count > RegisterImport.MostRows)
            {
                return UploadReader.AtField(new RegisterTooLong());
            }

            if (number++ >= started.Value.Portions
                && (await mediator.Send(new KeepRegisterPortionCommand(started.Value.ImportId, number - 1, new RegisterRows(found.Columns, lines)), cancellationToken)).Error is { } notKept)
            {
                return notKept;
            }

            request.OnRows?.Invoke(count);
        }

        if (count == 0)
        {
            return UploadReader.AtField(new ListEmpty());
        }

        var finished = await mediator.Send(new FinishRegisterReadingCommand(started.Value.ImportId, count, string.Join('\n', found.Unknown)), cancellationToken);
        return finished.Error is { } wrong ? wrong : started.Value.ImportId;
    }

    // titles and stamps may stand above the headings
    private static Found? Headings(IEnumerator<ListTableRow> rows, RegisterKind kind)
    {
        for (var looked = 0; looked < IListFileReader.MostTitleRows && rows.MoveNext(); looked++)
        {
            var cells = rows.Current.Cells;
            var columns = RegisterColumns.OfRow(cells);
            if (columns.Contains(kind.KeyColumn()))
            {
                var places = Enumerable.Range(0, columns.Count).Where(i => columns[i] is not null).ToList();
                return new Found(
                    [.. places.Select(i => columns[i]!.Value)], places, [.. cells.Where((cell, i) => columns[i] is null && !string.IsNullOrWhiteSpace(cell)).Select(c => c.Trim()).Take(MostUnknown)]);
            }
        }

        return null;
    }

    private static IEnumerable<RegisterLine> Lines(IEnumerator<ListTableRow> rows, Found found, int dayShift)
    {
        while (rows.MoveNext())
        {
            var row = rows.Current;
            var cells = found.Places.Select((place, i) => place < row.Cells.Count ? Shifted(Short(row.Cells[place]), found.Columns[i], dayShift) : "").ToArray();
            if (Array.Exists(cells, cell => !string.IsNullOrWhiteSpace(cell)))
            {
                yield return new RegisterLine(row.Number, cells);
            }
        }
    }

    private static string Shifted(string cell, RegisterColumn column, int days) =>
        days != 0 && column is RegisterColumn.Since or RegisterColumn.AsOf && int.TryParse(cell, CultureInfo.InvariantCulture, out var serial)
            ? (serial + days).ToString(CultureInfo.InvariantCulture)
            : cell;

    private static string Short(string cell) => cell.Length > LongestCell ? cell[..LongestCell] : cell;

    private sealed record Found(IReadOnlyList<RegisterColumn> Columns, IReadOnlyList<int> Places, IReadOnlyList<string> Unknown);
}
