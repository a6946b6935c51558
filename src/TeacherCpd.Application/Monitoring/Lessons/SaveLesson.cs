using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Monitoring.Lessons;

/// <summary>The responsible trainer keeps the observation of a lesson that is not ready yet.</summary>
[RequirePermission(Permission.RecordContacts)]
public sealed record SaveLessonCommand(Guid ContactId, LessonNotes Notes, int? Shown) : ICommand<Done>, ILessonEntry;

internal sealed class SaveLessonValidator(TimeProvider time) : LessonEntryValidator<SaveLessonCommand>(time);

internal sealed class SaveLessonHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<SaveLessonCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(SaveLessonCommand request, CancellationToken cancellationToken)
    {
        var contact = await db.LessonContactAsync(request.ContactId, user.Me, cancellationToken);
        if (contact.Error is { } none)
        {
            return none;
        }

        var lesson = await db.WriteLessonAsync(request, contact.Value, time.UtcNow(), cancellationToken);
        return lesson.Error is { } error ? error : Done.Value;
    }
}
