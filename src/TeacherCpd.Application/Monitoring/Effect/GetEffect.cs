using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Studies;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Domain.Studies;

namespace TeacherCpd.Application.Monitoring.Effect;

/// <summary>
/// What courses led to, by programme: who came, finished and was recommended, whether the support of the year after was given in time, and
/// the four levels of Kirkpatrick (2022 report, section 7.1): reaction and knowledge from studies, behaviour from observed lessons, results
/// from the marks of learners and from categories. Of the schools in reach, or of the whole country for those who work for it.
/// </summary>
/// <param name="Year">Year in which the groups began, as in the report on trainees.</param>
/// <param name="RegionId">Only people of this region; null: all in reach.</param>
[RequirePermission(Permission.SeeTraining)]
public sealed record GetEffectQuery(int Year, Guid? RegionId) : IQuery<EffectReport>;

/// <summary>What the courses of a year led to.</summary>
/// <param name="Regions">Regions to choose from.</param>
/// <param name="RegionId">Region that was chosen.</param>
/// <param name="DaysInTime">Days after its own within which a contact counts as given in time.</param>
/// <param name="SmallGroup">People from which answers of a programme are shown.</param>
/// <param name="Programmes">A row a programme, the largest first.</param>
/// <param name="Sum">All of them; no indicators, since programmes have different studies.</param>
/// <param name="Kinds">Contacts by kind.</param>
/// <param name="Places">Contacts by region, those with the most missed ones first.</param>
public sealed record EffectReport(
    int Year,
    IReadOnlyList<EffectPlace> Regions,
    Guid? RegionId,
    int DaysInTime,
    int SmallGroup,
    IReadOnlyList<EffectRow> Programmes,
    EffectRow Sum,
    IReadOnlyList<KeyValuePair<ContactKind, ContactCounts>> Kinds,
    IReadOnlyList<(LocalizedText? Region, ContactCounts Contacts)> Places);

/// <summary>A region.</summary>
public sealed record EffectPlace(Guid Id, LocalizedText Name);

/// <summary>What a programme led to.</summary>
/// <param name="ProgrammeId">Programme; null in the sum.</param>
/// <param name="Title">Its title.</param>
/// <param name="Enrolled">People who had a place.</param>
/// <param name="Finished">Of them those who attended to the end.</param>
/// <param name="Recommended">Of them those recommended for certification.</param>
/// <param name="Contacts">Contacts of the year after.</param>
/// <param name="Indicators">Indicators of the studies, always of all regions; people who answered, and of them those who answered well. Missing: not asked, or too few people.</param>
/// <param name="Marks">Parameters of lessons that were observed and signed.</param>
/// <param name="UpperMarks">Of them those on the upper two levels (2022 report, T28).</param>
/// <param name="Learners">Learners of the classes that were looked into.</param>
/// <param name="NewCategories">People who finished and were given a category by a commission since.</param>
public sealed record EffectRow(
    Guid? ProgrammeId,
    LocalizedText? Title,
    int Enrolled,
    int Finished,
    int Recommended,
    ContactCounts Contacts,
    IReadOnlyDictionary<StudyIndicator, (int Answered, int Positive)> Indicators,
    int Marks,
    int UpperMarks,
    LearnerFigures Learners,
    int NewCategories);

/// <summary>Contacts against the days they were planned for.</summary>
/// <param name="InTime">Took place in time.</param>
/// <param name="Late">Took place later.</param>
/// <param name="Missed">Did not take place, and the time for it is over.</param>
/// <param name="Open">Did not take place, and may still.</param>
public sealed record ContactCounts(int InTime, int Late, int Missed, int Open)
{
    /// <summary>No contacts.</summary>
    public static ContactCounts None { get; } = new(0, 0, 0, 0);

    /// <summary>Contacts of which it is known whether they were in time.</summary>
    public int Due => InTime + Late + Missed;

    /// <summary>Both together.</summary>
    public static ContactCounts operator +(ContactCounts a, ContactCounts b) => new(a.InTime + b.InTime, a.Late + b.Late, a.Missed + b.Missed, a.Open + b.Open);

    /// <inheritdoc cref="op_Addition"/>
    public static ContactCounts Add(ContactCounts left, ContactCounts right) => left + right;
}

internal sealed class GetEffectHandler(IAppDbContext db, CurrentUser user, EscalationTerm term, StudyRules rules, TimeProvider time)
    : IRequestHandler<GetEffectQuery, Result<EffectReport>>
{
    private static readonly EnrolmentStatus[] Finished = [EnrolmentStatus.Recommended, EnrolmentStatus.NotRecommended, EnrolmentStatus.Absent];

    public async Task<Result<EffectReport>> Handle(GetEffectQuery request, CancellationToken cancellationToken)
    {
        var reach = db.Organisations.Within(user.Scopes(Permission.SeeTraining)).Select(o => o.Id);
        var regions = await db.Organisations
            .Where(o => o.Kind == OrganisationKind.Region && reach.Contains(o.Id))
            .OrderBy(o => o.SortKey)
            .Select(o => new EffectPlace(o.Id, o.Name))
            .ToListAsync(cancellationToken);
        if (request.RegionId is { } chosen && regions.All(r => r.Id != chosen))
        {
            return new NotFound();
        }

        var courses = db.CoursesSeenBy(user, request.Year, request.RegionId);
        var people = await courses
            .GroupBy(c => c.ProgrammeId)
            .Select(g => new
            {
                ProgrammeId = g.Key,
                Enrolled = g.Count(),
                Finished = g.Sum(c => Finished.Contains(c.Enrolment.Status) ? 1 : 0),
                Recommended = g.Sum(c => c.Enrolment.Status == EnrolmentStatus.Recommended ? 1 : 0),
            })
            .ToListAsync(cancellationToken);
        var over = time.Today().AddDays(-term.Days);
        var contacts = await (
            from course in courses
            join contact in db.SupportContacts on course.Enrolment.Id equals contact.EnrolmentId
            group contact by new { course.ProgrammeId, contact.Kind, course.Enrolment.RegionId } into same
            select new
            {
                same.Key.ProgrammeId,
                same.Key.Kind,
                same.Key.RegionId,
                InTime = same.Sum(c => c.DaysLate <= term.Days ? 1 : 0),
                Late = same.Sum(c => c.DaysLate > term.Days ? 1 : 0),
                Missed = same.Sum(c => c.DoneAt == null && c.DueOn < over ? 1 : 0),
                Open = same.Sum(c => c.DoneAt == null && c.DueOn >= over ? 1 : 0),
            }).ToListAsync(cancellationToken);
        var counted = contacts.ConvertAll(c => (c.ProgrammeId, c.Kind, c.RegionId, Counts: new ContactCounts(c.InTime, c.Late, c.Missed, c.Open)));
        var marks = await MarksAsync(courses, cancellationToken);
        var learners = await LearnersAsync(courses, cancellationToken);
        var categories = await courses
            .Where(c => Finished.Contains(c.Enrolment.Status))
            .Where(c => db.CategoryRecords.Any(r =>
                r.PersonId == c.Enrolment.PersonId && r.Basis == CategoryBasis.Commission && r.AnnulledAt == null && r.GrantedOn >= c.EndsOn))
            .GroupBy(c => c.ProgrammeId)
            .Select(g => new { ProgrammeId = g.Key, People = g.Count() })
            .ToDictionaryAsync(c => c.ProgrammeId, c => c.People, cancellationToken);
        var indicators = await IndicatorsAsync(request.Year, cancellationToken);
        var ids = people.ConvertAll(p => p.ProgrammeId);
        var titles = await db.Programmes.Where(p => EF.Parameter(ids).Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Title, cancellationToken);

        var rows = people
            .Select(p => new EffectRow(
                p.ProgrammeId,
                titles[p.ProgrammeId],
                p.Enrolled,
                p.Finished,
                p.Recommended,
                Sum(counted.Where(c => c.ProgrammeId == p.ProgrammeId).Select(c => c.Counts)),
                indicators.GetValueOrDefault(p.ProgrammeId) ?? [],
                marks.GetValueOrDefault(p.ProgrammeId).All,
                marks.GetValueOrDefault(p.ProgrammeId).Upper,
                learners.GetValueOrDefault(p.ProgrammeId, LearnerFigures.None),
                categories.GetValueOrDefault(p.ProgrammeId)))
            .OrderByDescending(r => r.Enrolled)
            .ThenBy(r => r.Title!.Kk, StringComparer.Ordinal)
            .ToList();
        return new EffectReport(
            request.Year,
            regions,
            request.RegionId,
            term.Days,
            rules.SmallGroup,
            rows,
            new EffectRow(
                null,
                null,
                rows.Sum(r => r.Enrolled),
                rows.Sum(r => r.Finished),
                rows.Sum(r => r.Recommended),
                Sum(rows.Select(r => r.Contacts)),
                new Dictionary<StudyIndicator, (int, int)>(),
                rows.Sum(r => r.Marks),
                rows.Sum(r => r.UpperMarks),
                rows.Aggregate(LearnerFigures.None, (sum, r) => sum + r.Learners),
                rows.Sum(r => r.NewCategories)),
            [.. counted.GroupBy(c => c.Kind).OrderBy(g => g.Key).Select(g => KeyValuePair.Create(g.Key, Sum(g.Select(c => c.Counts))))],
            [
                .. counted
                    .GroupBy(c => c.RegionId)
                    .Select(g => (Region: regions.Find(r => r.Id == g.Key)?.Name, Contacts: Sum(g.Select(c => c.Counts))))
                    .OrderByDescending(p => p.Contacts.Missed + p.Contacts.Late)
                    .ThenBy(p => p.Region?.Kk, StringComparer.Ordinal),
            ]);
    }

    private static ContactCounts Sum(IEnumerable<ContactCounts> counts) => counts.Aggregate(ContactCounts.None, (sum, c) => sum + c);

    private async Task<Dictionary<Guid, (int All, int Upper)>> MarksAsync(IQueryable<CourseOfPerson> courses, CancellationToken cancellationToken)
    {
        var counts = await (
            from course in courses
            join contact in db.SupportContacts on course.Enrolment.Id equals contact.EnrolmentId
            join lesson in db.SupportLessons on contact.Id equals lesson.ContactId
            where lesson.Status != LessonStatus.Draft
            from mark in lesson.Marks
            where mark.Level != null
            group mark by new { course.ProgrammeId, mark.Level } into same
            select new { same.Key.ProgrammeId, same.Key.Level, Count = same.Count() })
            .ToListAsync(cancellationToken);
        return counts.GroupBy(c => c.ProgrammeId).ToDictionary(
            g => g.Key,
            g => (g.Sum(c => c.Count), g.Where(c => c.Level is LessonLevel.High or LessonLevel.AboveAverage).Sum(c => c.Count)));
    }

    private Task<Dictionary<Guid, LearnerFigures>> LearnersAsync(IQueryable<CourseOfPerson> courses, CancellationToken cancellationToken) => (
        from course in courses
        join contact in db.SupportContacts on course.Enrolment.Id equals contact.EnrolmentId
        join result in db.ClassResults on contact.Id equals result.ContactId
        group result.Figures by course.ProgrammeId into same
        select new
        {
            same.Key,
            Before = same.Sum(f => f.Before),
            GoodBefore = same.Sum(f => f.GoodBefore),
            After = same.Sum(f => f.After),
            GoodAfter = same.Sum(f => f.GoodAfter),
        }).ToDictionaryAsync(s => s.Key, s => new LearnerFigures(s.Before, s.GoodBefore, s.After, s.GoodAfter), cancellationToken);

    // Of studies that ended in the year and whose results may be seen. Never by region: a small group could be computed from the others.
    private async Task<Dictionary<Guid, Dictionary<StudyIndicator, (int Answered, int Positive)>>> IndicatorsAsync(int year, CancellationToken cancellationToken)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var studies = db.StudiesSeenBy(user).Where(s => s.Status != StudyStatus.Planned && s.Status != StudyStatus.Open && s.EndsOn >= first && s.EndsOn <= last).Select(s => s.Id);
        var versions = await (
            from questionnaire in db.Questionnaires
            where questionnaire.Kind == QuestionnaireKind.Survey && studies.Contains(questionnaire.StudyId)
            from version in questionnaire.Versions
            where version.FrozenAt != null
            select new { version.Id, version.Json }).ToListAsync(cancellationToken);
        var counted = new Dictionary<(Guid Programme, StudyIndicator Indicator), (int Answered, int Positive)>();
        foreach (var version in versions)
        {
            var asked = QuestionnaireContent.Parse(version.Json).Questions.Where(q => q.Indicator is not null).ToList();
            if (asked.Count == 0)
            {
                continue;
            }

            var content = new QuestionnaireContent(asked);
            var tallies = new Dictionary<Guid, AnswerTally>();
            var sheets = db.AnswerSheets.Where(s => s.VersionId == version.Id && s.ProgrammeId != null);
            foreach (var sheet in await sheets.Select(s => new { s.ProgrammeId, s.Marks }).ToListAsync(cancellationToken))
            {
                if (!tallies.TryGetValue(sheet.ProgrammeId!.Value, out var tally))
                {
                    tallies.Add(sheet.ProgrammeId.Value, tally = new AnswerTally(content));
                }

                tally.Add(sheet.Marks);
            }

            foreach (var (programme, tally) in tallies)
            {
                foreach (var question in asked)
                {
                    var before = counted.GetValueOrDefault((programme, question.Indicator!.Value));
                    counted[(programme, question.Indicator.Value)] =
                        (before.Answered + tally.Answered(question.Code), before.Positive + tally.Counts(question.Code).Take(question.Positive).Sum());
                }
            }
        }

        var shown = new Dictionary<Guid, Dictionary<StudyIndicator, (int, int)>>();
        foreach (var indicator in counted.GroupBy(c => c.Key.Indicator))
        {
            var groups = indicator.ToList();
            var hidden = SmallGroups.Hidden(groups.ConvertAll(g => g.Value.Answered), rules.SmallGroup);
            foreach (var (key, figures) in groups.Where((g, place) => g.Value.Answered > 0 && !hidden.Contains(place)))
            {
                (shown.TryGetValue(key.Programme, out var of) ? of : shown[key.Programme] = []).Add(key.Indicator, figures);
            }
        }

        return shown;
    }
}
