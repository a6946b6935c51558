using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation.Rules;

/// <summary>A file with an edition becomes a draft.</summary>
/// <param name="DraftId">Id that the form carries: sending it twice makes one draft.</param>
/// <param name="File">The JSON in UTF-8, as the schema describes it.</param>
[RequirePermission(Permission.ManageRules)]
public sealed record ImportEditionCommand(Guid DraftId, Stream File) : ICommand<Guid>;

internal sealed class ImportEditionHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<ImportEditionCommand, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(ImportEditionCommand request, CancellationToken cancellationToken) =>
        user.CanEverywhere(Permission.ManageRules)
            ? await EditionFiles.DraftAsync(db, request.DraftId, request.File, cancellationToken)
            : new Forbidden();
}
