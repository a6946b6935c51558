using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation.Rules;

/// <summary>Other values in a draft.</summary>
/// <param name="Id">Draft.</param>
/// <param name="Edits">Changed values.</param>
[RequirePermission(Permission.ManageRules)]
public sealed record AmendEditionCommand(Guid Id, IReadOnlyList<RuleEdit> Edits) : ICommand<Guid>;

internal sealed class AmendEditionHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<AmendEditionCommand, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(AmendEditionCommand request, CancellationToken cancellationToken)
    {
        var found = await db.EditionToManageAsync(user, request.Id, cancellationToken);
        if (found.Error is { } refused)
        {
            return refused;
        }

        var edition = found.Value;
        var edited = RuleDocument.Read(edition.Json).Value.With(request.Edits.ByPath(), edition.Code, edition.Source);
        if (edited.Error is { } wrong)
        {
            return wrong;
        }

        return edition.Amend(edited.Value.ToJson(null, null)) is { } notNow ? notNow : edition.Id;
    }
}
