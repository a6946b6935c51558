using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Networks;

namespace TeacherCpd.Domain.Tests.Networks;

/// <summary>A visit in five stages, and what is reckoned out of visits.</summary>
public sealed class SchoolVisitTests
{
    private static readonly DateTime Now = DateTime.UnixEpoch;
    private static readonly DateOnly Day = new(2022, 2, 1);
    private static readonly Guid Person = Guid.CreateVersion7();

    [Fact]
    public void A_template_has_each_of_the_five_stages_once_and_in_order()
    {
        Assert.IsType<VisitStagesIncomplete>(Template(Plans().Take(4)).Error);
        Assert.IsType<VisitStagesIncomplete>(Template(Plans().Append(new(VisitStageKind.Report, 60, "Есеп"))).Error);
        Assert.IsType<VisitStagesOutOfOrder>(Template(Plans(40, 30)).Error);
        Assert.Null(Template(Plans(30, 30)).Error);
        Assert.Equal(VisitStages.All, Template(Plans().Reverse()).Value.Stages.Select(s => s.Kind));
        Assert.Equal(Enum.GetValues<VisitCountKind>(), VisitStages.All.SelectMany(s => s.Counts()).Order());
    }

    [Fact]
    public void No_stage_is_closed_before_the_one_before_it_and_the_report_goes_after_all()
    {
        var visit = Visit();
        Assert.Equal(Day.AddDays(20), visit.Stages.Single(s => s.Kind == VisitStageKind.Survey).DueOn);
        Assert.Equal(VisitStageKind.Preparation, Assert.IsType<EarlierStageOpen>(Close(visit, VisitStageKind.Survey)).Open);
        Assert.IsType<EarlierStageOpen>(visit.Send(Now));
        foreach (var stage in VisitStages.All)
        {
            Assert.Equal(stage, visit.Current!.Kind);
            Assert.Null(Close(visit, stage));
        }

        Assert.Null(visit.Current);
        Assert.Null(visit.Send(Now));
        Assert.IsType<VisitEnded>(Close(visit, VisitStageKind.Report));
        Assert.IsType<VisitEnded>(visit.Entrust(VisitStageKind.Report, Person, Day));
        Assert.IsType<StepNotAllowed>(visit.Send(Now));
        Assert.IsType<StepNotAllowed>(visit.Cancel("Себеп", Now));
    }

    [Fact]
    public void A_closed_stage_is_corrected_and_counts_only_what_belongs_to_it()
    {
        var visit = Visit();
        Assert.IsType<NotFound>(Close(visit, VisitStageKind.Preparation, (VisitCountKind.LessonsObserved, 3)));
        Assert.Null(Close(visit, VisitStageKind.Preparation, (VisitCountKind.TeachersOfSchool, 22), (VisitCountKind.Questionnaires, 3)));
        Assert.Null(Close(visit, VisitStageKind.Preparation, (VisitCountKind.TeachersOfSchool, 24)));
        var stage = visit.Stages.Single(s => s.Kind == VisitStageKind.Preparation);
        Assert.Equal([(VisitCountKind.TeachersOfSchool, 24)], stage.Counts.Select(c => (c.Kind, c.Number)));
    }

    [Fact]
    public void A_stage_is_not_due_before_the_visit_begins_and_a_retired_template_plans_none()
    {
        var visit = Visit();
        Assert.IsType<VisitStageDueBefore>(visit.Entrust(VisitStageKind.Visit, Person, Day.AddDays(-1)));
        var other = Guid.CreateVersion7();
        Assert.Null(visit.Entrust(VisitStageKind.Visit, other, Day));
        Assert.True(visit.IsEntrustedTo(other, VisitStageKind.Visit));
        Assert.False(visit.IsEntrustedTo(other, VisitStageKind.Survey));
        Assert.Null(visit.Cancel("Жөндеу", Now));
        Assert.IsType<VisitEnded>(Close(visit, VisitStageKind.Preparation));
        var template = Template(Plans()).Value;
        template.Retire(Now);
        Assert.IsType<VisitTemplateRetired>(SchoolVisit.Plan(Guid.CreateVersion7(), template, Guid.CreateVersion7(), Day, Person).Error);
    }

    // as the levels of lessons of the 2022 report (table 28): shares 51, 37, 35 and 9 per cent have the mean 33, whatever the sums give
    [Fact]
    public void A_share_over_visits_is_told_from_the_sums_and_as_the_mean()
    {
        var share = VisitFigures.Shares([Lessons(51, 100), Lessons(37, 100), Lessons(70, 200), Lessons(2, 22), Lessons(5, null), Lessons(0, 0)])[0];
        Assert.Equal(new VisitRatio(VisitCountKind.UpperLessons, VisitCountKind.LessonsObserved), share.Ratio);

        // (0.51 + 0.37 + 0.35 + 2/22) / 4 = 33.02 %; 160 / 422 = 37.91 %
        Assert.Equal((160, 422, 4, 330, 379), (share.Part, share.Whole, share.Visits, share.MeanTenths!.Value, share.PooledTenths!.Value));
        Assert.Null(VisitFigures.Shares([])[0].PooledTenths);
        Assert.Null(VisitFigures.Shares([])[0].MeanTenths);
    }

    [Fact]
    public void More_observed_than_there_are_is_told_and_not_hidden()
    {
        var row = new Dictionary<VisitCountKind, int> { [VisitCountKind.TeachersObserved] = 40, [VisitCountKind.TeachersOfSchool] = 39 };
        Assert.Equal(VisitCountKind.TeachersObserved, Assert.Single(VisitFigures.Contradictions(row)).Part);
        Assert.Equal(1026, VisitFigures.Shares([row])[1].PooledTenths);
        row[VisitCountKind.TeachersOfSchool] = 40;
        Assert.Empty(VisitFigures.Contradictions(row));
    }

    [Fact]
    public void What_no_visit_counted_has_no_sum()
    {
        var sums = VisitFigures.Sums([Lessons(5, 10), Lessons(0, 7)]);
        Assert.Equal((5, 17), (sums[VisitCountKind.UpperLessons], sums[VisitCountKind.LessonsObserved]));
        Assert.False(sums.ContainsKey(VisitCountKind.MasterClasses));
    }

    private static Dictionary<VisitCountKind, int> Lessons(int upper, int? observed)
    {
        var numbers = new Dictionary<VisitCountKind, int> { [VisitCountKind.UpperLessons] = upper };
        if (observed is { } all)
        {
            numbers[VisitCountKind.LessonsObserved] = all;
        }

        return numbers;
    }

    private static IEnumerable<VisitStagePlan> Plans(int second = 20, int third = 30) =>
        VisitStages.All.Zip([10, second, third, 40, 50], (kind, days) => new VisitStagePlan(kind, days, "Жұмыс"));

    private static Result<VisitTemplate> Template(IEnumerable<VisitStagePlan> plans) => VisitTemplate.Write(Guid.CreateVersion7(), Guid.CreateVersion7(), "Мониторинг", [.. plans], Now);

    private static SchoolVisit Visit() => SchoolVisit.Plan(Guid.CreateVersion7(), Template(Plans()).Value, Guid.CreateVersion7(), Day, Person).Value;

    private static Error? Close(SchoolVisit visit, VisitStageKind kind, params (VisitCountKind Kind, int Number)[] counts) =>
        visit.Close(kind, counts.ToDictionary(c => c.Kind, c => c.Number), "Жасалды", Person, Now);
}
