using System.Text;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Exchange;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Exchange;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Exchange;

/// <summary>A file of organisations from the national education database.</summary>
public sealed class OrganisationImportTests : IAsyncLifetime
{
    private const string Headings = "Район;Код организации;Наименование на казахском;Наименование на русском;Область;Местность;Форма собственности\n";

    private TestApp app = null!;
    private World world = null!;
    private Person administrator = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        world = await app.Data.WorldAsync();
        administrator = await app.Data.PersonAsync(Role.Administrator);
        await app.Data.PersonAsync(Role.Teacher);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Organisations_are_added_renamed_described_and_all_of_it_is_taken_back()
    {
        var second = world.District.Under(OrganisationKind.School, "S15", TestData.Text("№15 мектеп"));
        var known = world.District.Under(OrganisationKind.School, "S16", TestData.Text("№16 мектеп"));
        await app.Data.SaveAsync(second, known);
        var before = await OrganisationsAsync();

        var id = await CompareAsync(
            Headings
            + "Сарыкольский;S1;Абай атындағы лицей;Лицей имени Абая;Костанайская область;сельская;коммунальная\n"
            + "Сарыкөл ауданы;S17;№17 мектеп;Школа № 17;Қостанай облысы;ауыл;жеке меншік\n"
            + "Сарыкөл ауданы;KZ-000016;№16 мектеп;№16 мектеп (ru);Қостанай облысы;;\n"
            + "Жоқ ауданы;S18;№18 мектеп;;Қостанай облысы;;\n");
        var view = await ViewAsync(id);
        Assert.Equal(
            new Dictionary<RegisterFinding, int>
            {
                [RegisterFinding.OnlyThere] = 1,
                [RegisterFinding.OtherName] = 1,
                [RegisterFinding.OtherDescription] = 2,
                [RegisterFinding.OtherCode] = 1,
                [RegisterFinding.OnlyHere] = 1,
                [RegisterFinding.Fault] = 1,
            },
            view.Counts.Where(c => c.Value > 0).ToDictionary());
        Assert.Equal("place_unknown", Assert.Single((await ViewAsync(id, RegisterFinding.Fault)).Differences.Items).Why);

        await FollowAsync(id, RegisterFinding.OnlyThere, RegisterFinding.OtherName, RegisterFinding.OtherCode, RegisterFinding.OtherDescription);
        var after = (await OrganisationsAsync()).ToDictionary(o => o.Code);
        Assert.Equal(("Абай атындағы лицей", Settlement.Rural, Ownership.State), (after["S1"].Kk, after["S1"].Settlement, after["S1"].Ownership));
        Assert.Equal((world.District.Path + "S17/", Settlement.Rural, Ownership.Private), (after["S17"].Path, after["S17"].Settlement, after["S17"].Ownership));
        Assert.Equal(
            ["KZ-000016", "№14 мектеп", "№14 мектеп (en)", "№14 мектеп (ru)"],
            (await app.LookAsync(db => db.OrganisationAliases.Select(a => a.Text).ToListAsync())).Order(StringComparer.Ordinal));

        await app.SendAs(administrator, new UndoRegisterImportCommand(id));
        await app.SendAsSystem(new RunRegisterImportCommand(id));
        Assert.Equal(before, await OrganisationsAsync());
        Assert.Empty(await app.LookAsync(db => db.OrganisationAliases.ToListAsync()));
        Assert.Equal((RegisterImportStatus.Undone, 0), ((await ViewAsync(id)).Status, (await ViewAsync(id)).Kept));
    }

    [Fact]
    public async Task A_school_in_which_somebody_works_since_stays_when_the_import_is_taken_back()
    {
        var id = await CompareAsync(Headings + "Сарыкөл ауданы;S17;№17 мектеп;;Қостанай облысы;;\n");
        await FollowAsync(id, RegisterFinding.OnlyThere);
        var added = await app.LookAsync(db => db.Organisations.SingleAsync(o => o.Code == "S17"));
        await app.Data.PersonAsync(Role.Teacher, _ => added);

        await app.SendAs(administrator, new UndoRegisterImportCommand(id));
        await app.SendAsSystem(new RunRegisterImportCommand(id));

        Assert.Equal(1, (await ViewAsync(id)).Kept);
        Assert.True(await app.LookAsync(db => db.Organisations.AnyAsync(o => o.Code == "S17")));
    }

    [Theory]
    [InlineData("Сарыкөл ауданы;kz/39;Мектеп;;Қостанай облысы;;", "code_wrong")]
    [InlineData("Сарыкөл ауданы;S17;;;Қостанай облысы;;", "name_missing")]
    [InlineData(";S17;№17 мектеп;;Түркістан облысы;;", "place_unknown")]
    public async Task A_row_that_cannot_be_used_says_why(string row, string why)
    {
        var view = await ViewAsync(await CompareAsync(Headings + row + "\n"), RegisterFinding.Fault);

        Assert.Equal(why, Assert.Single(view.Differences.Items).Why);
    }

    private async Task<Guid> CompareAsync(string text)
    {
        var received = await app.SendAs(
            administrator, new ReceiveRegisterCommand(RegisterKind.Organisations, new DateOnly(2026, 2, 1), world.Region.Id, new MemoryStream(Encoding.UTF8.GetBytes(text)), "schools.csv"));
        Assert.Null((await app.SendAsSystem(new RunRegisterImportCommand(received.Value))).Error);
        return received.Value;
    }

    private async Task FollowAsync(Guid id, params RegisterFinding[] follow)
    {
        Assert.Null((await app.SendAs(administrator, new ConfirmRegisterImportCommand(id, follow))).Error);
        Assert.Null((await app.SendAsSystem(new RunRegisterImportCommand(id))).Error);
    }

    private async Task<RegisterImportView> ViewAsync(Guid id, RegisterFinding? finding = null) =>
        (await app.SendAs(administrator, new GetRegisterImportQuery(id, finding, 1))).Value;

    private Task<List<(string Code, string Path, string Kk, string Ru, Settlement Settlement, Ownership Ownership)>> OrganisationsAsync() => app.LookAsync(async db =>
        (await db.Organisations.OrderBy(o => o.Path).ToListAsync()).ConvertAll(o => (o.Code, o.Path, o.Name.Kk, o.Name.Ru, o.Settlement, o.Ownership)));
}
