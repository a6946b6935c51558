using System.Globalization;
using System.Runtime.CompilerServices;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Texts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Exchange;

namespace TeacherCpd.Application.Exchange;

/// <summary>All differences of an import as a table for spreadsheets, in portions: a large one never stands in memory whole.</summary>
[RequirePermissionOrSystem(Permission.ExchangeRegister)]
public sealed record GetRegisterReportQuery(Guid ImportId, Language Language) : IQuery<RegisterReport>;

/// <summary>A table in parts.</summary>
/// <param name="Parts">Its bytes, in order.</param>
public sealed record RegisterReport(IAsyncEnumerable<byte[]> Parts);

internal sealed class GetRegisterReportHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetRegisterReportQuery, Result<RegisterReport>>
{
    public async Task<Result<RegisterReport>> Handle(GetRegisterReportQuery request, CancellationToken cancellationToken)
    {
        var import = await db.RegisterImportsOf(user).AsNoTracking().SingleOrDefaultAsync(i => i.Id == request.ImportId, cancellationToken);
        return import is null ? new NotFound() : new RegisterReport(PartsAsync(import, request.Language, cancellationToken));
    }

    private async IAsyncEnumerable<byte[]> PartsAsync(RegisterImport import, Language language, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string[] headings = ["row", "finding", "iin", "name", "organisation", "theirs", "ours"];
        yield return Csv.Of([[.. headings.Select(h => TextCatalogue.Get(language, $"exchange.column.{h}"))]]);
        var numbers = await db.RegisterPortions.Where(p => p.ImportId == import.Id && p.Findings != null).OrderBy(p => p.Number).Select(p => p.Number).ToListAsync(cancellationToken);
        foreach (var number in numbers)
        {
            var portion = await db.RegisterPortions.AsNoTracking().SingleAsync(p => p.ImportId == import.Id && p.Number == number, cancellationToken);
            var rows = RegisterDifferences.Of(import.Kind, portion).Select(d => new[]
            {
                d.Row == 0 ? "" : d.Row.ToString(CultureInfo.InvariantCulture),
                d.Why is { } why ? TextCatalogue.Get(language, $"exchange.fault.{why}") : TextCatalogue.Get(language, $"enum.RegisterFinding.{d.Finding}"),
                d.Iin,
                d.Name,
                d.Organisation,
                d.Theirs,
                RegisterWords.Ours(language, d),
            }).ToList();
            if (rows.Count > 0)
            {
                yield return Csv.Of(rows)[System.Text.Encoding.UTF8.Preamble.Length..];
            }
        }
    }
}
