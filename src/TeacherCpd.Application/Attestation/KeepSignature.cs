using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>Keeps a national signature that was found good; one of a person under a document.</summary>
[SignedIn]
internal sealed record KeepSignatureCommand(Guid LinkId, string Cms, string Subject) : ICommand<Done>;

internal sealed class KeepSignatureHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<KeepSignatureCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(KeepSignatureCommand request, CancellationToken cancellationToken)
    {
        if (!await db.NationalSignatures.AnyAsync(s => s.LinkId == request.LinkId && s.PersonId == user.Me, cancellationToken))
        {
            db.NationalSignatures.Add(new NationalSignature
            {
                LinkId = request.LinkId,
                PersonId = user.Me,
                Cms = request.Cms,
                Subject = request.Subject.Length <= NationalSignature.SubjectLength ? request.Subject : request.Subject[..NationalSignature.SubjectLength],
                VerifiedAt = time.UtcNow(),
            });
        }

        return Done.Value;
    }
}
