using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Testing;

namespace TeacherCpd.Application.Testing.Tests;

/// <summary>Opens a trial test to teachers, on the days that it names; the bank has to have its items.</summary>
[RequirePermission(Permission.ManageTrialTests)]
public sealed record OpenTrialTestCommand(Guid TestId) : ICommand<Done>;

internal sealed class OpenTrialTestHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<OpenTrialTestCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(OpenTrialTestCommand request, CancellationToken cancellationToken)
    {
        var test = await db.FindTestAsync(user, request.TestId, cancellationToken);
        return test is null ? new NotFound()
            : test.Status == TrialTestStatus.Open ? Done.Value
            : test.Open(await db.ApprovedItemsAsync(cancellationToken)) is { } error ? error
            : Done.Value;
    }
}
