using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Collaboration;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Development;

namespace TeacherCpd.Application.Collaboration.Mentoring;

/// <summary>
/// A pair: for the two all of it, but the other's outcome before both wrote theirs; for the school plan, days of meetings and outcomes.
/// The notes of the meetings stay between the two.
/// </summary>
[SignedIn]
public sealed record GetPairQuery(Guid PairId) : IQuery<PairView>;

/// <summary>A pair as the user may see it.</summary>
/// <param name="MentorSchool">School of the mentor; null where it is the same.</param>
/// <param name="Side">Who of the two the user is; null for the school.</param>
/// <param name="EndedBy">Who ended it early.</param>
/// <param name="HasAccepted">Whether the user accepted.</param>
/// <param name="OwnOutcome">What the user wrote; null where nothing.</param>
/// <param name="IsInRecord">Whether the user took it into the own record.</param>
public sealed record PairView(
    Guid Id,
    string Number,
    LocalizedText School,
    LocalizedText? MentorSchool,
    string? OtherSchoolReason,
    string Mentor,
    string YoungTeacher,
    MentoringSide? Side,
    PairStatus Status,
    DateOnly From,
    DateOnly To,
    string Goals,
    DateTime? MentorAcceptedAt,
    DateTime? YoungTeacherAcceptedAt,
    string? EndReason,
    string? EndedBy,
    IReadOnlyList<PairStepLine> Steps,
    IReadOnlyList<PairMeetingLine> Meetings,
    string? MentorOutcome,
    string? YoungTeacherOutcome,
    bool HasAccepted,
    string? OwnOutcome,
    bool IsInRecord,
    DateOnly Today)
{
    /// <summary>Whether one meeting was confirmed by both.</summary>
    public bool MayFinish => Status == PairStatus.Running && Meetings.Any(m => m.AnsweredAt is not null);
}

/// <summary>A planned step.</summary>
public sealed record PairStepLine(Guid Id, PairStepKind Kind, string Topic, DateOnly DueOn, DateOnly? DoneOn);

/// <summary>What took place.</summary>
/// <param name="IsMine">Whether the user wrote it.</param>
/// <param name="Words">Note; null for the school.</param>
/// <param name="Reply">Answer; null where there are no words, and for the school.</param>
public sealed record PairMeetingLine(Guid Id, PairStepKind Kind, DateOnly HeldOn, bool IsMine, string? Words, DateTime? AnsweredAt, string? Reply);

internal sealed class GetPairHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetPairQuery, Result<PairView>>
{
    public async Task<Result<PairView>> Handle(GetPairQuery request, CancellationToken cancellationToken)
    {
        var pair = await db.MentoringPairs.AsNoTracking().Include(p => p.Steps).Include(p => p.Meetings).AsSplitQuery()
            .SingleOrDefaultAsync(p => p.Id == request.PairId, cancellationToken);
        if (pair is null)
        {
            return new NotFound();
        }

        var schools = await db.Organisations.AsNoTracking().Where(o => o.Id == pair.SchoolId || o.Id == pair.MentorSchoolId).ToListAsync(cancellationToken);
        var school = schools.Single(s => s.Id == pair.SchoolId);
        var side = pair.SideOf(user.Me);
        if (side is null && !user.Covers(Permission.LeadCollaboration, school.Path))
        {
            return new NotFound();
        }

        var names = await db.NamesAsync([pair.MentorId, pair.YoungTeacherId, pair.EndedById ?? pair.MentorId], cancellationToken);
        var isOver = pair.Status == PairStatus.Finished;
        return new PairView(
            pair.Id,
            pair.Number,
            school.Name,
            pair.MentorSchoolId == pair.SchoolId ? null : schools.Single(s => s.Id == pair.MentorSchoolId).Name,
            pair.OtherSchoolReason,
            names[pair.MentorId],
            names[pair.YoungTeacherId],
            side,
            pair.Status,
            pair.From,
            pair.To,
            pair.Goals,
            pair.MentorAcceptedAt,
            pair.YoungTeacherAcceptedAt,
            pair.EndReason,
            pair.EndedById is { } ender ? names[ender] : null,
            [.. pair.Steps.OrderBy(s => s.DueOn).ThenBy(s => s.Id).Select(s => new PairStepLine(s.Id, s.Kind, s.Topic, s.DueOn, s.DoneOn))],
            [.. pair.Meetings.OrderByDescending(m => m.HeldOn).ThenByDescending(m => m.Id).Select(m => new PairMeetingLine(
                m.Id, m.Kind, m.HeldOn, m.AuthorId == user.Me, side is null ? null : m.Words, m.AnsweredAt, side is null ? null : m.Reply))],
            isOver ? pair.MentorOutcome : null,
            isOver ? pair.YoungTeacherOutcome : null,
            (side == MentoringSide.Mentor ? pair.MentorAcceptedAt : side is null ? null : pair.YoungTeacherAcceptedAt) is not null,
            side == MentoringSide.Mentor ? pair.MentorOutcome : side is null ? null : pair.YoungTeacherOutcome,
            (side == MentoringSide.Mentor ? pair.MentorActivityId : side is null ? null : pair.YoungTeacherActivityId) is not null,
            time.Today());
    }
}
