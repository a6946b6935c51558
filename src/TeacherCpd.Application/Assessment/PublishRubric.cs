using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Assessment;

/// <summary>
/// A developer publishes a draft of a rubric: plans may name it from now on. Nothing that is graded changes by it: sheets and plans
/// keep their version.
/// </summary>
/// <param name="Code">Rubric.</param>
/// <param name="Number">Version of it.</param>
/// <param name="Revision">Revision that the page showed: what nobody looked at is not published.</param>
[RequirePermission(Permission.ManageProgrammes)]
public sealed record PublishRubricCommand(string Code, int Number, int Revision) : ICommand<Done>;

internal sealed class PublishRubricHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<PublishRubricCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(PublishRubricCommand request, CancellationToken cancellationToken)
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

        return rubric.Publish(time.UtcNow()) is { } error ? error : Done.Value;
    }
}
