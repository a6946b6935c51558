using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Studies;

namespace TeacherCpd.Application.Studies;

/// <summary>Writes a study of the register anew.</summary>
/// <param name="StudyId">Study.</param>
/// <param name="Content">What is written about it.</param>
[RequirePermission(Permission.ManageStudies)]
public sealed record ReviseStudyCommand(Guid StudyId, StudyContent Content) : ICommand<Done>, IStudyEntry;

internal sealed class ReviseStudyValidator : StudyEntryValidator<ReviseStudyCommand>;

internal sealed class ReviseStudyHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<ReviseStudyCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(ReviseStudyCommand request, CancellationToken cancellationToken)
    {
        var study = await db.StudiesRunBy(user).Include(s => s.Programmes).SingleOrDefaultAsync(s => s.Id == request.StudyId, cancellationToken);
        if (study is null)
        {
            return new NotFound();
        }

        return study.Revise(await db.OfKnownProgrammesAsync(request.Content, cancellationToken)) is { } error ? error : Done.Value;
    }
}
