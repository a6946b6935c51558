using System.Security.Cryptography;
using System.Text.Json;
using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups.Lists;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Reports;

namespace TeacherCpd.Application.Reports.Stated;

/// <summary>
/// The first half of keeping a table of somebody else's: reads the file, outside of any transaction. A refused file leaves nothing behind;
/// <see cref="KeepTableCommand"/> is the second half.
/// </summary>
/// <param name="Content">The upload; seekable, left open.</param>
/// <param name="FileName">Name as the browser sent it; empty when no file was chosen.</param>
[RequirePermission(Permission.SeeTraining)]
public sealed record ReadTableQuery(Stream Content, string FileName) : IQuery<ReadTable>;

/// <summary>A table that was read.</summary>
/// <param name="FileName">Name of the file.</param>
/// <param name="Sha256">SHA-256 of the file in small hexadecimal digits.</param>
/// <param name="Cells">Its cells as <see cref="StatedTable.Cells"/> keeps them.</param>
public sealed record ReadTable(string FileName, string Sha256, string Cells);

internal sealed class ReadTableValidator : AbstractValidator<ReadTableQuery>
{
    public ReadTableValidator() =>
        RuleFor(q => q.FileName).NotEmpty().OverridePropertyName(UploadReader.FileField).WithErrorCode("file_missing");
}

internal sealed class ReadTableHandler(IListFileReader reader, TimeProvider time) : IRequestHandler<ReadTableQuery, Result<ReadTable>>
{
    public async Task<Result<ReadTable>> Handle(ReadTableQuery request, CancellationToken cancellationToken)
    {
        var table = reader.ReadInTime(request.Content, request.FileName, time, cancellationToken);
        if (table.Error is { } refused)
        {
            return UploadReader.AtField(refused);
        }

        string[][] cells = [.. table.Value.Rows.Select(r => r.Cells.ToArray())];
        if (AggregateTable.Read(cells) is null)
        {
            return UploadReader.AtField(new NoTableFound());
        }

        request.Content.Position = 0;
        var hash = await SHA256.HashDataAsync(request.Content, cancellationToken);
        var name = UploadReader.NameOf(request.FileName);
        return new ReadTable(
            name.Length > StatedTable.FileNameMaxLength ? name[^StatedTable.FileNameMaxLength..] : name,
            Convert.ToHexStringLower(hash),
            JsonSerializer.Serialize(cells));
    }
}
