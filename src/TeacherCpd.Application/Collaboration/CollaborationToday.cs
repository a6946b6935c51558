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

/// <summary>What waits of the teams and cycles of the user: a task, a lesson to teach or to watch, notes to write, a discussion to record.</summary>
internal sealed class TogetherToday(IAppDbContext db, TimeProvider time) : ITodaySource
{
    private const int Days = 7;

    public async Task<IReadOnlyList<TodayItem>> ItemsAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.Can(Permission.PlanLessonStudies))
        {
            return [];
        }

        var (me, until) = (user.Me, time.Today().AddDays(Days));
        var tasks = db.SchoolTeams
            .SelectMany(t => t.Tasks)
            .Where(t => t.ResponsibleId == me && t.Status == TeamTaskStatus.Open && t.DueOn <= until)
            .Select(t => new { Id = t.TeamId, Words = t.Title, t.DueOn, IsTask = true, IsTaught = false, IsTeacher = false, HasNotes = false, IsLeader = false });
        var lessons =
            from study in db.LessonStudies
            where study.Status == LessonStudyStatus.Running && study.Members.Any(m => m.PersonId == me)
            from lesson in study.Lessons
            where lesson.Status == ResearchLessonStatus.Taught || (lesson.Status == ResearchLessonStatus.Planned && lesson.PlannedOn <= until)
            select new
            {
                study.Id,
                Words = lesson.Topic,
                DueOn = lesson.PlannedOn,
                IsTask = false,
                IsTaught = lesson.Status == ResearchLessonStatus.Taught,
                IsTeacher = lesson.TeacherId == me,
                HasNotes = study.Observations.Any(o => o.LessonId == lesson.Id && o.ObserverId == me),
                IsLeader = study.Members.Any(m => m.PersonId == me && m.Role == StudyRole.Leader),
            };

        // one question for both: the first page asks many
        var rows = await tasks.Concat(lessons).ToListAsync(cancellationToken);
        return
        [
            .. rows.OrderBy(r => r.DueOn).ThenBy(r => r.Id).Select(r => r switch
            {
                { IsTask: true } => new TodayItem("teams.today.task", [r.Words], $"/teams/{r.Id}", r.DueOn),
                { IsTaught: false, IsTeacher: true } => new TodayItem("lesson_study.today.teach", [r.Words], $"/lesson-study/{r.Id}", r.DueOn),
                { IsTaught: false } => new TodayItem("lesson_study.today.watch", [r.Words], $"/lesson-study/{r.Id}", r.DueOn),
                { IsTeacher: false, HasNotes: false } => new TodayItem("lesson_study.today.observe", [r.Words], $"/lesson-study/{r.Id}"),
                { IsLeader: true } => new TodayItem("lesson_study.today.discuss", [r.Words], $"/lesson-study/{r.Id}"),
                _ => null,
            }).OfType<TodayItem>(),
        ];
    }
}
