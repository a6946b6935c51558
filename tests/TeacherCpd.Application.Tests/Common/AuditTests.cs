using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Audit;
using TeacherCpd.Domain.Common;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Common;

public sealed class AuditTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_command_leaves_a_process_with_what_it_wrote_and_never_the_password()
    {
        await RegisterAsync(1);

        var process = await LastAsync();
        Assert.Equal(nameof(RegisterTeacherCommand), process.Name);
        Assert.Contains(process.Events, e => e.Record == nameof(Person) && e.Change == AuditChange.Added && e.Values.Contains("Сағатова", StringComparison.Ordinal));
        Assert.DoesNotContain(process.Events, e => e.Values.Contains(TestData.Password, StringComparison.Ordinal) || e.Record == "Account");
    }

    [Fact]
    public async Task Each_process_carries_the_hash_of_the_one_before()
    {
        for (var i = 1; i <= 4; i++)
        {
            await RegisterAsync(i);
        }

        var chain = await app.LookAsync(db => db.AuditProcesses.AsNoTracking().Include(p => p.Events).OrderBy(p => p.Sequence).ToListAsync());
        Assert.True(chain.Count > 4);
        var before = "";
        foreach (var (process, index) in chain.Select((p, i) => (p, i)))
        {
            Assert.Equal(index + 1, process.Sequence);
            Assert.Equal(before, process.PreviousHash);
            Assert.Equal(AuditHash.Of(process), process.Hash);
            before = process.Hash;
        }
    }

    [Fact]
    public async Task Writing_past_a_command_is_refused() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => app.LookAsync(db =>
        {
            db.Organisations.Add(TeacherCpd.Domain.Organisations.Organisation.Root("kz", TestData.Text("x")));
            return db.SaveChangesAsync();
        }));

    [Theory]
    [InlineData(EntityState.Modified)]
    [InlineData(EntityState.Deleted)]
    public async Task The_audit_itself_is_neither_changed_nor_deleted(EntityState state)
    {
        await RegisterAsync(1);

        await Assert.ThrowsAsync<InvalidOperationException>(() => app.LookAsync(async db =>
        {
            db.Entry(await db.AuditProcesses.FirstAsync()).State = state;
            return await db.SaveChangesAsync();
        }));
        await Assert.ThrowsAsync<InvalidOperationException>(() => app.LookAsync(async db =>
        {
            db.Entry(await db.Set<AuditEvent>().FirstAsync()).State = state;
            return await db.SaveChangesAsync();
        }));
    }

    [Fact]
    public async Task A_refused_command_leaves_nothing()
    {
        await RegisterAsync(1);
        var before = (await LastAsync()).Sequence;

        var again = await RegisterAsync(1);

        Assert.IsType<IinAlreadyRegistered>(again.Error);
        Assert.Equal(before, (await LastAsync()).Sequence);
    }

    private async Task<Result<Guid>> RegisterAsync(int number) => await app.SendAs(null, new RegisterTeacherCommand(
        Guid.CreateVersion7(),
        TestData.NewIin(500 + number),
        "Сағатова",
        "Әсем",
        null,
        (await app.Data.WorldAsync()).School.Id,
        new DateOnly(2020, 9, 1),
        Language.Kk,
        null,
        TestData.Password));

    private Task<AuditProcess> LastAsync() =>
        app.LookAsync(db => db.AuditProcesses.AsNoTracking().Include(p => p.Events).OrderByDescending(p => p.Sequence).FirstAsync());
}
