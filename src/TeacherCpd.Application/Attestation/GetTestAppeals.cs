using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Testing;

namespace TeacherCpd.Application.Attestation;

/// <summary>The appeals against tasks of the knowledge test of a case, for the secretary.</summary>
[RequirePermission(Permission.PrepareAttestationCases)]
public sealed record GetTestAppealsQuery(Guid CaseId) : IQuery<TestAppeals>;

/// <summary>The appeals of a case.</summary>
/// <param name="TestPercent">Result that counts; null for none.</param>
/// <param name="IsUnderReview">Whether anything may be recorded now.</param>
public sealed record TestAppeals(Guid CaseId, string Number, string Claimed, int? TestPercent, DateOnly? TestOn, bool IsUnderReview, IReadOnlyList<TestAppealRow> Appeals);

/// <summary>An appeal.</summary>
/// <param name="DueOn">Last day on which the commission decides in time.</param>
public sealed record TestAppealRow(
    Guid Id, int Task, AppealGround Ground, string Reason, DateOnly FiledOn, int PercentBefore, TestTaskAppealStatus Status, DateOnly DueOn, DateOnly? DecidedOn, int? PercentAfter, bool IsLate);

internal sealed class GetTestAppealsHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetTestAppealsQuery, Result<TestAppeals>>
{
    public async Task<Result<TestAppeals>> Handle(GetTestAppealsQuery request, CancellationToken cancellationToken)
    {
        var found = await db.CaseToPrepareAsync(user, request.CaseId, cancellationToken);
        if (found.Error is { } refused)
        {
            return refused;
        }

        var attestationCase = found.Value;
        return new TestAppeals(
            attestationCase.Id,
            attestationCase.Number,
            attestationCase.ClaimedCategory,
            attestationCase.TestPercent,
            attestationCase.TestOn,
            attestationCase.Status == AttestationCaseStatus.UnderReview,
            await db.TestAppealsOfAsync(attestationCase.Id, cancellationToken));
    }
}

internal static class TestAppealRows
{
    /// <summary>The appeals of a case, by test and task.</summary>
    public static async Task<IReadOnlyList<TestAppealRow>> TestAppealsOfAsync(this IAppDbContext db, Guid caseId, CancellationToken cancellationToken) =>
        [.. (await db.TestTaskAppeals.AsNoTracking().Where(a => a.CaseId == caseId).OrderBy(a => a.TestOn).ThenBy(a => a.Task).ToListAsync(cancellationToken))
            .Select(a => new TestAppealRow(a.Id, a.Task, a.Ground, a.Reason, a.FiledOn, a.PercentBefore, a.Status, a.DueOn, a.DecidedOn, a.PercentAfter, a.IsLate))];
}
