using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>What an import of the testing centre's results would change, line by line, before anything is written.</summary>
/// <param name="Text">Lines: national number, percent, day (yyyy-MM-dd), divided by semicolons or tabs.</param>
[RequirePermission(Permission.PrepareAttestationCases)]
public sealed record CompareTestResultsQuery(string? Text) : IQuery<IReadOnlyList<TestResultRow>>;

internal sealed class CompareTestResultsHandler(IAppDbContext db, CurrentUser user, TimeProvider time)
    : IRequestHandler<CompareTestResultsQuery, Result<IReadOnlyList<TestResultRow>>>
{
    public async Task<Result<IReadOnlyList<TestResultRow>>> Handle(CompareTestResultsQuery request, CancellationToken cancellationToken)
    {
        var lines = TestResults.Read(request.Text ?? "");
        return lines.Error is { } error
            ? error
            : (await db.CompareAsync(user, lines.Value, time.Today(), cancellationToken)).Select(c => c.Row).ToList();
    }
}
