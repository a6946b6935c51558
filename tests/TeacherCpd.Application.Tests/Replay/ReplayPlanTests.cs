using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Domain.Trainers;
using TeacherCpd.Infrastructure.Replay;

namespace TeacherCpd.Application.Tests.Replay;

/// <summary>The plan of the replay, without a database: every margin of every table, at several scales.</summary>
public sealed class ReplayPlanTests
{
    private static readonly Year2022 Tables = Year2022.Read();

    /// <summary>From the smallest to the whole country, with odd ones between.</summary>
    public static readonly TheoryData<decimal> Scales = [0.005m, 0.01m, 0.0173m, 0.05m, 0.1m, 0.2m, 0.333m, 0.5m, 0.777m, 1m];

    [Theory]
    [InlineData(new[] { 1, 1, 1 }, 10, new[] { 4, 3, 3 })]
    [InlineData(new[] { 50, 30, 20 }, 10, new[] { 5, 3, 2 })]
    [InlineData(new[] { 7, 0, 5 }, 1, new[] { 1, 0, 0 })]
    [InlineData(new[] { 0, 0 }, 0, new[] { 0, 0 })]
    [InlineData(new[] { 99, 1 }, 50, new[] { 50, 0 })]
    public void Shares_are_those_of_the_largest_remainder(int[] weights, int total, int[] shares) => Assert.Equal(shares, Apportion.Shares(weights, total));

    [Fact]
    public void A_full_row_leaves_what_it_cannot_take_to_the_others()
    {
        Assert.Equal([2, 6, 2], Apportion.Shares([5, 4, 1], 10, [2, 9, 9]));
        Assert.Throws<ArgumentException>(() => Apportion.Shares([5, 4], 10, [2, 7]));
        Assert.Throws<ArgumentException>(() => Apportion.Shares([0, 0], 1));
    }

    [Fact]
    public void Of_a_row_exactly_so_many_are_taken_and_no_two_gaps_differ_by_more_than_one()
    {
        for (var of = 1; of < 60; of++)
        {
            for (var taken = 0; taken <= of; taken++)
            {
                var places = Apportion.Evenly([.. Enumerable.Range(0, of)], taken);
                Assert.Equal(taken, places.Count);
                var gaps = places.Zip(places.Skip(1), (a, b) => b - a).Distinct().ToList();
                Assert.True(gaps.Count <= 2 && (gaps.Count < 2 || Math.Abs(gaps[0] - gaps[1]) == 1), $"{taken} of {of}");
            }
        }
    }

    [Fact]
    public void Scaling_rounds_half_up()
    {
        Assert.Equal((430, 354, 3, 2), (Apportion.Scaled(42_991, 0.01m), Apportion.Scaled(35_437, 0.01m), Apportion.Scaled(5, 0.5m), Apportion.Scaled(249, 0.01m)));
    }

    [Fact]
    public void At_full_size_the_tables_are_those_printed_and_what_contradicts_itself_is_as_computed()
    {
        var plan = ReplayPlan.Make(Tables, 1m).Tables;

        Assert.Equal(Tables.Trainees.Select(r => r.Trainees), plan.Trainees.Select(r => r.Sum()));
        Assert.Equal((42_991, 7495, 34_636, 860), (plan.Trained, plan.TrainedOf(Tables, EducationLevel.Preschool), plan.TrainedOf(Tables, EducationLevel.Secondary), plan.TrainedOf(Tables, EducationLevel.HigherAndVocational)));
        Assert.Equal((24_053, 1935, 8598, 4041, 25_197), (plan.OwnFunds, plan.English, plan.Russian, plan.Men, plan.Rural));
        Assert.Equal([350, 150, 299, 1792, 26_127, 5472, 1247], plan.Assessed.Select(a => a.Assessed));
        Assert.Equal([16, 19, 35, 34, 1242, 103, 50], plan.Assessed.Select(a => a.Good));
        Assert.Equal([289, 113, 227, 1404, 23_399, 5150, 1177], plan.Assessed.Select(a => a.Satisfactory));
        Assert.Equal([45, 18, 37, 354, 1486, 219, 20], plan.Assessed.Select(a => a.Unsatisfactory));
        Assert.Equal((35_437, 33_258, 13_087, 1738, 646), (plan.Assessed.Sum(a => a.Assessed), plan.Assessed.Sum(a => a.Recommended), plan.Assessed.Sum(a => a.Reports), plan.Assessed.Sum(a => a.Formative), plan.Assessed.Sum(a => a.Summative)));
        Assert.Equal((754, 209, 545), (plan.TrainersOfYear.Sum(t => t.Total), plan.TrainersOfYear.Sum(t => t.Staff), plan.TrainersOfYear.Sum(t => t.Attracted)));
        Assert.Equal([(303, 249), (567, 362)], plan.TrainersBefore.Select(t => (t.Total, t.Attracted)));
        Assert.Equal(new PrintedRecertified(440, 310), plan.Recertified);
    }

    [Theory]
    [MemberData(nameof(Scales))]
    public void The_people_of_a_plan_make_every_table(decimal scale)
    {
        var plan = ReplayPlan.Make(Tables, scale);
        var ofYear = plan.People.Where(p => p.Time != GroupTime.YearBefore).ToList();

        Assert.Equal(Apportion.Scaled(42_991, scale), ofYear.Count);
        Assert.All(Tables.Trainees.Zip(plan.Tables.Trainees), r => Assert.Equal(r.Second, r.First.Codes.Select(c => ofYear.Count(p => p.Code == c))));
        Assert.Equal(
            (plan.Tables.OwnFunds, plan.Tables.English, plan.Tables.Russian, plan.Tables.Men, plan.Tables.Rural),
            (ofYear.Count(p => p.Funding == FundingSource.OwnFunds), ofYear.Count(p => p.Language == Language.En), ofYear.Count(p => p.Language == Language.Ru), ofYear.Count(p => p.Sex == Sex.Male), ofYear.Count(p => p.IsRural)));
        Assert.All(Tables.Assessed.Zip(plan.Tables.Assessed), r =>
        {
            var people = plan.People.Where(p => r.First.Codes.Contains(p.Code)).ToList();
            var graded = new[] { Grade.Good, Grade.Satisfactory, Grade.Unsatisfactory }.Select(g => people.Count(p => p.Grade == g));
            Assert.Equal([r.Second.Good, r.Second.Satisfactory, r.Second.Unsatisfactory], graded);
            Assert.Equal(
                (r.Second.Reports, r.Second.Formative, r.Second.Summative),
                (people.Where(p => p.IsChecked).Sum(p => p.Reports), people.Sum(p => int.PopCount(p.Formative)), people.Sum(p => int.PopCount(p.Summative))));
            Assert.All(people, p => Assert.Equal(0, (p.Summative & ~p.Formative) | (p.Formative >> p.Reports)));
        });
    }

    [Theory]
    [MemberData(nameof(Scales))]
    public void Groups_hold_everybody_once_and_each_is_of_one_kind(decimal scale)
    {
        var plan = ReplayPlan.Make(Tables, scale);
        var late = plan.Groups.Where(g => g.Time == GroupTime.Late).Select(g => g.Code).ToHashSet();

        Assert.Equal(plan.People.Count, plan.Groups.SelectMany(g => g.People).Distinct().Count());
        Assert.Equal(plan.People.Count, plan.Groups.Sum(g => g.People.Count));
        Assert.All(plan.Groups, g =>
        {
            Assert.InRange(g.People.Count, 1, 24);
            Assert.All(g.People, p => Assert.Equal((g.Code, g.Time, g.Language, g.Funding), (p.Code, p.Time, p.Language, p.Funding)));
            Assert.All(g.People.Where(p => p.Grade is not null), p => Assert.Equal(g.Time == GroupTime.Late ? plan.ReportsOf(g.Code).Second : plan.ReportsOf(g.Code).First, p.Reports));
            Assert.Equal(g.Time == GroupTime.YearBefore ? 2021 : 2022, g.StartsOn.Year);
            Assert.Equal(2022, g.EndsOn.Year);
            Assert.True(g.Time == GroupTime.Late ? g.StartsOn >= ReplayPlan.SecondEdition : g.StartsOn < ReplayPlan.SecondEdition || !late.Contains(g.Code));
        });
        Assert.All(plan.Groups.SelectMany(g => g.People.Where(p => p.Team is not null).GroupBy(p => (g, p.Team))), t =>
        {
            Assert.Equal(3, t.Count());
            Assert.Single(t.Select(p => p.IsRural).Distinct());
        });

        // whoever copies has somebody before them, in the own group or an earlier one, from whom to copy
        var checkedPeople = plan.Groups.SelectMany(g => g.People).Where(p => p.IsChecked).ToList();
        Assert.Equal(0, checkedPeople[0].Formative);
    }

    [Theory]
    [MemberData(nameof(Scales))]
    public void Nobody_is_trained_for_a_programme_twice_and_the_council_decides_on_attracted_trainers_of_the_years_before(decimal scale)
    {
        var plan = ReplayPlan.Make(Tables, scale);

        Assert.Equal(plan.Trainings.Count, plan.Trainings.Select(t => (t.Trainer, t.Code)).Distinct().Count());
        Assert.Equal(plan.Tables.TrainersOfYear.Sum(t => t.Total), plan.Trainings.Count(t => t.Year == 2022));
        Assert.Equal((plan.Tables.Recertified.Assessed, plan.Tables.Recertified.Passed), (plan.Trainings.Count(t => t.EndsInYear), plan.Trainings.Count(t => t.Passes)));
        Assert.All(plan.Trainings.Where(t => t.EndsInYear), t => Assert.True(t.Year < 2022 && t.Source.IsAttracted()));
        Assert.Equal(scale == 1m, plan.Trainings.Where(t => t.Source == TrainerSource.CentreStaff).Select(t => t.Trainer).Distinct().Count() == 105);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.0049)]
    [InlineData(1.01)]
    public void A_scale_outside_is_refused(double scale) => Assert.Throws<ArgumentOutOfRangeException>(() => ReplayPlan.Make(Tables, (decimal)scale));
}
