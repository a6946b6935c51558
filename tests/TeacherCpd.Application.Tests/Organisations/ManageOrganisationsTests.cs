using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Organisations;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Organisations;

public sealed class ManageOrganisationsTests : IAsyncLifetime
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
    public async Task A_regional_administrator_adds_a_school_of_the_region()
    {
        var result = await app.SendAs(regional, School());

        var school = await app.LookAsync(db => db.Organisations.SingleAsync(o => o.Id == result.Value));
        Assert.Equal((OrganisationKind.School, "kz/39/3901/S14/"), (school.Kind, school.Path));
        Assert.Equal("№15 мектеп", school.Name.In(Language.En));
        Assert.Equal(regional.Id, await app.LookAsync(db => db.AuditProcesses.Where(p => p.Name == nameof(AddOrganisationCommand)).Select(p => p.ActorId).SingleAsync()));
    }

    [Fact]
    public async Task A_form_sent_twice_adds_one_organisation()
    {
        var command = School();

        await app.SendAs(regional, command);
        var second = await app.SendAs(regional, command);

        Assert.Equal(command.OrganisationId, second.Value);
        Assert.Equal(1, await app.LookAsync(db => db.Organisations.CountAsync(o => o.Code == command.Code)));
    }

    [Theory]
    [InlineData("S1")]
    [InlineData("s1")]
    public async Task A_code_that_a_neighbour_has_is_refused_whatever_its_case(string code)
    {
        var result = await app.SendAs(regional, School() with { Code = code });

        Assert.Equal(nameof(AddOrganisationCommand.Code), Assert.IsType<OrganisationCodeTaken>(result.Error).Field);
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a_b")]
    [InlineData("a%")]
    [InlineData("мектеп")]
    [InlineData("")]
    public async Task A_code_that_would_break_a_path_is_refused(string code)
    {
        var result = await app.SendAs(regional, School() with { Code = code });

        Assert.Equal(nameof(AddOrganisationCommand.Code), Assert.Single(Assert.IsType<InvalidInput>(result.Error).Faults).Field);
    }

    [Fact]
    public async Task A_region_does_not_stand_below_a_district()
    {
        var result = await app.SendAs(regional, School() with { Kind = OrganisationKind.Region });

        Assert.Equal(new KindNotHere(OrganisationKind.Region, OrganisationKind.District), result.Error);
    }

    [Fact]
    public async Task Other_regions_and_the_ministry_do_not_exist_for_a_regional_administrator()
    {
        foreach (var place in new[] { world.OtherRegion, world.OtherSchool, world.Ministry })
        {
            Assert.IsType<NotFound>((await app.SendAs(regional, School() with { AboveId = place.Id })).Error);
            Assert.IsType<NotFound>((await app.SendAs(regional, new RenameOrganisationCommand(place.Id, "а", "б", null))).Error);
            Assert.IsType<NotFound>((await app.SendAs(regional, new GetOrganisationQuery(place.Id))).Error);
        }
    }

    [Fact]
    public async Task A_new_name_is_found_and_sorted_at_once()
    {
        await app.SendAs(regional, new RenameOrganisationCommand(world.School.Id, "Шоқан лицейі", "Лицей имени Шокана", "Shoqan lyceum"));

        Assert.Equal([world.School.Id], await FoundAsync(regional, "шокана ЛИЦЕЙ"));
        Assert.Equal([world.School.Id], await FoundAsync(regional, "shoqan"));
        Assert.Empty(await FoundAsync(regional, "№14"));
        var renamed = await app.LookAsync(db => db.Organisations.SingleAsync(o => o.Id == world.School.Id));
        Assert.Equal(("Shoqan lyceum", world.School.Path), (renamed.Name.En, renamed.Path));
    }

    [Fact]
    public async Task A_search_finds_only_what_is_in_reach()
    {
        Assert.Equal([world.School.Id], await FoundAsync(regional, "мектеп"));
        Assert.Equal(2, (await FoundAsync(national, "мектеп")).Count);
    }

    [Fact]
    public async Task The_list_begins_at_the_top_of_the_own_reach()
    {
        Assert.Equal([world.Ministry.Id], await FoundAsync(national, null));
        Assert.Equal([world.Region.Id], await FoundAsync(regional, null));
    }

    [Fact]
    public async Task An_organisation_shows_what_stands_above_and_below_it()
    {
        var district = (await app.SendAs(regional, new GetOrganisationQuery(world.District.Id))).Value;

        Assert.Equal([world.Region.Id], district.Above.Select(a => a.Id));
        Assert.Equal([world.School.Id], district.Below.Items.Select(b => b.Id));
        Assert.Equal([OrganisationKind.School], district.KindsBelow);
        Assert.Equal(
            [world.Ministry.Id, world.Region.Id],
            (await app.SendAs(national, new GetOrganisationQuery(world.District.Id))).Value.Above.Select(a => a.Id));
    }

    [Theory]
    [InlineData(Role.Coordinator)]
    [InlineData(Role.CommissionSecretary)]
    [InlineData(Role.Teacher)]
    public async Task Other_roles_may_not(Role role) =>
        Assert.IsType<Forbidden>((await app.SendAs(await app.Data.PersonAsync(role), School())).Error);

    private AddOrganisationCommand School() =>
        new(Guid.CreateVersion7(), world.District.Id, OrganisationKind.School, "S14", "№15 мектеп", "Школа №15", null);

    private async Task<List<Guid>> FoundAsync(Person administrator, string? text) =>
        [.. (await app.SendAs(administrator, new GetOrganisationsQuery(text, 1))).Value.Items.Select(o => o.Id)];
}
