using System.Text;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Exchange;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Exchange;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Exchange;

/// <summary>Tables for the national education database: everything, or what changed.</summary>
public sealed class RegisterExportTests : IAsyncLifetime
{
    private TestApp app = null!;
    private World world = null!;
    private Person administrator = null!;
    private Person teacher = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        world = await app.Data.WorldAsync();
        administrator = await app.Data.PersonAsync(Role.Administrator);
        teacher = await app.Data.PersonAsync(Role.Teacher);
        await app.Data.SaveAsync(Category("moderator", new DateOnly(2024, 6, 1)));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Everything_of_the_place_is_there_in_the_columns_of_the_schema()
    {
        await app.Data.PersonAsync(Role.Teacher, w => w.OtherSchool);

        var lines = await ExportAsync(onlyChanges: false);

        Assert.Equal(string.Join(';', RegisterExportRows.Columns), lines[0]);
        Assert.Equal(
            [
                $"work;{teacher.Iin};S1;Teacher;;;;{teacher.Employments.Single().From:yyyy-MM-dd};;",
                $"category;{teacher.Iin};;;moderator;№ 1;;2024-06-01;;Valid",
            ],
            lines[1..^1]);
        Assert.StartsWith($"training;{teacher.Iin};;;;;;;20", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_people_of_whom_something_changed_are_told_and_those_who_left()
    {
        var leaving = await app.Data.PersonAsync(Role.Teacher);
        await ExportAsync(onlyChanges: false);
        Assert.Single(await ExportAsync(onlyChanges: true));

        await app.Data.SaveAsync(Category("expert", new DateOnly(2026, 2, 1)));
        await app.UseAsync(async services =>
        {
            var db = (Infrastructure.Persistence.AppDbContext)services.GetService(typeof(Infrastructure.Persistence.AppDbContext))!;
            var person = await db.Persons.Include(p => p.Employments).SingleAsync(p => p.Id == leaving.Id);
            person.Employments.Single().EndsOn(new DateOnly(2026, 2, 1));
            await ((Application.Audit.AuditTrail)services.GetService(typeof(Application.Audit.AuditTrail))!).SaveAsync("Test", CancellationToken.None);
        });

        var changes = await ExportAsync(onlyChanges: true);
        Assert.Equal(["work", "category", "category", "training"], changes.Where(l => l.Contains(teacher.Iin, StringComparison.Ordinal)).Select(l => l.Split(';')[0]));
        Assert.Equal($"gone;{leaving.Iin};;;;;;;;", Assert.Single(changes, l => l.Contains(leaving.Iin, StringComparison.Ordinal)));

        // told once
        Assert.Single(await ExportAsync(onlyChanges: true));
    }

    [Fact]
    public async Task The_schema_stands_in_the_documents()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(RepositoryFolder.Root, "docs", "exchange.md"), TestContext.Current.CancellationToken);

        Assert.All(RegisterExportRows.Columns, column => Assert.Contains($"| `{column}` |", page, StringComparison.Ordinal));
        Assert.Contains($"version {RegisterExportRows.Version}", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_made_once_for_one_form_and_only_where_the_place_is_reached()
    {
        var id = Guid.CreateVersion7();
        var regional = await app.Data.PersonAsync(Role.Administrator, w => w.OtherRegion);

        await app.SendAs(administrator, new AskForRegisterExportCommand(id, world.Region.Id, false));
        await app.SendAs(administrator, new AskForRegisterExportCommand(id, world.Region.Id, false));

        Assert.Equal([(nameof(Application.Common.IBackgroundJobs.RunRegisterExport), id)], app.Jobs.Take());
        Assert.Equal("register_export_not_there", (await app.SendAs(administrator, new GetRegisterExportQuery(id))).Error!.Code);
        Assert.Equal("register_no_export_before", (await app.SendAs(administrator, new AskForRegisterExportCommand(Guid.CreateVersion7(), world.Region.Id, true))).Error!.Code);
        Assert.Equal(ErrorKind.NotFound, (await app.SendAs(regional, new AskForRegisterExportCommand(Guid.CreateVersion7(), world.Region.Id, false))).Error!.Kind);
        Assert.Equal(ErrorKind.NotFound, (await app.SendAs(regional, new GetRegisterExportQuery(id))).Error!.Kind);
        Assert.Equal(ErrorKind.Forbidden, (await app.SendAs(teacher, new GetRegisterExportQuery(id))).Error!.Kind);
    }

    [Fact]
    public async Task Rows_can_be_fetched_for_a_time_and_tell_changes_for_longer()
    {
        await ExportAsync(onlyChanges: false);
        app.Time.Advance(RegisterExport.RowsKeptFor + TimeSpan.FromDays(1));

        await app.SendAsSystem(new DropOldRegisterRowsCommand());

        var id = await app.LookAsync(db => db.RegisterExports.Select(e => e.Id).SingleAsync());
        Assert.Equal("register_export_not_there", (await app.SendAs(administrator, new GetRegisterExportQuery(id))).Error!.Code);
        Assert.Single(await ExportAsync(onlyChanges: true));
    }

    private CategoryRecord Category(string category, DateOnly on) => new() { PersonId = teacher.Id, Category = category, GrantedOn = on, Ground = "№ 1" };

    private async Task<string[]> ExportAsync(bool onlyChanges)
    {
        app.Time.Advance(TimeSpan.FromMinutes(1));
        var id = (await app.SendAs(administrator, new AskForRegisterExportCommand(Guid.CreateVersion7(), world.Region.Id, onlyChanges))).Value;
        Assert.Null((await app.SendAsSystem(new RunRegisterExportCommand(id))).Error);
        var text = new StringBuilder();
        await app.UseAsync(async services =>
        {
            ((Application.Access.CurrentUser)services.GetService(typeof(Application.Access.CurrentUser))!).ActsAsSystem();
            var report = await ((MediatR.IMediator)services.GetService(typeof(MediatR.IMediator))!).Send(new GetRegisterExportQuery(id));
            await foreach (var part in report.Value.Parts)
            {
                text.Append(Encoding.UTF8.GetString(part));
            }
        });
        return text.ToString().TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }
}
