using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Collaboration;

namespace TeacherCpd.Application.Collaboration;

/// <summary>What waits of the pairs of the user: a proposal, a note to confirm, a step that is near, an outcome.</summary>
internal sealed class MentoringToday(IAppDbContext db, TimeProvider time) : ITodaySource
{
    private const int Days = 7;

    public async Task<IReadOnlyList<TodayItem>> ItemsAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.Can(Permission.PlanLessonStudies))
        {
            return [];
        }

        var (me, today) = (user.Me, time.Today());
        var until = today.AddDays(Days);
        var pairs = await db.MentoringPairs
            .Where(p => (p.MentorId == me || p.YoungTeacherId == me) && PairStates.Live.Contains(p.Status))
            .OrderBy(p => p.Number)
            .Select(p => new
            {
                p.Id,
                p.Status,
                p.To,
                HasAccepted = p.MentorId == me ? p.MentorAcceptedAt != null : p.YoungTeacherAcceptedAt != null,
                HasOutcome = p.MentorId == me ? p.MentorOutcome != null : p.YoungTeacherOutcome != null,
                Other = db.Persons.Where(o => o.Id == (p.MentorId == me ? p.YoungTeacherId : p.MentorId)).Select(o => o.FamilyName + " " + o.GivenName).First(),
                Unanswered = p.Meetings.Count(m => m.AuthorId != me && m.AnsweredAt == null),
                NextOn = p.Steps.Where(s => s.DoneOn == null).Min(s => (DateOnly?)s.DueOn),
            })
            .ToListAsync(cancellationToken);
        var items = new List<TodayItem>();
        foreach (var pair in pairs)
        {
            var path = $"/mentoring/{pair.Id}";
            if (pair.Status == PairStatus.Planned && !pair.HasAccepted)
            {
                items.Add(new TodayItem("mentoring.today.accept", [pair.Other], path));
            }

            if (pair.Unanswered > 0)
            {
                items.Add(new TodayItem("mentoring.today.answer", [pair.Other], path, Count: pair.Unanswered));
            }

            if (pair.NextOn is { } next && next <= until)
            {
                items.Add(new TodayItem("mentoring.today.step", [pair.Other], path, next));
            }

            if (pair.Status == PairStatus.Running && !pair.HasOutcome && pair.To <= until)
            {
                items.Add(new TodayItem("mentoring.today.outcome", [pair.Other], path, pair.To));
            }
        }

        return items;
    }
}

/// <summary>The tasks of school teams for which the user answers and that are near.</summary>
internal sealed class TeamsToday(IAppDbContext db, TimeProvider time) : ITodaySource
{
    private const int Days = 7;

    public async Task<IReadOnlyList<TodayItem>> ItemsAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.Can(Permission.PlanLessonStudies))
        {
            return [];
        }

        var (me, until) = (user.Me, time.Today().AddDays(Days));
        var tasks = await db.SchoolTeams
            .SelectMany(t => t.Tasks)
            .Where(t => t.ResponsibleId == me && t.Status == TeamTaskStatus.Open && t.DueOn <= until)
            .OrderBy(t => t.DueOn)
            .ThenBy(t => t.Id)
            .Select(t => new { t.TeamId, t.Title, t.DueOn })
            .ToListAsync(cancellationToken);
        return [.. tasks.Select(t => new TodayItem("teams.today.task", [t.Title], $"/teams/{t.TeamId}", t.DueOn))];
    }
}

/// <summary>What waits of the cycles of the user: a lesson to teach, notes to write, a discussion to record, a report to share.</summary>
internal sealed class LessonStudiesToday(IAppDbContext db, TimeProvider time) : ITodaySource
{
    private const int Days = 7;

    public async Task<IReadOnlyList<TodayItem>> ItemsAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.Can(Permission.PlanLessonStudies))
        {
            return [];
        }

        var (me, until) = (user.Me, time.Today().AddDays(Days));
        var lessons = await (
            from study in db.LessonStudies
            where study.Status == LessonStudyStatus.Running && study.Members.Any(m => m.PersonId == me)
            from lesson in study.Lessons
            where lesson.Status != ResearchLessonStatus.Discussed
            orderby lesson.PlannedOn, lesson.Id
            select new
            {
                study.Id,
                lesson.Topic,
                lesson.Status,
                lesson.PlannedOn,
                IsTeacher = lesson.TeacherId == me,
                HasNotes = study.Observations.Any(o => o.LessonId == lesson.Id && o.ObserverId == me),
                IsLeader = study.Members.Any(m => m.PersonId == me && m.Role == StudyRole.Leader),
            })
            .ToListAsync(cancellationToken);
        var items = new List<TodayItem>();
        foreach (var lesson in lessons)
        {
            var path = $"/lesson-study/{lesson.Id}";
            if (lesson.Status == ResearchLessonStatus.Planned)
            {
                if (lesson.PlannedOn <= until)
                {
                    items.Add(lesson.IsTeacher
                        ? new TodayItem("lesson_study.today.teach", [lesson.Topic], path, lesson.PlannedOn)
                        : new TodayItem("lesson_study.today.watch", [lesson.Topic], path, lesson.PlannedOn));
                }
            }
            else if (!lesson.IsTeacher && !lesson.HasNotes)
            {
                items.Add(new TodayItem("lesson_study.today.observe", [lesson.Topic], path));
            }
            else if (lesson.IsLeader)
            {
                items.Add(new TodayItem("lesson_study.today.discuss", [lesson.Topic], path));
            }
        }

        return items;
    }
}
