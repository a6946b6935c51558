using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Audit;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Audit;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Accounts;

public sealed class ManagePeopleTests : IAsyncLifetime
{
    private TestApp app = null!;
    private World world = null!;
    private Person national = null!;
    private Person regional = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        world = await app.Data.WorldAsync();
        national = await app.Data.PersonAsync(Role.Administrator);
        regional = await app.Data.PersonAsync(Role.Administrator, w => w.Region);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Somebody_new_gets_workplace_role_and_a_password_for_once()
    {
        var result = await app.SendAs(regional, Secretary());

        Assert.Matches("^[2-9a-km-np-z]{4}(-[2-9a-km-np-z]{4}){3}$", result.Value.OneTimePassword);
        var person = await PersonAsync(result.Value.PersonId);
        Assert.Equal((Role.CommissionSecretary, world.District.Id), person.Roles.Select(r => (r.Role, r.OrganisationId)).Single());
        Assert.Equal((Position.Staff, new DateOnly(2020, 9, 1)), person.Employments.Select(e => (e.Position, e.From)).Single());
        Assert.NotNull(person.OneTimePasswordSince);
        Assert.True(await IsPasswordAsync(person, result.Value.OneTimePassword!));
    }

    [Fact]
    public async Task No_two_people_get_the_same_password()
    {
        var first = await app.SendAs(regional, Secretary());
        var second = await app.SendAs(regional, Secretary() with { Iin = TestData.NewIin(701) });

        Assert.NotEqual(first.Value.OneTimePassword, second.Value.OneTimePassword);
    }

    [Fact]
    public async Task The_password_stands_in_no_audit()
    {
        var password = (await app.SendAs(regional, Secretary())).Value.OneTimePassword!;

        var written = await app.LookAsync(db => db.AuditProcesses.SelectMany(p => p.Events).Select(e => e.Values).ToListAsync());

        Assert.DoesNotContain(written, values => values.Contains(password, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_form_sent_twice_adds_one_person_and_shows_the_password_once()
    {
        var command = Secretary();

        await app.SendAs(regional, command);
        var second = await app.SendAs(regional, command);

        Assert.Equal(new AddedStaffMember(command.PersonId, null), second.Value);
        Assert.Equal(1, await app.LookAsync(db => db.Persons.CountAsync(p => p.Iin == command.Iin)));
    }

    [Fact]
    public async Task Somebody_known_from_elsewhere_gains_workplace_and_role_and_keeps_the_password()
    {
        var teacher = await app.Data.PersonAsync(Role.Teacher, w => w.OtherSchool);

        var result = await app.SendAs(regional, SecretaryWhoIs(teacher));

        Assert.Equal(new AddedStaffMember(teacher.Id, null), result.Value);
        var person = await PersonAsync(teacher.Id);
        Assert.Equal(2, person.Roles.Count);
        Assert.Equal(2, person.Employments.Count);
        Assert.Null(person.OneTimePasswordSince);
        Assert.True(await IsPasswordAsync(person, TestData.Password));
    }

    [Fact]
    public async Task An_iin_of_another_name_is_refused()
    {
        var teacher = await app.Data.PersonAsync(Role.Teacher, w => w.OtherSchool);

        var result = await app.SendAs(regional, Secretary() with { Iin = teacher.Iin });

        Assert.Equal(nameof(AddStaffMemberCommand.Iin), Assert.IsType<IinOfAnotherName>(result.Error).Field);
        Assert.Single((await PersonAsync(teacher.Id)).Roles);
    }

    [Fact]
    public async Task Nobody_adds_themselves()
    {
        var result = await app.SendAs(regional, SecretaryWhoIs(regional));

        Assert.IsType<NotOnOneself>(result.Error);
        Assert.Single((await PersonAsync(regional.Id)).Roles);
    }

    [Fact]
    public async Task A_role_belongs_to_its_kind_of_organisation()
    {
        var result = await app.SendAs(regional, Secretary() with { Role = Role.Assessor });

        Assert.Equal(new RoleNotHere(Role.Assessor, OrganisationKind.District), result.Error);
    }

    [Fact]
    public async Task Input_that_cannot_be_right_is_told_at_its_field()
    {
        async Task<string> FieldAsync(AddStaffMemberCommand command) =>
            Assert.Single(Assert.IsType<InvalidInput>((await app.SendAs(regional, command)).Error).Faults).Field;

        Assert.Equal("Iin", await FieldAsync(Secretary() with { Iin = "123" }));
        Assert.Equal("WorksSince", await FieldAsync(Secretary() with { WorksSince = new DateOnly(2030, 1, 1) }));
        Assert.Equal("WorksSince", await FieldAsync(Secretary() with { WorksSince = new DateOnly(1990, 1, 1) }));
        Assert.Equal("WorksSince", await FieldAsync(Secretary() with { WorksSince = null }));
        Assert.Equal("Role", await FieldAsync(Secretary() with { Role = null }));
        Assert.Equal("Email", await FieldAsync(Secretary() with { Email = "nobody" }));
    }

    [Fact]
    public async Task Nobody_is_added_out_of_reach()
    {
        foreach (var place in new[] { world.OtherRegion, world.Ministry })
        {
            Assert.IsType<NotFound>((await app.SendAs(regional, Secretary() with { OrganisationId = place.Id })).Error);
        }
    }

    [Fact]
    public async Task A_role_is_given_once_and_holds_at_once()
    {
        var teacher = await app.Data.PersonAsync(Role.Teacher);
        var command = new GiveRoleCommand(teacher.Id, Role.Administrator, world.District.Id);

        await app.SendAs(regional, command);
        await app.SendAs(regional, command);

        Assert.Equal(2, (await PersonAsync(teacher.Id)).Roles.Count);
        Assert.Null((await app.SendAs(teacher, new GetPeopleQuery(null, null, 1))).Error);
    }

    [Fact]
    public async Task A_role_out_of_reach_is_neither_given_nor_taken()
    {
        var teacher = await app.Data.PersonAsync(Role.Teacher);
        await app.SendAs(national, new GiveRoleCommand(teacher.Id, Role.CommissionMember, world.OtherRegion.Id));
        var beyond = (await PersonAsync(teacher.Id)).Roles.Single(r => r.Role == Role.CommissionMember);

        Assert.IsType<NotFound>((await app.SendAs(regional, new GiveRoleCommand(teacher.Id, Role.Administrator, world.Ministry.Id))).Error);
        Assert.IsType<NotFound>((await app.SendAs(regional, new TakeRoleCommand(teacher.Id, beyond.Id))).Error);
        Assert.Equal(2, (await PersonAsync(teacher.Id)).Roles.Count);
    }

    [Fact]
    public async Task Nobody_changes_their_own_roles()
    {
        var own = national.Roles.Single();

        Assert.IsType<NotOnOneself>((await app.SendAs(national, new GiveRoleCommand(national.Id, Role.CommissionMember, world.Region.Id))).Error);
        Assert.IsType<NotOnOneself>((await app.SendAs(national, new TakeRoleCommand(national.Id, own.Id))).Error);
        Assert.IsType<NotOnOneself>((await app.SendAs(national, new ResetPasswordCommand(national.Id))).Error);
    }

    [Fact]
    public async Task A_role_taken_away_is_gone_at_once_and_the_audit_says_by_whom()
    {
        var assignment = regional.Roles.Single();

        var result = await app.SendAs(national, new TakeRoleCommand(regional.Id, assignment.Id));

        Assert.True(result.Value.StillInReach);
        Assert.Empty((await PersonAsync(regional.Id)).Roles);
        Assert.IsType<Forbidden>((await app.SendAs(regional, new GetPeopleQuery(null, null, 1))).Error);
        var process = await app.LookAsync(db => db.AuditProcesses.Include(p => p.Events).SingleAsync(p => p.Name == nameof(TakeRoleCommand)));
        Assert.Equal(national.Id, process.ActorId);
        Assert.Contains(process.Events, e => e.Change == AuditChange.Removed && e.RecordId == assignment.Id.ToString());
        Assert.Null((await app.SendAsSystem(new VerifyAuditChainQuery())).Value.BrokenAt);
    }

    [Fact]
    public async Task A_role_taken_away_twice_stays_gone()
    {
        var command = new TakeRoleCommand(regional.Id, regional.Roles.Single().Id);

        await app.SendAs(national, command);

        Assert.Null((await app.SendAs(national, command)).Error);
    }

    [Fact]
    public async Task A_new_password_replaces_the_old_one_and_has_to_be_changed()
    {
        var teacher = await app.Data.PersonAsync(Role.Teacher);

        var password = (await app.SendAs(regional, new ResetPasswordCommand(teacher.Id))).Value.Password;

        var person = await PersonAsync(teacher.Id);
        Assert.NotNull(person.OneTimePasswordSince);
        Assert.False(await IsPasswordAsync(person, TestData.Password));
        Assert.True(await IsPasswordAsync(person, password));
        Assert.Equal(regional.Id, await app.LookAsync(db => db.AuditProcesses.Where(p => p.Name == nameof(ResetPasswordCommand)).Select(p => p.ActorId).SingleAsync()));

        Assert.IsType<CurrentPasswordWrong>((await app.SendAs(person, new ChangeMyPasswordCommand(TestData.Password, "zhana-qupiyasoz"))).Error);
        Assert.IsType<PasswordNotNew>((await app.SendAs(person, new ChangeMyPasswordCommand(password, password))).Error);
        Assert.Null((await app.SendAs(person, new ChangeMyPasswordCommand(password, "zhana-qupiyasoz"))).Error);
        Assert.Null((await PersonAsync(teacher.Id)).OneTimePasswordSince);
    }

    [Fact]
    public async Task Nobody_takes_over_an_account_that_reaches_further_than_their_own()
    {
        var teacher = await app.Data.PersonAsync(Role.Teacher);
        await app.SendAs(national, new GiveRoleCommand(teacher.Id, Role.Administrator, world.Ministry.Id));

        Assert.IsType<PersonReachesBeyond>((await app.SendAs(regional, new ResetPasswordCommand(teacher.Id))).Error);
        Assert.True((await app.SendAs(regional, new GetPersonQuery(teacher.Id))).Value.ReachesBeyond);
        Assert.True(await IsPasswordAsync(teacher, TestData.Password));
    }

    [Fact]
    public async Task People_are_found_by_iin_and_by_name_in_reach_only()
    {
        var mine = await app.Data.PersonAsync(Role.Teacher, familyName: "Өтегенова");
        var other = await app.Data.PersonAsync(Role.Teacher, w => w.OtherSchool, "Өтегенова");

        Assert.Equal([mine.Id], await FoundAsync(regional, "өтеген"));
        Assert.Equal([mine.Id], await FoundAsync(regional, $"Өтегенова {mine.GivenName}"));
        Assert.Equal([mine.Id], await FoundAsync(regional, $" {mine.Iin} "));
        Assert.Empty(await FoundAsync(regional, other.Iin));
        Assert.Empty(await FoundAsync(regional, "!!"));
        Assert.Equal(2, (await FoundAsync(national, "Өтегенова")).Count);
    }

    [Fact]
    public async Task Who_is_out_of_reach_does_not_exist()
    {
        var other = await app.Data.PersonAsync(Role.Teacher, w => w.OtherSchool);

        Assert.IsType<NotFound>((await app.SendAs(regional, new GetPersonQuery(other.Id))).Error);
        Assert.IsType<NotFound>((await app.SendAs(regional, new ResetPasswordCommand(other.Id))).Error);
        Assert.IsType<NotFound>((await app.SendAs(regional, new GiveRoleCommand(other.Id, Role.CommissionMember, world.District.Id))).Error);
        Assert.IsType<NotFound>((await app.SendAs(regional, new TakeRoleCommand(other.Id, other.Roles.Single().Id))).Error);
        Assert.IsType<NotFound>((await app.SendAs(regional, new GetPeopleQuery(null, world.OtherRegion.Id, 1))).Error);
    }

    [Fact]
    public async Task An_organisation_shows_those_who_work_or_hold_a_role_right_there()
    {
        var secretary = await app.Data.PersonAsync(Role.CommissionSecretary);
        await app.Data.PersonAsync(Role.Teacher);

        var view = (await app.SendAs(regional, new GetPeopleQuery(null, world.District.Id, 1))).Value;

        Assert.Equal([secretary.Id], view.People.Items.Select(p => p.Id));
        Assert.Equal([Role.CommissionSecretary], view.People.Items[0].Roles);
    }

    private AddStaffMemberCommand Secretary() => new(
        Guid.CreateVersion7(),
        TestData.NewIin(700),
        "Қасымова",
        "Шолпан",
        null,
        "sholpan@mektep.example",
        Language.Kk,
        world.District.Id,
        Position.Staff,
        new DateOnly(2020, 9, 1),
        Role.CommissionSecretary);

    private AddStaffMemberCommand SecretaryWhoIs(Person person) =>
        Secretary() with { Iin = person.Iin, FamilyName = person.FamilyName, GivenName = person.GivenName };

    private Task<Person> PersonAsync(Guid id) =>
        app.LookAsync(db => db.Persons.Include(p => p.Roles).Include(p => p.Employments).SingleAsync(p => p.Id == id));

    private async Task<List<Guid>> FoundAsync(Person administrator, string text) =>
        [.. (await app.SendAs(administrator, new GetPeopleQuery(text, null, 1))).Value.People.Items.Select(p => p.Id)];

    private async Task<bool> IsPasswordAsync(Person person, string password)
    {
        var result = false;
        await app.UseAsync(async services =>
            result = await ((IAccounts)services.GetService(typeof(IAccounts))!).IsPasswordAsync(person.Id, password, CancellationToken.None));
        return result;
    }
}
