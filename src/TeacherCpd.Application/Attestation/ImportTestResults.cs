using System.Globalization;
using System.Text.Json.Nodes;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>
/// The secretary takes over the testing centre's results that were compared before: what is new or different is written, everything
/// else is left alone.
/// </summary>
/// <param name="Text">The same lines that were compared.</param>
[RequirePermission(Permission.PrepareAttestationCases)]
public sealed record ImportTestResultsCommand(string? Text) : ICommand<int>;

internal sealed class ImportTestResultsHandler(IAppDbContext db, CurrentUser user, CaseChain chain, TimeProvider time) : IRequestHandler<ImportTestResultsCommand, Result<int>>
{
    public async Task<Result<int>> Handle(ImportTestResultsCommand request, CancellationToken cancellationToken)
    {
        var lines = TestResults.Read(request.Text ?? "");
        if (lines.Error is { } error)
        {
            return error;
        }

        // of several lines about one case the last counts
        var written = (await db.CompareAsync(user, lines.Value, time.Today(), cancellationToken))
            .Where(c => c.Row.IsWritten)
            .GroupBy(c => c.CaseId!.Value)
            .ToDictionary(g => g.Key, g => g.Last().Row);
        var ids = written.Keys.ToList();
        var cases = await db.AttestationCases.Where(c => EF.Parameter(ids).Contains(c.Id)).Include(c => c.Scores).OrderBy(c => c.Number).ToListAsync(cancellationToken);
        var now = time.UtcNow();
        foreach (var attestationCase in cases)
        {
            var row = written[attestationCase.Id];
            if (attestationCase.Record(row.Percent, row.On, attestationCase.Scores.ToDictionary(s => s.Criterion, s => s.Points)) is { } refused)
            {
                return refused;
            }

            await chain.AppendAsync(
                attestationCase,
                ChainKind.Sheet,
                attestationCase.Id,
                now,
                new JsonObject
                {
                    ["by"] = user.Me.ToString(),
                    ["source"] = "testing centre",
                    ["testPercent"] = row.Percent,
                    ["testOn"] = row.On?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                },
                cancellationToken);
        }

        return cases.Count;
    }
}
