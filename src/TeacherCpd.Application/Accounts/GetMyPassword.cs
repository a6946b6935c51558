using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Accounts;

/// <summary>What the page for the own password says.</summary>
[SignedIn]
public sealed record GetMyPasswordQuery : IQuery<MyPassword>;

/// <summary>The own password.</summary>
/// <param name="IsOneTime">Whether somebody else gave it, so that it has to be changed before anything else.</param>
public sealed record MyPassword(bool IsOneTime);

internal sealed class GetMyPasswordHandler(CurrentUser user) : IRequestHandler<GetMyPasswordQuery, Result<MyPassword>>
{
    public Task<Result<MyPassword>> Handle(GetMyPasswordQuery request, CancellationToken cancellationToken) =>
        Task.FromResult<Result<MyPassword>>(new MyPassword(user.MustChoosePassword));
}
