using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Monitoring.Lessons;

/// <summary>The observation of the own lesson, for the teacher: from the signature on.</summary>
[RequirePermission(Permission.ApplyForCourses)]
public sealed record GetMyLessonQuery(Guid ContactId) : IQuery<LessonView>;

internal sealed class GetMyLessonHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetMyLessonQuery, Result<LessonView>>
{
    public async Task<Result<LessonView>> Handle(GetMyLessonQuery request, CancellationToken cancellationToken)
    {
        var me = user.Me;
        var view = await db.FindLessonAsync(db.SupportContacts.Where(c => c.Id == request.ContactId && c.PersonId == me), cancellationToken);
        return view is null or { Status: null or LessonStatus.Draft } ? new NotFound() : view;
    }
}
