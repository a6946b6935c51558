using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation.OwnEvidence;

/// <summary>The file of an item as a case was given it: for the candidate, the secretary and the members who decide.</summary>
[SignedIn]
public sealed record GetCaseEvidenceFileQuery(Guid EvidenceId) : IQuery<MaterialFile>;

internal sealed class GetCaseEvidenceFileHandler(IAppDbContext db, CurrentUser user, IFileStore files) : IRequestHandler<GetCaseEvidenceFileQuery, Result<MaterialFile>>
{
    public async Task<Result<MaterialFile>> Handle(GetCaseEvidenceFileQuery request, CancellationToken cancellationToken)
    {
        var file = await db.AttestationCases
            .WithEvidenceFor(db, user)
            .SelectMany(c => c.Evidence)
            .Where(e => e.Id == request.EvidenceId && e.FileSha256 != null)
            .Select(e => new { e.FileSha256, e.FileContentType, e.FileName })
            .SingleOrDefaultAsync(cancellationToken);
        return file is null
            ? new NotFound()
            : new MaterialFile(await files.OpenAsync(file.FileSha256!, cancellationToken), file.FileContentType!, file.FileName!);
    }
}
