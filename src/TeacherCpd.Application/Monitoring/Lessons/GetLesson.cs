using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Monitoring.Lessons;

/// <summary>The observation of a lesson, for the trainer who is responsible for the contact; also while nothing is written.</summary>
[RequirePermission(Permission.RecordContacts)]
public sealed record GetLessonQuery(Guid ContactId) : IQuery<LessonView>;

internal sealed class GetLessonHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetLessonQuery, Result<LessonView>>
{
    public async Task<Result<LessonView>> Handle(GetLessonQuery request, CancellationToken cancellationToken)
    {
        var me = user.Me;
        var view = await db.FindLessonAsync(db.SupportContacts.Where(c => c.Id == request.ContactId && c.TrainerId == me), cancellationToken);
        return view is null ? new NotFound() : view;
    }
}
