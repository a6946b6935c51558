using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Testing;

namespace TeacherCpd.Application.Testing.Tests;

/// <summary>Begins a trial test.</summary>
/// <param name="TestId">Id that the form carries: sending it twice begins one test.</param>
/// <param name="OrganisationId">Organisation that makes it.</param>
/// <param name="Plan">What is written about it.</param>
[RequirePermission(Permission.ManageTrialTests)]
public sealed record PlanTrialTestCommand(Guid TestId, Guid? OrganisationId, TrialTestPlan Plan) : ICommand<Done>, ITrialTestEntry;

internal sealed class PlanTrialTestValidator : TrialTestEntryValidator<PlanTrialTestCommand>;

internal sealed class PlanTrialTestHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<PlanTrialTestCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(PlanTrialTestCommand request, CancellationToken cancellationToken)
    {
        await db.TakeTurnAsync(FormattableString.Invariant($"trial-test/{request.TestId}"), cancellationToken);
        var organisation = await db.Organisations.SingleOrDefaultAsync(o => o.Id == request.OrganisationId, cancellationToken);
        if (organisation is null || !user.Covers(Permission.ManageTrialTests, organisation.Path))
        {
            return new NotFound();
        }

        if (!await db.TrialTests.AnyAsync(t => t.Id == request.TestId, cancellationToken))
        {
            db.TrialTests.Add(TrialTest.Plan(request.TestId, organisation.Id, request.Plan));
        }

        return Done.Value;
    }
}
