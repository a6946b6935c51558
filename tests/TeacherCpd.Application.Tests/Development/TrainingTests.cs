using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Certificates;
using TeacherCpd.Application.Development;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Development;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Development;

/// <summary>Whose training is due, at a school and above it.</summary>
public sealed class TrainingTests : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 2, 10);

    private TestApp app = null!;
    private World world = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        world = await app.Data.WorldAsync();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_school_sees_its_people_those_due_first_and_by_state()
    {
        var school = await app.Data.PersonAsync(Role.SchoolCoordinator);
        await TrainedAsync("Тәртіпті", Today.AddYears(-1));
        await TrainedAsync("Жақын", Today.AddYears(-3).AddDays(10));
        await TrainedAsync("Өткен", Today.AddYears(-3).AddDays(-1));
        await TrainedAsync("Жаңа", null);
        await TrainedAsync("Бөтен", Today.AddYears(-5), inOtherSchool: true);

        var view = (await app.SendAs(school, new GetTrainingQuery(null, null, 1))).Value;

        Assert.Equal(new StandingCounts(1, 1, 1, 1), view.Counts);
        Assert.Equal(["Жаңа", "Өткен", "Жақын", "Тәртіпті"], view.People!.Items.Select(p => p.Name.Split(' ')[0]));
        Assert.Equal([0, 0, 80, 80], view.People.Items.Select(p => p.Hours));
        var overdue = (await app.SendAs(school, new GetTrainingQuery(null, TrainingStanding.Overdue, 1))).Value.People!;
        Assert.Equal((1, "Өткен"), (overdue.Total, Assert.Single(overdue.Items).Name.Split(' ')[0]));
        Assert.Equal(4, (await app.SendAs(school, new GetTrainingQuery(null, null, null))).Value.People!.Items.Count);
    }

    [Fact]
    public async Task Officers_see_the_places_below_and_go_down_to_the_school_but_not_beside_it()
    {
        var ministry = await app.Data.PersonAsync(Role.EducationOfficer);
        var region = await app.Data.PersonAsync(Role.EducationOfficer, w => w.Region);
        await TrainedAsync("Өткен", Today.AddYears(-4));
        await TrainedAsync("Жаңа", null);
        await TrainedAsync("Бөтен", Today.AddYears(-1), inOtherSchool: true);

        var country = (await app.SendAs(ministry, new GetTrainingQuery(null, null, 1))).Value;
        var below = (await app.SendAs(region, new GetTrainingQuery(null, null, 1))).Value;
        var district = (await app.SendAs(region, new GetTrainingQuery(world.District.Id, null, 1))).Value;
        var school = (await app.SendAs(region, new GetTrainingQuery(world.School.Id, null, 1))).Value;
        var otherRegion = (await app.SendAs(ministry, new GetTrainingQuery(world.OtherRegion.Id, null, 1))).Value;

        Assert.Equal((3, 2), (country.Counts.Total, country.Below!.Total));
        Assert.Equal(world.Region.Id, country.Below.Items[0].Place.Id);
        Assert.Equal((world.District.Id, new StandingCounts(0, 0, 1, 1)), (Assert.Single(below.Below!.Items).Place.Id, below.Counts));
        Assert.Equal(world.School.Id, Assert.Single(district.Below!.Items).Place.Id);
        Assert.Equal((2, world.District.Id), (school.People!.Total, school.Above!.Id));
        Assert.Equal((world.OtherSchool.Id, 1), (Assert.Single(otherRegion.Below!.Items).Place.Id, otherRegion.Counts.InOrder));
        Assert.Null(below.Above);
        Assert.IsType<NotFound>((await app.SendAs(region, new GetTrainingQuery(world.OtherSchool.Id, null, 1))).Error);
        Assert.IsType<NotFound>((await app.SendAs(region, new GetTrainingQuery(world.Ministry.Id, null, 1))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(await app.Data.PersonAsync(Role.Teacher), new GetTrainingQuery(null, null, 1))).Error);
    }

    [Fact]
    public async Task The_ministry_sees_the_count_of_last_night()
    {
        var ministry = await app.Data.PersonAsync(Role.EducationOfficer);
        await TrainedAsync("Өткен", Today.AddYears(-4));
        await RebuildAsync();
        await TrainedAsync("Жаңа", null);

        var view = (await app.SendAs(ministry, new GetTrainingQuery(null, null, 1))).Value;
        Assert.Equal((Today, 1), (view.CountedOn, view.Counts.Total));

        await RebuildAsync();
        Assert.Equal(2, (await app.SendAs(ministry, new GetTrainingQuery(null, null, 1))).Value.Counts.Total);
    }

    [Fact]
    public async Task A_certificate_and_its_revocation_move_the_day_in_the_same_breath()
    {
        var teacher = await app.Data.PersonAsync(Role.Teacher);
        Assert.Equal((null, new DateOnly(2018, 9, 1)), await StateAsync(teacher));

        var certificate = await app.Data.CertificateAsync(teacher);
        Assert.Equal((Today, Today.AddYears(3)), await StateAsync(teacher));

        var coordinator = await app.Data.PersonAsync(Role.Coordinator);
        Assert.True((await app.SendAs(coordinator, new RevokeCertificateCommand(certificate.Id, CertificateReason.IssuedInError, "№ 12 бұйрық"))).IsOk);
        Assert.Equal((null, new DateOnly(2018, 9, 1)), await StateAsync(teacher));
    }

    [Fact]
    public async Task An_employment_elsewhere_takes_the_training_along()
    {
        var teacher = await TrainedAsync("Көшкен", Today.AddYears(-1));

        await app.Data.ChangeAsync(async db =>
            (await db.Persons.Include(p => p.Employments).SingleAsync(p => p.Id == teacher.Id)).WorksAt(world.OtherSchool.Id, Position.Deputy, Today.AddDays(-1)));

        var state = await app.LookAsync(db => db.TrainingStates.SingleAsync(s => s.PersonId == teacher.Id));
        Assert.Equal((world.OtherSchool.Id, world.OtherRegion.Id, world.OtherSchool.Id), (state.OrganisationId, state.RegionId, state.DistrictId!.Value));
        Assert.Equal(Today.AddYears(-1), state.SatisfiedOn);
    }

    [Fact]
    public async Task Only_teachers_deputies_and_heads_of_schools_are_listed()
    {
        foreach (var role in new[] { Role.Coordinator, Role.Trainer, Role.Assessor, Role.SchoolCoordinator })
        {
            await app.Data.PersonAsync(role);
        }

        var teacher = await app.Data.PersonAsync(Role.Teacher);

        Assert.Equal([teacher.Id], await app.LookAsync(db => db.TrainingStates.Select(s => s.PersonId).ToListAsync()));
    }

    [Fact]
    public async Task Made_anew_the_rows_are_the_same_and_lost_ones_come_back()
    {
        await TrainedAsync("Өткен", Today.AddYears(-4));
        await TrainedAsync("Жаңа", null);
        var before = await RowsAsync();
        await app.UseAsync(async services =>
        {
            var db = (Infrastructure.Persistence.AppDbContext)services.GetService(typeof(Infrastructure.Persistence.AppDbContext))!;
            await db.TrainingStates.ExecuteDeleteAsync();
        });

        await RebuildAsync();
        Assert.Equal(before, await RowsAsync());
        await RebuildAsync();
        Assert.Equal(before, await RowsAsync());
        Assert.IsType<Forbidden>((await app.SendAs(await app.Data.PersonAsync(Role.Administrator), new RebuildTrainingStatesCommand(Guid.Empty))).Error);
    }

    [Fact]
    public async Task A_registration_enters_the_list_at_once_and_is_told_when_training_is_due()
    {
        var id = Guid.CreateVersion7();
        Assert.Null((await app.SendAs(null, new RegisterTeacherCommand(
            id, TestData.NewIin(901), "Қонысбаева", "Айгүл", null, world.School.Id, Today.AddYears(-3).AddMonths(2), Language.Kk, null, TestData.Password))).Error);

        var teacher = await app.LookAsync(db => db.Persons.SingleAsync(p => p.Id == id));
        var item = Assert.Single((await app.SendAs(teacher, new GetTodayQuery())).Value.Items, i => i.TextKey == "development.today.training_due");

        Assert.Equal((Today.AddMonths(2), "/my/record"), (item.DueOn!.Value, item.Path));
        Assert.DoesNotContain((await app.SendAs(teacher, new GetMyRecordQuery())).Value.Tasks, t => t.Path == "/my/record");
    }

    [Fact]
    public async Task Those_who_decide_on_applications_see_what_the_applicant_was_trained_in_before()
    {
        var coordinator = await app.Data.PersonAsync(Role.Coordinator);
        var version = await app.Data.ProgrammeAsync();
        var group = await app.Data.GroupAsync(version);
        var same = await app.Data.PersonAsync(Role.Teacher, familyName: "Абаева");
        await app.Data.CourseAsync(same, Today.AddYears(-5), versionId: version.Id);
        var lately = await TrainedAsync("Батырова", Today.AddYears(-1));
        var never = await app.Data.PersonAsync(Role.Teacher, familyName: "Ғалиева");
        foreach (var person in new[] { same, lately, never })
        {
            await app.Data.EnrolmentAsync(group, person, EnrolmentStatus.Applied);
        }

        var waiting = (await app.SendAs(coordinator, new GetManagedGroupQuery(group.Id))).Value.Waiting;

        Assert.Equal(
            [new PriorTraining(Today.AddYears(-5), 0, false, Today.AddYears(-5)), new(null, 80, true, Today.AddYears(-1)), new(null, 0, false, null)],
            waiting.Select(p => p.Prior!));
        Assert.Null((await app.SendAs(coordinator, new AcceptApplicationCommand(waiting[0].EnrolmentId))).Error);
    }

    private async Task<Person> TrainedAsync(string familyName, DateOnly? on, bool inOtherSchool = false)
    {
        var person = await app.Data.PersonAsync(Role.Teacher, inOtherSchool ? w => w.OtherSchool : null, familyName);
        if (on is { } day)
        {
            await app.Data.CourseAsync(person, day);
        }

        return person;
    }

    private Task RebuildAsync() => app.UseAsync(async services =>
    {
        ((Access.CurrentUser)services.GetService(typeof(Access.CurrentUser))!).ActsAsSystem();
        await Infrastructure.Development.TrainingRebuild.RunAsync((MediatR.IMediator)services.GetService(typeof(MediatR.IMediator))!, CancellationToken.None);
    });

    private async Task<(DateOnly? SatisfiedOn, DateOnly DueOn)> StateAsync(Person person) =>
        await app.LookAsync(async db =>
        {
            var state = await db.TrainingStates.SingleAsync(s => s.PersonId == person.Id);
            return (state.SatisfiedOn, state.DueOn);
        });

    private Task<List<string>> RowsAsync() => app.LookAsync(async db => (await db.TrainingStates.AsNoTracking().ToListAsync())
        .ConvertAll(s => $"{s.PersonId} {s.OrganisationId} {s.RegionId} {s.DistrictId} {s.LastCourseOn:O} {s.SatisfiedOn:O} {s.DueOn:O}")
        .Order(StringComparer.Ordinal)
        .ToList());
}
