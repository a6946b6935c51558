using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation.Essays;

/// <summary>Writes what the check of an essay found, once however often it ran; a check of an earlier text says nothing any more.</summary>
/// <param name="Version">Which handing in was checked.</param>
/// <param name="Permille">Matched words of a thousand; null for a text without a word to compare.</param>
/// <param name="Sources">Works that share words with it.</param>
[SystemOnly]
public sealed record RecordEssayCheckCommand(Guid EssayId, int Version, int? Permille, int Sources) : ICommand<Done>;

internal sealed class RecordEssayCheckHandler(IAppDbContext db, TimeProvider time) : IRequestHandler<RecordEssayCheckCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RecordEssayCheckCommand request, CancellationToken cancellationToken)
    {
        var essay = await db.CaseEssays.SingleAsync(e => e.Id == request.EssayId, cancellationToken);
        essay.Finish(request.Version, request.Permille, request.Sources, time.UtcNow());
        return Done.Value;
    }
}
