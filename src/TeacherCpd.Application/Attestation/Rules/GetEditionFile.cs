using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation.Rules;

/// <summary>An edition as a file that can be imported again. Everybody may take what is or was in force.</summary>
/// <param name="Id">Edition.</param>
[SignedIn]
public sealed record GetEditionFileQuery(Guid Id) : IQuery<EditionFile>;

/// <summary>A file.</summary>
public sealed record EditionFile(string Code, string Json);

internal sealed class GetEditionFileHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetEditionFileQuery, Result<EditionFile>>
{
    public async Task<Result<EditionFile>> Handle(GetEditionFileQuery request, CancellationToken cancellationToken)
    {
        var edition = await db.RuleSets.AsNoTracking().SingleOrDefaultAsync(r => r.Id == request.Id, cancellationToken);
        return edition is null || (edition.Status is RuleSetStatus.Draft or RuleSetStatus.Discarded && !user.CanEverywhere(Permission.ManageRules))
            ? new NotFound()
            : new EditionFile(edition.Code, RuleDocument.Read(edition.Json).Value.ToJson(edition.ValidFrom, edition.ValidTo));
    }
}
