using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Studies;

namespace TeacherCpd.Application.Studies.Results;

/// <summary>
/// Whoever runs a study strikes out words that name or show somebody. The words themselves go for good; that some were struck out stays, and
/// since words are not audited, the command is their only trace in the journal of the server.
/// </summary>
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

        (answer.IsStruck, answer.Words) = (true, "");
        return Done.Value;
    }
}
