using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Application.Attestation.Categories;
using TeacherCpd.Application.Attestation.Rules;
using TeacherCpd.Application.Reports;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Attestation;

public sealed class CategoryTests : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 2, 10);
    private TestApp app = null!;
    private World world = null!;
    private Person school = null!;
    private Person teacher = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        world = await app.Data.WorldAsync();
        await app.Data.RuleSetAsync();
        school = await app.Data.PersonAsync(Role.SchoolCoordinator);
        teacher = await app.Data.PersonAsync(Role.Teacher);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_category_brought_along_is_entered_once_with_the_term_of_the_rules()
    {
        var command = Entry();
        await app.SendAs(school, command);
        await app.SendAs(school, command);

        var file = (await FileAsync()).Record;
        var entry = Assert.Single(file.Entries);
        Assert.Equal(("expert", CategoryFormat.Present, new DateOnly(2027, 6, 25), CategoryBasis.BroughtAlong), (entry.Category, entry.Format, entry.ValidUntil, entry.Basis));
        Assert.Equal((CategoryStanding.Valid, new DateOnly(2027, 6, 25)), (file.Standing, file.EndsOn));
    }

    [Fact]
    public async Task A_wrong_entry_is_annulled_with_its_reason_and_counts_nowhere()
    {
        var command = Entry();
        await app.SendAs(school, command);
        Assert.IsType<CategoryOfThatDay>((await app.SendAs(school, Entry() with { Category = "moderator" })).Error);

        Assert.Null((await app.SendAs(school, new AnnulCategoryCommand(command.RecordId, teacher.Id, "№ 7 бұйрық"))).Error);
        Assert.Null((await app.SendAs(school, Entry() with { Category = "moderator" })).Error);

        var file = (await FileAsync()).Record;
        Assert.Equal("moderator", file.Now!.Category);
        Assert.Equal("№ 7 бұйрық", Assert.Single(file.Entries, e => e.AnnulledAt is not null).AnnulReason);
        Assert.Equal("moderator", (await app.SendAs(teacher, new GetMyCategoryQuery(null))).Value.Now!.Category);
    }

    [Theory]
    [InlineData(null, CategoryStanding.NoRecord)]
    [InlineData("teacher", CategoryStanding.LowestStep)]
    [InlineData("moderator", CategoryStanding.Valid)]
    public async Task No_record_and_the_lowest_step_are_two_things(string? category, CategoryStanding standing)
    {
        if (category is not null)
        {
            await app.SendAs(school, Entry() with { Category = category });
        }

        Assert.Equal(standing, (await FileAsync()).Record.Standing);
    }

    [Fact]
    public async Task A_term_stands_still_while_the_person_is_away_and_goes_on_after()
    {
        await app.SendAs(school, Entry());
        var pause = new EnterPauseCommand(Guid.CreateVersion7(), teacher.Id, PauseKind.ParentalLeave, new DateOnly(2025, 6, 25), null, "№ 3");
        await app.SendAs(school, pause);
        Assert.True((await FileAsync()).Record is { StandsStill: true, EndsOn: null, Standing: CategoryStanding.Valid });

        Assert.Null((await app.SendAs(school, new EndPauseCommand(pause.PauseId, teacher.Id, new DateOnly(2026, 1, 31)))).Error);
        Assert.Equal(new DateOnly(2028, 1, 31), (await FileAsync()).Record.EndsOn);

        await app.SendAs(school, new AnnulPauseCommand(pause.PauseId, teacher.Id, "басқа адам"));
        Assert.Equal(new DateOnly(2027, 6, 25), (await FileAsync()).Record.EndsOn);
    }

    [Fact]
    public async Task Nobody_keeps_the_own_category_or_that_of_somebody_out_of_reach()
    {
        var away = await app.Data.PersonAsync(Role.Teacher, w => w.OtherSchool);

        Assert.IsType<NotFound>((await app.SendAs(school, Entry() with { PersonId = away.Id })).Error);
        Assert.IsType<NotFound>((await app.SendAs(school, Entry() with { PersonId = school.Id })).Error);
        Assert.IsType<NotFound>((await app.SendAs(school, new GetPersonCategoriesQuery(away.Id))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(teacher, new GetPersonCategoriesQuery(teacher.Id))).Error);
        Assert.Equal([teacher.Id], (await app.SendAs(school, new GetPeopleWithCategoriesQuery(teacher.Iin, 1))).Value.Items.Select(p => p.Id));
        Assert.Empty((await app.SendAs(school, new GetPeopleWithCategoriesQuery(away.Iin, 1))).Value.Items);
    }

    [Theory]
    [InlineData("2026-02-09", null)]
    [InlineData("2026-02-10", CategoryNoticeKind.EndsInThreeMonths)]
    [InlineData("2026-05-10", CategoryNoticeKind.EndsInThreeMonths)]
    [InlineData("2026-05-11", CategoryNoticeKind.EndsInHalfAYear)]
    [InlineData("2026-08-10", CategoryNoticeKind.EndsInHalfAYear)]
    [InlineData("2026-08-11", CategoryNoticeKind.EndsInAYear)]
    [InlineData("2027-02-10", CategoryNoticeKind.EndsInAYear)]
    [InlineData("2027-02-11", null)]
    public async Task Who_is_told_depends_on_how_near_the_end_is(string ends, CategoryNoticeKind? kind)
    {
        await app.SendAs(school, Entry() with { ValidUntil = DateOnly.Parse(ends, System.Globalization.CultureInfo.InvariantCulture) });

        await app.SendAsSystem(new WatchCategoriesCommand());
        await app.SendAsSystem(new WatchCategoriesCommand());

        var notices = await app.LookAsync(db => db.CategoryNotices.ToListAsync());
        Assert.Equal(kind is null ? [] : [kind.Value], notices.Select(n => n.Kind));
    }

    [Fact]
    public async Task A_mail_goes_out_once_and_not_to_whoever_has_a_case_under_way()
    {
        await app.SendAs(school, Entry() with { ValidUntil = Today.AddMonths(5) });
        var busy = await app.Data.PersonAsync(Role.Teacher);
        await app.Data.CategoryAsync(busy, "moderator", Today.AddYears(-5).AddMonths(5));
        await app.Data.CaseAsync(AttestationCaseStatus.Submitted, busy);
        await app.SendAsSystem(new WatchCategoriesCommand());
        app.Jobs.Take();
        await app.SendAsSystem(new QueueCategoryNoticesCommand());
        var job = Assert.Single(app.Jobs.Take());

        await app.SendAsSystem(new SendCategoryNoticeCommand(job.Id));
        await app.SendAsSystem(new SendCategoryNoticeCommand(job.Id));

        var notice = await app.LookAsync(db => db.CategoryNotices.SingleAsync());
        Assert.Equal((teacher.Id, ReminderStatus.Sent, 1), (notice.PersonId, notice.Status, notice.Attempts));
    }

    [Fact]
    public async Task Readiness_shows_what_is_missing_by_when_each_with_its_paragraph()
    {
        await app.Data.CategoryAsync(teacher, "moderator");
        await app.SendAs(
            await app.Data.PersonAsync(Role.EducationOfficer),
            new SaveYearlyTermsCommand(2026, 1, new DateOnly(2026, 2, 15), new DateOnly(2026, 3, 1), null, null, null, null, "№ 1"));

        var view = (await app.SendAs(teacher, new GetReadinessQuery())).Value;

        Assert.Equal(["moderator", "expert"], view.Claims.Select(c => c.Category));
        var expert = view.Claims[1];
        Assert.Equal((84, 70, new DateOnly(2026, 3, 1)), (expert.Threshold, expert.TestPercent, expert.By));
        Assert.NotEmpty(expert.Missing);
        Assert.All(expert.Missing, row => Assert.NotEmpty(row.Paragraph));
        Assert.Equal("quality_dynamics_3y", expert.Missing.Single(row => row.Criterion == "1.1").Label);
        Assert.Null(view.Test);
    }

    // Paragraph 27, and the exception of paragraph 33.
    [Theory]
    [InlineData(CategoryBasis.BroughtAlong, null, "27")]
    [InlineData(CategoryBasis.WithoutAttestation, "33", null)]
    public async Task After_a_move_the_category_is_kept_unless_the_special_programme_gave_it(CategoryBasis basis, string? paragraph, string? kept)
    {
        await app.SendAs(school, Entry() with { Basis = basis, Paragraph = paragraph });
        await app.Data.ChangeAsync(async db =>
            (await db.Persons.Include(p => p.Employments).SingleAsync(p => p.Id == teacher.Id)).WorksAt(world.OtherSchool.Id, Position.Teacher, new DateOnly(2025, 6, 1)));

        var view = (await app.SendAs(teacher, new GetReadinessQuery())).Value;

        Assert.Equal(kept is null ? [] : [kept], view.Kept.Select(r => r.Paragraph));
        Assert.Equal(2, view.Record!.Posts.Count);
    }

    [Fact]
    public async Task The_forecast_puts_everybody_into_the_session_in_which_the_category_ends()
    {
        await app.SendAs(school, Entry() with { ValidUntil = new DateOnly(2026, 6, 30) });
        var later = await app.Data.PersonAsync(Role.Teacher);
        await app.Data.CategoryAsync(later, "expert", new DateOnly(2021, 7, 1));
        await app.Data.PersonAsync(Role.Teacher);
        var regional = await app.Data.PersonAsync(Role.EducationOfficer, w => w.Region);

        var plan = (await app.SendAs(regional, new GetForecastQuery(null))).Value;

        Assert.Equal(10, plan.Sessions.Count);
        Assert.Equal([1, 1, 0, 0, 0, 0, 0, 0, 0, 0], plan.Sum.BySession);
        Assert.Equal(world.District.Id, Assert.Single(plan.Below, b => b.Counts.People > 0).Place.Id);
        var staff = (await app.SendAs(regional, new GetForecastQuery(world.School.Id))).Value;
        Assert.Equal(plan.Sum.People, staff.People.Count);
        Assert.Equal([1, 2], staff.People.Where(p => p.Session is not null).Select(p => p.Session!.Number));
        Assert.IsType<NotFound>((await app.SendAs(regional, new GetForecastQuery(world.OtherSchool.Id))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(teacher, new GetForecastQuery(null))).Error);
    }

    [Fact]
    public async Task The_figures_add_up_and_a_target_belongs_to_its_territory()
    {
        await app.Data.CategoryAsync(teacher, "moderator");
        await app.Data.CategoryAsync(await app.Data.PersonAsync(Role.Teacher), "highest");
        await app.Data.CategoryAsync(await app.Data.PersonAsync(Role.Teacher), "expert", new DateOnly(2020, 1, 1));
        await app.Data.CategoryAsync(await app.Data.PersonAsync(Role.Teacher), "teacher");
        await app.Data.PersonAsync(Role.Teacher, w => w.OtherSchool);
        var ministry = await app.Data.PersonAsync(Role.EducationOfficer);

        var country = (await app.SendAs(ministry, new GetCategoryFiguresQuery(null, 2026))).Value;
        var turkistan = (await app.SendAs(ministry, new GetCategoryFiguresQuery(world.OtherRegion.Id, 2026))).Value;

        Assert.Equal(country.Teachers, country.Levels.Sum(l => l.Count));
        Assert.Equal(country.Teachers, country.Categories.Sum(c => c.Count));
        Assert.Equal((1, 80), (country.FromModerator, country.Target!.Percent));
        Assert.Equal(1, country.Levels.Single(l => l.Kind == CategoryLevel.LowestStep).Count);
        Assert.Equal(1, country.Categories.Single(c => c.Category == "expert").TermOver);
        Assert.Equal((1, null), (turkistan.Teachers, turkistan.Target));
        Assert.Equal(85, (await app.SendAs(ministry, new GetCategoryFiguresQuery(world.OtherRegion.Id, 2025))).Value.Target!.Percent);
    }

    private EnterCategoryCommand Entry() => new(
        Guid.CreateVersion7(), teacher.Id, "expert", new DateOnly(2022, 6, 25), null, CategoryBasis.BroughtAlong, null, "№ 15, 25.06.2022", "Аудандық комиссия");

    private async Task<PersonCategories> FileAsync() => (await app.SendAs(school, new GetPersonCategoriesQuery(teacher.Id))).Value;
}
