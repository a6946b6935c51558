using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Assessment;

/// <summary>A developer writes a draft of a rubric anew; what is published does not change.</summary>
/// <param name="Code">Rubric.</param>
/// <param name="Number">Version of it.</param>
/// <param name="Revision">Revision that the form showed: what another wrote meanwhile is not written over.</param>
/// <param name="Content">What is in it.</param>
[RequirePermission(Permission.ManageProgrammes)]
public sealed record ReviseRubricCommand(string Code, int Number, int Revision, RubricContent Content) : ICommand<Done>, IRubricEntry;

internal sealed class ReviseRubricValidator : RubricEntryValidator<ReviseRubricCommand>;

internal sealed class ReviseRubricHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<ReviseRubricCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(ReviseRubricCommand request, CancellationToken cancellationToken)
    {
        var rubric = await db.RubricToWriteAsync(user, request.Code, request.Number, cancellationToken);
        if (rubric is null)
        {
            return new NotFound();
        }

        if (rubric.PublishedAt is null && rubric.Revision != request.Revision)
        {
            return new ChangedMeanwhile();
        }

        return rubric.Revise(request.Content) is { } error ? error : Done.Value;
    }
}
