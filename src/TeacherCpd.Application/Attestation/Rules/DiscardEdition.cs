using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation.Rules;

/// <summary>A draft is given up; it stays in the list.</summary>
[RequirePermission(Permission.ManageRules)]
public sealed record DiscardEditionCommand(Guid Id) : ICommand<Done>;

internal sealed class DiscardEditionHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<DiscardEditionCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(DiscardEditionCommand request, CancellationToken cancellationToken)
    {
        var found = await db.EditionToManageAsync(user, request.Id, cancellationToken);
        return (found.Error ?? found.Value.Discard()) is { } refused ? refused : Done.Value;
    }
}
