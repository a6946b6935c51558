using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Originality;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Infrastructure.Demo;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Demo;

public sealed class DemoSeederTests(DemoSeederTests.SeededApp seeded) : IClassFixture<DemoSeederTests.SeededApp>
{
    private readonly TestApp app = seeded.App;

    [Fact]
    public void Everybody_on_the_list_has_a_number_that_can_be_right()
    {
        Assert.All(DemoAccounts.All, a => Assert.True(Iin.TryParse(a.Iin, out _), a.Iin));
        Assert.Equal(DemoAccounts.All.Count, DemoAccounts.All.Select(a => a.Iin).Distinct().Count());
        Assert.Equal(Enum.GetValues<Role>(), DemoAccounts.All.Select(a => a.Role).Distinct().Order());
    }

    [Fact]
    public async Task Every_person_has_a_valid_number_whose_sex_fits_the_ending_of_the_name()
    {
        var people = await app.LookAsync(db => db.Persons.AsNoTracking().ToListAsync());

        Assert.InRange(people.Count, 250, 350);
        Assert.All(people, p =>
        {
            var isWoman = Iin.Parse(p.Iin).Value.Sex == Sex.Female;
            Assert.Equal(isWoman, p.Patronymic!.EndsWith("қызы", StringComparison.Ordinal) || p.Patronymic.EndsWith("на", StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task Every_state_of_groups_portfolios_enrolments_and_programmes_has_an_example()
    {
        Assert.Equal(Enum.GetValues<GroupStatus>(), (await app.LookAsync(db => db.Groups.Select(g => g.Status).Distinct().ToListAsync())).Order());
        Assert.Equal(Enum.GetValues<PortfolioStatus>(), (await app.LookAsync(db => db.Portfolios.Select(p => p.Status).Distinct().ToListAsync())).Order());
        Assert.Equal(Enum.GetValues<EnrolmentStatus>(), (await app.LookAsync(db => db.Enrolments.Select(e => e.Status).Distinct().ToListAsync())).Order());
        Assert.Equal(16, await app.LookAsync(db => db.Groups.CountAsync()));
        Assert.Equal("D01", await app.LookAsync(db => db.Programmes.Where(p => p.Versions.Any(v => v.Status == ProgrammeVersionStatus.AtCouncil)).Select(p => p.Code).SingleAsync()));
    }

    [Fact]
    public async Task Cases_stand_at_every_station_and_every_vote_is_a_members()
    {
        var cases = await app.LookAsync(db => db.AttestationCases.AsNoTracking().Include(c => c.Votes).ToListAsync());
        var commissions = await app.LookAsync(db => db.Commissions.AsNoTracking().Include(c => c.Members).ToListAsync());
        var protocols = await app.LookAsync(db => db.Protocols.AsNoTracking().ToListAsync());

        Assert.Equal(Enum.GetValues<AttestationCaseStatus>(), cases.Select(c => c.Status).Distinct().Order());
        Assert.All(commissions, c => Assert.Equal(7, c.Members.Count));
        Assert.All(cases, c => Assert.All(c.Votes, v => Assert.Contains(commissions.Single(k => k.Id == c.CommissionId).Members, m => m.PersonId == v.MemberId)));
        Assert.Equal(cases.Count(c => c.Status == AttestationCaseStatus.Decided), protocols.Count);
        Assert.Equal([false, true], protocols.Select(p => p.Conforms).Distinct().Order());
    }

    [Fact]
    public async Task What_is_past_its_check_has_computed_figures_and_what_waits_has_none()
    {
        var checks = await app.LookAsync(db => db.OriginalityChecks.AsNoTracking().Include(c => c.Passages).ToListAsync());
        var waiting = await app.LookAsync(db => db.Portfolios
            .Where(p => p.Status == PortfolioStatus.FormativeCheck || p.Status == PortfolioStatus.SummativeCheck)
            .Select(p => p.Versions.OrderByDescending(v => v.Number).First().Id)
            .ToListAsync());

        Assert.Equal(waiting.Order(), checks.Where(c => c.Status == CheckStatus.Queued).Select(c => c.VersionId).Order());
        var done = checks.Where(c => c.Status == CheckStatus.Done).ToList();
        Assert.All(done, c => Assert.InRange(c.Words!.Value, 300, 1200));

        // most write themselves; some have copied, and it is found
        var figures = done.Select(c => c.SimilarityPermille!.Value).Order().ToList();
        Assert.InRange(figures[figures.Count / 2], 0, 300);
        Assert.Equal(0, figures[0]);
        Assert.Contains(figures, f => f > 400);
        Assert.Contains(done, c => c.Passages.Count > 0);
    }

    [Fact]
    public async Task Every_file_that_was_received_is_in_the_store()
    {
        var hashes = await app.LookAsync(db => db.PortfolioMaterials.Select(m => m.Sha256).ToListAsync());

        Assert.All(hashes, h => Assert.True(File.Exists(Path.Combine(app.Folder, "files", h[..2], h[2..4], h)), h));
    }

    [Fact]
    public async Task What_waits_for_its_check_can_be_checked()
    {
        await using var other = await TestApp.StartAsync();
        await other.UseAsync(async services => Assert.True(await DemoSeeder.SeedAsync(services, CancellationToken.None)));
        var queued = await other.LookAsync(db => db.OriginalityChecks.Where(c => c.Status == CheckStatus.Queued).Select(c => c.Id).ToListAsync());
        Assert.NotEmpty(queued);

        foreach (var id in queued)
        {
            Assert.Null((await other.SendAsSystem(new RunOriginalityCheckCommand(id))).Error);
        }

        Assert.Equal(0, await other.LookAsync(db => db.OriginalityChecks.CountAsync(c => c.Status != CheckStatus.Done)));
        Assert.Equal(0, await other.LookAsync(db => db.Portfolios.CountAsync(p =>
            p.Status == PortfolioStatus.FormativeCheck || p.Status == PortfolioStatus.SummativeCheck)));
    }

    [Fact]
    public async Task The_demo_teacher_has_something_on_every_page()
    {
        var id = await app.LookAsync(db => db.Persons.Where(p => p.Iin == DemoAccounts.Teacher.Iin).Select(p => p.Id).SingleAsync());
        var today = DateOnly.FromDateTime(TestApp.Start.Date);

        Assert.Equal(["moderator"], await app.LookAsync(db => db.CategoryRecords.Where(r => r.PersonId == id).Select(r => r.Category).ToListAsync()));
        Assert.Equal(1, await app.LookAsync(db => db.Certificates.CountAsync(c => c.PersonId == id)));
        Assert.Equal(1, await app.LookAsync(db => (
            from enrolment in db.Enrolments
            join portfolio in db.Portfolios on enrolment.Id equals portfolio.EnrolmentId
            where enrolment.PersonId == id && enrolment.Status == EnrolmentStatus.Accepted && portfolio.Status == PortfolioStatus.FeedbackGiven
            select portfolio).CountAsync()));
        Assert.True(await app.LookAsync(db => db.SupportContacts.AnyAsync(c =>
            c.PersonId == id && c.DoneAt == null && c.DueOn >= today.AddDays(-7) && c.DueOn <= today.AddDays(7))));
        Assert.True(await app.LookAsync(db => db.Reminders.AnyAsync(r => r.RecipientId == id && r.Status == ReminderStatus.Sent)));
        Assert.Equal(0, await app.LookAsync(db => db.AttestationCases.CountAsync(c => c.PersonId == id)));
    }

    [Fact]
    public async Task Numbers_go_on_where_the_demo_data_end()
    {
        var series = await app.LookAsync(db => db.NumberSeries.AsNoTracking().ToDictionaryAsync(s => s.Key, s => s.Last));
        var serials = await app.LookAsync(db => db.Certificates.Select(c => c.Serial).ToListAsync());

        Assert.Equal(serials.Count(s => s.StartsWith("KZ-2026-", StringComparison.Ordinal)), series["certificate/2026"]);
        Assert.Equal(serials.Count, serials.Distinct().Count());
        Assert.Equal(await app.LookAsync(db => db.AttestationCases.CountAsync(c => c.Number.StartsWith("AT-2026-"))), series["attestation/2026"]);
    }

    [Fact]
    public async Task Nothing_is_dated_in_the_future()
    {
        var now = TestApp.Start.UtcDateTime;

        Assert.Equal(0, await app.LookAsync(db => db.PortfolioVersions.CountAsync(v => v.HandedInAt > now)));
        Assert.Equal(0, await app.LookAsync(db => db.RubricSheets.CountAsync(s => s.StartedAt > now || s.SignedAt > now)));
        Assert.Equal(0, await app.LookAsync(db => db.SupportContacts.CountAsync(c => c.DoneAt > now)));
        Assert.Equal(0, await app.LookAsync(db => db.Enrolments.CountAsync(e => e.AppliedAt > now || e.DecidedAt > now)));
        Assert.Equal(0, await app.LookAsync(db => db.RubricSheets.CountAsync(s => s.SignedAt < s.StartedAt)));
    }

    [Fact]
    public async Task A_second_run_adds_nothing()
    {
        var before = await app.LookAsync(db => db.AuditHeads.AsNoTracking().Select(h => h.Hash).SingleAsync());

        await app.UseAsync(async services => Assert.False(await DemoSeeder.SeedAsync(services, CancellationToken.None)));

        Assert.Equal(before, await app.LookAsync(db => db.AuditHeads.AsNoTracking().Select(h => h.Hash).SingleAsync()));
    }

    public sealed class SeededApp : IAsyncLifetime
    {
        public TestApp App { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            App = await TestApp.StartAsync();
            await App.UseAsync(async services => Assert.True(await DemoSeeder.SeedAsync(services, CancellationToken.None)));
        }

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
