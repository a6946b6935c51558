using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Collaboration;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Collaboration.LessonStudies;

/// <summary>
/// A cycle: for its group all of it; for the schools and offices that its group shares it with, the report. What the others saw of a lesson
/// an observer reads once it is discussed, so that each writes what they saw themselves.
/// </summary>
[SignedIn]
public sealed record GetLessonStudyQuery(Guid StudyId) : IQuery<LessonStudyView>;

/// <summary>A cycle.</summary>
/// <param name="Mine">What the user is in the group; null for who only reads the report.</param>
/// <param name="HasAgreed">Whether the user agreed to share it.</param>
/// <param name="IsInRecord">Whether the user took it into the own record.</param>
public sealed record LessonStudyView(
    Guid Id,
    string Number,
    LocalizedText School,
    string Question,
    string Subject,
    string ClassName,
    DateOnly From,
    DateOnly To,
    LessonStudyStatus Status,
    string? Conclusions,
    DateTime? SharedAt,
    IReadOnlyList<StudyMemberLine> Members,
    IReadOnlyList<CasePupilLine> Pupils,
    IReadOnlyList<ResearchLessonLine> Lessons,
    StudyRole? Mine,
    bool HasAgreed,
    bool IsInRecord,
    DateOnly Today)
{
    /// <summary>Whether the user leads the group.</summary>
    public bool MayLead => Mine == StudyRole.Leader;

    /// <summary>Whether it can still be changed.</summary>
    public bool IsOpen => Status is LessonStudyStatus.Planned or LessonStudyStatus.Running;
}

/// <summary>Somebody of the group.</summary>
public sealed record StudyMemberLine(Guid PersonId, string Name, StudyRole Role, bool HasAgreed);

/// <summary>A case pupil.</summary>
public sealed record CasePupilLine(string Letter, string Portrait);

/// <summary>A research lesson.</summary>
/// <param name="IsMine">Whether the user teaches it.</param>
/// <param name="Observers">How many wrote notes.</param>
/// <param name="Notes">The user's own notes until it is discussed, everybody's from then on.</param>
public sealed record ResearchLessonLine(
    Guid Id,
    int Number,
    string Teacher,
    bool IsMine,
    DateOnly PlannedOn,
    string Topic,
    string Plan,
    ResearchLessonStatus Status,
    DateOnly? TaughtOn,
    string? Discussion,
    int Observers,
    IReadOnlyList<PupilNote> Notes);

/// <summary>What somebody saw of a case pupil.</summary>
public sealed record PupilNote(string Letter, string Observer, bool IsMine, string Words);

internal sealed class GetLessonStudyHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetLessonStudyQuery, Result<LessonStudyView>>
{
    public async Task<Result<LessonStudyView>> Handle(GetLessonStudyQuery request, CancellationToken cancellationToken)
    {
        var me = user.Me;
        var study = await db.StudiesReadBy(user).AsNoTracking().Whole().SingleOrDefaultAsync(s => s.Id == request.StudyId, cancellationToken);
        if (study is null)
        {
            return new NotFound();
        }

        var school = await db.Organisations.Where(o => o.Id == study.SchoolId).Select(o => o.Name).SingleAsync(cancellationToken);
        var names = await db.NamesAsync(study.Members.Select(m => m.PersonId), cancellationToken);
        var mine = study.Members.SingleOrDefault(m => m.PersonId == me);
        return new LessonStudyView(
            study.Id,
            study.Number,
            school,
            study.Question,
            study.Subject,
            study.ClassName,
            study.From,
            study.To,
            study.Status,
            study.Conclusions,
            study.SharedAt,
            [.. study.Members.OrderBy(m => m.Role).ThenBy(m => names[m.PersonId], StringComparer.Ordinal)
                .Select(m => new StudyMemberLine(m.PersonId, names[m.PersonId], m.Role, m.AgreedAt is not null))],
            [.. study.Pupils.OrderBy(p => p.Letter, StringComparer.Ordinal).Select(p => new CasePupilLine(p.Letter, p.Portrait))],
            [.. study.Lessons.OrderBy(l => l.Number).Select(l => new ResearchLessonLine(
                l.Id,
                l.Number,
                names[l.TeacherId],
                l.TeacherId == me,
                l.PlannedOn,
                l.Topic,
                l.Plan,
                l.Status,
                l.TaughtOn,
                l.Discussion,
                study.Observations.Where(o => o.LessonId == l.Id).Select(o => o.ObserverId).Distinct().Count(),
                [.. study.Observations
                    .Where(o => o.LessonId == l.Id && (o.ObserverId == me || l.Status == ResearchLessonStatus.Discussed))
                    .OrderBy(o => o.Letter, StringComparer.Ordinal)
                    .ThenBy(o => o.WrittenAt)
                    .Select(o => new PupilNote(o.Letter, names[o.ObserverId], o.ObserverId == me, o.Words))]))],
            mine?.Role,
            mine?.AgreedAt is not null,
            mine?.ActivityId is not null,
            time.Today());
    }
}
