using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Studies;

namespace TeacherCpd.Application.Studies.Results;

/// <summary>Whoever runs a study strikes out words that name or show somebody. The words go for good; that they were struck out stays, by whom and when.</summary>
[RequirePermission(Permission.ManageStudies)]
public sealed record StrikeOpenAnswerCommand(Guid StudyId, Guid AnswerId) : ICommand<Done>;

internal sealed class StrikeOpenAnswerHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<StrikeOpenAnswerCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(StrikeOpenAnswerCommand request, CancellationToken cancellationToken)
    {
        var versions = db.QuestionnairesRunBy(user).Where(q => q.StudyId == request.StudyId).SelectMany(q => q.Versions).Select(v => v.Id);
        var answer = await db.OpenAnswers.SingleOrDefaultAsync(a => a.Id == request.AnswerId && versions.Contains(a.VersionId), cancellationToken);
        if (answer is null)
        {
            return new NotFound();
        }

        if (!answer.IsStruck)
        {
            (answer.IsStruck, answer.Words) = (true, "");
            db.AnswerStrikes.Add(new AnswerStrike { VersionId = answer.VersionId, Question = answer.Question, AnswerId = answer.Id });
        }

        return Done.Value;
    }
}
