using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Testing;

namespace TeacherCpd.Application.Testing.Tests;

/// <summary>The trial tests that the user makes, the latest first.</summary>
/// <param name="Page">Page, from 1.</param>
[RequirePermission(Permission.ManageTrialTests)]
public sealed record GetTrialTestsQuery(int Page) : IQuery<Paged<TrialTestRow>>;

/// <summary>A trial test.</summary>
/// <param name="Attempts">Attempts started.</param>
public sealed record TrialTestRow(Guid Id, LocalizedText Title, TrialTestStatus Status, DateOnly OpensOn, DateOnly ClosesOn, int Attempts);

internal sealed class GetTrialTestsHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetTrialTestsQuery, Result<Paged<TrialTestRow>>>
{
    public async Task<Result<Paged<TrialTestRow>>> Handle(GetTrialTestsQuery request, CancellationToken cancellationToken)
    {
        var tests = db.TestsMadeBy(user);
        return await tests
            .OrderByDescending(t => t.OpensOn).ThenBy(t => t.Id)
            .Select(t => new TrialTestRow(t.Id, t.Title, t.Status, t.OpensOn, t.ClosesOn, db.TestAttempts.Count(a => a.TestId == t.Id)))
            .PageAsync(await tests.CountAsync(cancellationToken), request.Page, cancellationToken);
    }
}
