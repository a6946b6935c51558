using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Development;

namespace TeacherCpd.Application.Collaboration.LessonStudies;

/// <summary>
/// Somebody of the group takes the concluded cycle into the own record of development: the school confirms it there, and then it counts and
/// can be taken over as evidence for attestation.
/// </summary>
/// <param name="Hours">Academic hours claimed.</param>
/// <param name="Language">Language in which the school is named.</param>
[RequirePermission(Permission.RecordDevelopment)]
public sealed record TakeStudyToRecordCommand(Guid StudyId, int? Hours, Language Language) : ICommand<Done>;

internal sealed class TakeStudyToRecordValidator : AbstractValidator<TakeStudyToRecordCommand>
{
    public TakeStudyToRecordValidator()
    {
        RuleFor(c => c.Hours).NotNull().WithErrorCode("required").InclusiveBetween(1, ActivityFacts.MostHours).WithErrorCode("activity_hours_out_of_range");
        RuleFor(c => c.Language).IsInEnum().WithErrorCode("required");
    }
}

internal sealed class TakeStudyToRecordHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<TakeStudyToRecordCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(TakeStudyToRecordCommand request, CancellationToken cancellationToken)
    {
        var own = await db.OwnStudyAsync(user, request.StudyId, cancellationToken);
        if (own.Error is { } none)
        {
            return none;
        }

        var study = own.Value;
        if (study.Members.Single(m => m.PersonId == user.Me).ActivityId is not null)
        {
            return Done.Value;
        }

        var activityId = Guid.CreateVersion7();
        if (study.TakenToRecord(user.Me, activityId) is { } early)
        {
            return early;
        }

        var school = await db.Organisations.Where(o => o.Id == study.SchoolId).Select(o => o.Name).SingleAsync(cancellationToken);
        var (from, to) = CollaborationQueries.Days(study.From, study.To, study.StatusSince);
        var activity = db.RecordTogether(
            activityId,
            user.Me,
            new ActivityFacts(DevelopmentKind.LessonStudy, study.Question, school.In(request.Language), from, to, request.Hours!.Value, new Evidence(null, study.Number, null), null),
            time);
        return activity.Error is { } refused ? refused : Done.Value;
    }
}
