using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Domain.Trainers;
using TeacherCpd.Originality;

namespace TeacherCpd.Application.Trainers;

/// <summary>Writes what the check of a reflective report found, once however often it ran.</summary>
/// <param name="Report">What was found.</param>
/// <param name="Reports">Those of its sources that are reflective reports; the others are portfolios.</param>
[SystemOnly]
public sealed record RecordReflectiveCheckCommand(Guid CheckId, OriginalityReport Report, IReadOnlyCollection<Guid> Reports) : ICommand<Done>;

internal sealed class RecordReflectiveCheckHandler(IAppDbContext db, TimeProvider time) : IRequestHandler<RecordReflectiveCheckCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RecordReflectiveCheckCommand request, CancellationToken cancellationToken)
    {
        var check = await db.ReflectiveChecks.SingleAsync(c => c.Id == request.CheckId, cancellationToken);
        if (check.Status == CheckStatus.Queued)
        {
            var found = request.Report;
            check.Finish(
                found.SimilarityPermille,
                found.Words,
                found.Sources.Count,
                found.Passages.Select(p => new ReflectivePassage
                {
                    CheckId = check.Id,
                    Start = p.Start,
                    Length = p.Length,
                    Words = p.Words,
                    Source = request.Reports.Contains(p.SourceId) ? ReflectiveSource.Report : ReflectiveSource.Portfolio,
                }),
                time.UtcNow());
        }

        return Done.Value;
    }
}
