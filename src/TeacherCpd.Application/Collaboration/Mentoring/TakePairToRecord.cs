using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Texts;
using TeacherCpd.Domain.Collaboration;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Development;

namespace TeacherCpd.Application.Collaboration.Mentoring;

/// <summary>
/// One of the two takes the finished pair into the own record of development: the school confirms it there, and then it counts and can be
/// taken over as evidence for attestation.
/// </summary>
/// <param name="Hours">Academic hours claimed.</param>
/// <param name="Language">Language in which it is written down.</param>
[RequirePermission(Permission.RecordDevelopment)]
public sealed record TakePairToRecordCommand(Guid PairId, int? Hours, Language Language) : ICommand<Done>;

internal sealed class TakePairToRecordValidator : AbstractValidator<TakePairToRecordCommand>
{
    public TakePairToRecordValidator()
    {
        RuleFor(c => c.Hours).NotNull().WithErrorCode("required").InclusiveBetween(1, ActivityFacts.MostHours).WithErrorCode("activity_hours_out_of_range");
        RuleFor(c => c.Language).IsInEnum().WithErrorCode("required");
    }
}

internal sealed class TakePairToRecordHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<TakePairToRecordCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(TakePairToRecordCommand request, CancellationToken cancellationToken)
    {
        var own = await db.OwnPairAsync(user, request.PairId, cancellationToken);
        if (own.Error is { } none)
        {
            return none;
        }

        var (pair, side) = own.Value;
        var isMentor = side == MentoringSide.Mentor;
        if ((isMentor ? pair.MentorActivityId : pair.YoungTeacherActivityId) is not null)
        {
            return Done.Value;
        }

        var activityId = Guid.CreateVersion7();
        if (pair.TakenToRecord(side, activityId) is { } early)
        {
            return early;
        }

        var school = await db.Organisations.Where(o => o.Id == pair.SchoolId).Select(o => o.Name).SingleAsync(cancellationToken);
        var (from, to) = CollaborationQueries.Days(pair.From, pair.To, pair.StatusSince);
        var activity = db.RecordTogether(
            activityId,
            user.Me,
            new ActivityFacts(
                DevelopmentKind.Mentoring,
                TextCatalogue.Get(request.Language, "mentoring.record.title", [pair.Number]),
                school.In(request.Language),
                from,
                to,
                request.Hours!.Value,
                new Evidence(null, pair.Number, null),
                new Pair(isMentor ? pair.YoungTeacherId : pair.MentorId, side, (isMentor ? pair.MentorOutcome : pair.YoungTeacherOutcome)!)),
            time);
        return activity.Error is { } refused ? refused : Done.Value;
    }
}
