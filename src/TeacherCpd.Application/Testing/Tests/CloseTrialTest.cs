using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Testing;

namespace TeacherCpd.Application.Testing.Tests;

/// <summary>Ends a trial test before its last day: nobody starts any more, attempts that run go on to their end.</summary>
[RequirePermission(Permission.ManageTrialTests)]
public sealed record CloseTrialTestCommand(Guid TestId) : ICommand<Done>;

internal sealed class CloseTrialTestHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<CloseTrialTestCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(CloseTrialTestCommand request, CancellationToken cancellationToken)
    {
        var test = await db.FindTestAsync(user, request.TestId, cancellationToken);
        return test is null ? new NotFound()
            : test.Status == TrialTestStatus.Closed ? Done.Value
            : test.Close(time.UtcNow()) is { } error ? error
            : Done.Value;
    }
}
