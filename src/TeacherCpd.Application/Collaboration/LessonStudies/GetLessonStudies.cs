using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Collaboration;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Collaboration.LessonStudies;

/// <summary>The cycles that the user may read, the latest first: the own ones, and reports that their groups share.</summary>
/// <param name="Page">Page, from 1.</param>
[SignedIn]
public sealed record GetLessonStudiesQuery(int Page) : IQuery<Paged<LessonStudyRow>>;

/// <summary>A cycle in a list.</summary>
/// <param name="IsMine">Whether the user is of its group.</param>
public sealed record LessonStudyRow(
    Guid Id, string Number, string Question, string Subject, LocalizedText School, DateOnly From, DateOnly To, LessonStudyStatus Status, bool IsMine);

internal sealed class GetLessonStudiesHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetLessonStudiesQuery, Result<Paged<LessonStudyRow>>>
{
    public async Task<Result<Paged<LessonStudyRow>>> Handle(GetLessonStudiesQuery request, CancellationToken cancellationToken)
    {
        var me = user.Me;
        var studies = db.StudiesReadBy(user);
        return await (
            from study in studies
            join school in db.Organisations on study.SchoolId equals school.Id
            orderby study.From descending, study.Id
            select new LessonStudyRow(
                study.Id, study.Number, study.Question, study.Subject, school.Name, study.From, study.To, study.Status, study.Members.Any(m => m.PersonId == me)))
            .PageAsync(await studies.CountAsync(cancellationToken), request.Page, cancellationToken);
    }
}
