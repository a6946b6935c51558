using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Testing;

namespace TeacherCpd.Application.Testing.Tests;

/// <summary>Writes a trial test anew while nobody can take it yet.</summary>
[RequirePermission(Permission.ManageTrialTests)]
public sealed record ReviseTrialTestCommand(Guid TestId, TrialTestPlan Plan) : ICommand<Done>, ITrialTestEntry;

internal sealed class ReviseTrialTestValidator : TrialTestEntryValidator<ReviseTrialTestCommand>;

internal sealed class ReviseTrialTestHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<ReviseTrialTestCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(ReviseTrialTestCommand request, CancellationToken cancellationToken) =>
        await db.FindTestAsync(user, request.TestId, cancellationToken) is not { } test ? new NotFound()
        : test.Revise(request.Plan) is { } error ? error
        : Done.Value;
}
