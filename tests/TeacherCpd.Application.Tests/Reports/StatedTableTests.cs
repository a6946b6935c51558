using System.Text;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Reports.Stated;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Reports;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Reports;

/// <summary>Tables of other people: kept as they were stated, with what follows from them beside it.</summary>
public sealed class StatedTableTests : IAsyncLifetime
{
    private const string Table = "Облыс;trained;recommended\nКостанайская область;1 200;900\nТүркістан обл.;2 300;2 100\ntotal;3 500;3 300\n";

    private TestApp app = null!;
    private World world = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        world = await app.Data.WorldAsync();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task What_is_stated_and_what_is_computed_stand_beside_each_other()
    {
        var officer = await app.Data.PersonAsync(Role.EducationOfficer);

        var view = (await app.SendAs(officer, new GetTableQuery(await KeepAsync(officer, Table)))).Value;

        Assert.Equal(["trained", "recommended"], view.Columns);
        Assert.Equal(["3 500", "3 300"], view.Rows[2].Cells);
        Assert.Equal([null, "3000"], view.Rows[2].Differs);
        var fault = Assert.Single(view.Findings);
        Assert.Equal((FindingKind.Differs, "total", "recommended", "3300", "3000"), (fault.Kind, fault.Row, fault.Column, fault.Stated, fault.Computed));
    }

    [Fact]
    public async Task Rows_are_known_by_names_of_any_language_spelling_and_time()
    {
        await app.LookAsync(db => db.Organisations.Where(o => o.Id == world.Region.Id).ExecuteUpdateAsync(o => o
            .SetProperty(x => x.Name.Ru, "Костанайская область").SetProperty(x => x.Name.En, "Kostanay Region")));
        var officer = await app.Data.PersonAsync(Role.EducationOfficer);

        // Latin letters among the Cyrillic ones of the second, a name of before 2018 in the fourth, and nothing that we know in the last
        var id = await KeepAsync(officer, "name;n\nобл. Костанайская;1\nКocтанайская область;2\nТүркістан обл.;3\nЮжно-Казахстанская область;4\nАтлантида;5\n");
        var view = (await app.SendAs(officer, new GetTableQuery(id))).Value;

        Assert.Equal(
            ["Қостанай облысы", "Қостанай облысы", "Түркістан облысы", "Түркістан облысы", null],
            view.Rows.Select(r => r.Known?.Kk));
        Assert.Equal(
            ["обл. Костанайская = Кocтанайская область", "Түркістан обл. = Южно-Казахстанская область"],
            view.Findings.Where(f => f.Kind == FindingKind.SameRow).Select(f => f.Row));
    }

    [Fact]
    public async Task A_file_that_is_sent_twice_at_once_is_kept_once()
    {
        var officer = await app.Data.PersonAsync(Role.EducationOfficer);

        var ids = await Task.WhenAll(KeepAsync(officer, Table), KeepAsync(officer, Table));

        Assert.Equal(ids[0], ids[1]);
        Assert.Equal(1, await app.LookAsync(db => db.StatedTables.CountAsync()));
    }

    [Fact]
    public async Task The_own_organisation_and_those_above_see_it_and_nobody_else()
    {
        var regional = await app.Data.PersonAsync(Role.EducationOfficer, w => w.Region);
        var id = await KeepAsync(regional, Table);

        Assert.True((await app.SendAs(await app.Data.PersonAsync(Role.EducationOfficer), new GetTableQuery(id))).IsOk);
        Assert.Equal(1, (await app.SendAs(regional, new GetTablesQuery(1))).Value.Total);
        var other = await app.Data.PersonAsync(Role.EducationOfficer, w => w.OtherRegion);
        Assert.IsType<NotFound>((await app.SendAs(other, new GetTableQuery(id))).Error);
        Assert.Equal(0, (await app.SendAs(other, new GetTablesQuery(1))).Value.Total);
        Assert.IsType<Forbidden>((await app.SendAs(await app.Data.PersonAsync(Role.Teacher), new GetTableQuery(id))).Error);
    }

    [Fact]
    public async Task Only_who_keeps_it_takes_it_out_and_the_cells_stay()
    {
        var officer = await app.Data.PersonAsync(Role.EducationOfficer, w => w.Region);
        var id = await KeepAsync(officer, Table);

        Assert.IsType<NotFound>((await app.SendAs(await app.Data.PersonAsync(Role.EducationOfficer), new WithdrawTableCommand(id))).Error);
        Assert.True((await app.SendAs(officer, new WithdrawTableCommand(id))).IsOk);

        Assert.IsType<NotFound>((await app.SendAs(officer, new GetTableQuery(id))).Error);
        Assert.NotEmpty(await app.LookAsync(db => db.StatedTables.Where(t => t.Id == id).Select(t => t.Cells).SingleAsync()));
        Assert.NotEqual(id, await KeepAsync(officer, Table));
    }

    [Theory]
    [InlineData("", "x.csv")]
    [InlineData("only words\nand more of them\n", "x.csv")]
    [InlineData("PK\u0003\u0004 no workbook", "x.xlsx")]
    public async Task What_is_no_table_is_refused_at_the_field_of_the_file(string content, string name)
    {
        var officer = await app.Data.PersonAsync(Role.EducationOfficer);
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(content));

        var answer = await app.SendAs(officer, new ReadTableQuery(file, name));

        Assert.NotNull(answer.Error);
        Assert.Equal(ErrorKind.Invalid, answer.Error.Kind);
    }

    private async Task<Guid> KeepAsync(Person person, string content)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(content));
        var read = (await app.SendAs(person, new ReadTableQuery(file, "table.csv"))).Value;
        return (await app.SendAs(person, new KeepTableCommand(read))).Value;
    }
}
