using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Studies;

namespace TeacherCpd.Application.Studies;

/// <summary>Opens a study: its questionnaires are frozen and take answers.</summary>
[RequirePermission(Permission.ManageStudies)]
public sealed record OpenStudyCommand(Guid StudyId) : ICommand<Done>;

internal sealed class OpenStudyHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<OpenStudyCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(OpenStudyCommand request, CancellationToken cancellationToken)
    {
        await db.TakeTurnAsync(FormattableString.Invariant($"study/{request.StudyId}"), cancellationToken);
        var study = await db.StudiesRunBy(user).SingleOrDefaultAsync(s => s.Id == request.StudyId, cancellationToken);
        if (study is null)
        {
            return new NotFound();
        }

        if (study.Status == StudyStatus.Open)
        {
            return Done.Value;
        }

        var questionnaires = await db.Questionnaires.Where(q => q.StudyId == study.Id).Include(q => q.Versions).ToListAsync(cancellationToken);
        if (questionnaires.Count == 0)
        {
            return new NothingToAsk();
        }

        var now = time.UtcNow();
        return (study.Open(now) ?? questionnaires.Select(q => q.Freeze(now)).FirstOrDefault(e => e is not null)) is { } error ? error : Done.Value;
    }
}
