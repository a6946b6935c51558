using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Audit;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Audit;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Audit;

/// <summary>What administrators of the whole system see of the audit, and nobody else.</summary>
public sealed class GetAuditTests : IAsyncLifetime
{
    private TestApp app = null!;
    private Person administrator = null!;
    private Person teacher = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        administrator = await app.Data.PersonAsync(Role.Administrator);
        teacher = await app.Data.PersonAsync(Role.Teacher, familyName: "Әлімқұлова");
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_newest_stands_first_with_its_actor_and_its_values()
    {
        var enrolment = await ApplyAsync();

        var entry = (await SeeAsync()).Entries[0];

        Assert.Equal((nameof(ApplyToGroupCommand), (Guid?)teacher.Id, TestApp.Start.UtcDateTime), (entry.Name, entry.ActorId, entry.At));
        Assert.Equal($"{teacher.FamilyName} {teacher.GivenName}", entry.Actor);
        var change = Assert.Single(entry.Changes);
        Assert.Equal((nameof(Enrolment), enrolment.ToString(), AuditChange.Added), (change.Record, change.RecordId, change.Change));
        Assert.Contains(change.Values, v => v is { Name: nameof(Enrolment.Status), Old: null, New: nameof(EnrolmentStatus.Applied) });
    }

    [Fact]
    public async Task Older_ones_follow_without_gap_or_repetition_also_when_new_ones_come_meanwhile()
    {
        for (var i = 0; i < 45; i++)
        {
            await app.Data.SaveAsync(Domain.Organisations.Organisation.Root($"x{i}", TestData.Text("x")));
        }

        var end = await app.LookAsync(db => db.AuditHeads.Select(h => h.Sequence).SingleAsync());
        var seen = new List<long>();
        for (long? before = null; ;)
        {
            var page = await SeeAsync(new GetAuditQuery(Before: before));
            seen.AddRange(page.Entries.Select(e => e.Number));
            await app.Data.RubricAsync();
            if ((before = page.Next) is null)
            {
                break;
            }
        }

        Assert.Equal(Enumerable.Range(1, (int)end).Reverse().Select(n => (long)n), seen);
    }

    [Fact]
    public async Task It_is_filtered_by_person_process_record_and_day()
    {
        var enrolment = await ApplyAsync();

        // 19:30 in Greenwich is the next day in Kazakhstan
        app.Time.SetUtcNow(new DateTimeOffset(2026, 2, 10, 19, 30, 0, TimeSpan.Zero));
        var coordinator = await app.Data.PersonAsync(Role.Coordinator);
        Assert.Null((await app.SendAs(coordinator, new AcceptApplicationCommand(enrolment))).Error);

        Assert.Equal([nameof(ApplyToGroupCommand)], await NamesAsync(new GetAuditQuery(ActorId: teacher.Id)));
        Assert.Equal([nameof(AcceptApplicationCommand)], await NamesAsync(new GetAuditQuery(Process: nameof(AcceptApplicationCommand))));
        Assert.Equal([nameof(AcceptApplicationCommand), nameof(ApplyToGroupCommand)], await NamesAsync(new GetAuditQuery(RecordId: enrolment)));
        Assert.Equal(nameof(AcceptApplicationCommand), (await NamesAsync(new GetAuditQuery(From: new DateOnly(2026, 2, 11))))[0]);
        Assert.Equal(nameof(ApplyToGroupCommand), (await NamesAsync(new GetAuditQuery(To: new DateOnly(2026, 2, 10))))[0]);
        Assert.Empty(await NamesAsync(new GetAuditQuery(From: new DateOnly(2026, 2, 12))));

        // of a process that changed several records, a filter by record shows the one
        var entry = (await SeeAsync(new GetAuditQuery(RecordId: enrolment))).Entries[0];
        Assert.True(entry.ChangeCount > 1);
        Assert.Equal(enrolment.ToString(), Assert.Single(entry.Changes).RecordId);
    }

    [Fact]
    public async Task A_process_of_many_changes_shows_the_first_ten_and_how_many_there_are()
    {
        await app.Data.SaveAsync(Enumerable.Range(0, 30).Select(i => Domain.Organisations.Organisation.Root($"m{i}", TestData.Text("x"))));

        var entry = (await SeeAsync()).Entries[0];

        Assert.Equal((10, 30), (entry.Changes.Count, entry.ChangeCount));
    }

    [Fact]
    public async Task No_password_no_secret_and_no_whole_number_of_a_person_is_shown()
    {
        var iin = TestData.NewIin(700);
        var school = (await app.Data.WorldAsync()).School.Id;
        Assert.Null((await app.SendAs(null, new RegisterTeacherCommand(Guid.CreateVersion7(), iin, "Сағатова", "Әсем", null, school, new DateOnly(2020, 9, 1), Language.Kk, null, TestData.Password))).Error);
        var account = await app.LookAsync(db => db.Users.SingleAsync(u => u.UserName == iin));

        var entry = (await SeeAsync()).Entries[0];

        Assert.Equal(nameof(RegisterTeacherCommand), entry.Name);
        var shown = entry.Changes.SelectMany(c => c.Values).SelectMany(v => new[] { v.Old, v.New }).OfType<string>().ToList();
        Assert.Contains("••••••••" + iin[^4..], shown);
        Assert.All([iin, TestData.Password, account.PasswordHash!, account.SecurityStamp!], secret =>
            Assert.DoesNotContain(shown, value => value.Contains(secret, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_long_value_is_cut()
    {
        await app.Data.SaveAsync(Domain.Organisations.Organisation.Root("long", TestData.Text(new string('ә', 380))));

        var values = (await SeeAsync()).Entries[0].Changes[0].Values;

        Assert.Contains(values, v => v.New == new string('ә', 300) + "…");
    }

    [Theory]
    [InlineData(Role.Teacher)]
    [InlineData(Role.Coordinator)]
    [InlineData(Role.Trainer)]
    [InlineData(Role.Assessor)]
    [InlineData(Role.CommissionSecretary)]
    [InlineData(Role.CommissionMember)]
    public async Task Other_roles_see_nothing(Role role) => await RefusedAsync<Forbidden>(await app.Data.PersonAsync(role));

    [Fact]
    public async Task An_administrator_of_one_region_sees_nothing() =>
        await RefusedAsync<Forbidden>(await app.Data.PersonAsync(Role.Administrator, w => w.Region));

    [Fact]
    public async Task A_visitor_has_to_sign_in() => await RefusedAsync<SignInNeeded>(null);

    [Fact]
    public async Task Filters_that_make_no_sense_are_told()
    {
        Assert.Equal("audit_process_unknown", await FaultAsync(new GetAuditQuery(Process: "DropTables")));
        Assert.Equal("audit_days_reversed", await FaultAsync(new GetAuditQuery(From: new DateOnly(2026, 2, 2), To: new DateOnly(2026, 2, 1))));
    }

    [Fact]
    public async Task A_person_is_found_by_number_or_by_the_beginning_of_the_name()
    {
        var namesake = await app.Data.PersonAsync(Role.Trainer, familyName: "Әлімқұлова");

        Assert.Equal([teacher.Id], await FindAsync($" {teacher.Iin} "));
        Assert.Equal(new[] { teacher.Id, namesake.Id }.Order(), (await FindAsync("әлімқ")).Order());
        Assert.IsType<AuditPersonNotFound>((await app.SendAs(administrator, new FindAuditPersonQuery("Жоқбаев"))).Error);
        Assert.IsType<AuditPersonNotFound>((await app.SendAs(administrator, new FindAuditPersonQuery(TestData.NewIin(900)))).Error);
        Assert.IsType<InvalidInput>((await app.SendAs(administrator, new FindAuditPersonQuery(" ,% "))).Error);
    }

    [Fact]
    public async Task The_chain_is_whole_until_somebody_changes_what_was_written()
    {
        await ApplyAsync();
        var before = (await app.SendAs(administrator, new CheckAuditChainQuery())).Value;
        Assert.Null(before.BrokenAt);

        await app.LookAsync(db => db.AuditProcesses.Where(p => p.Sequence == 3).ExecuteUpdateAsync(p => p.SetProperty(x => x.At, x => x.At.AddDays(-1))));

        Assert.Equal(3, (await app.SendAs(administrator, new CheckAuditChainQuery())).Value.BrokenAt);
    }

    [Fact]
    public void Every_command_and_every_audited_record_has_words()
    {
        var commands = typeof(ICommand).Assembly.GetTypes().Where(t => t is { IsAbstract: false, IsInterface: false } && t.IsAssignableTo(typeof(ICommand)));
        var records = typeof(Entity).Assembly.GetTypes().Where(t => t is { IsAbstract: false } && t.IsAssignableTo(typeof(Entity))
            && !t.IsAssignableTo(typeof(INotAudited)) && t != typeof(AuditProcess) && t != typeof(AuditEvent));

        Assert.Empty(commands.Select(t => t.Name).Except(AuditNames.Processes));
        Assert.Empty(records.Select(t => t.Name).Except(AuditNames.Records));
    }

    private async Task<Guid> ApplyAsync()
    {
        var group = await app.Data.OpenGroupAsync();
        return (await app.SendAs(teacher, new ApplyToGroupCommand(group.Id))).Value;
    }

    private async Task<AuditPage> SeeAsync(GetAuditQuery? query = null) => (await app.SendAs(administrator, query ?? new GetAuditQuery())).Value;

    private async Task<List<string>> NamesAsync(GetAuditQuery query) =>
        [.. (await SeeAsync(query)).Entries.Select(e => e.Name).Where(n => n != "TestData")];

    private async Task<IEnumerable<Guid>> FindAsync(string text) => (await app.SendAs(administrator, new FindAuditPersonQuery(text))).Value.Select(p => p.Id);

    private async Task<string> FaultAsync(GetAuditQuery query) =>
        Assert.Single(Assert.IsType<InvalidInput>((await app.SendAs(administrator, query)).Error).Faults).Code;

    private async Task RefusedAsync<TError>(Person? person)
    {
        Assert.IsType<TError>((await app.SendAs(person, new GetAuditQuery())).Error);
        Assert.IsType<TError>((await app.SendAs(person, new FindAuditPersonQuery(teacher.Iin))).Error);
        Assert.IsType<TError>((await app.SendAs(person, new CheckAuditChainQuery())).Error);
    }
}
