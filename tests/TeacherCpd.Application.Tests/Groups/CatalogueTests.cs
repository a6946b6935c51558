using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Groups;

public sealed class CatalogueTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Only_groups_that_recruit_and_have_not_begun_stand_in_it()
    {
        var tomorrow = await app.Data.OpenGroupAsync(startsOn: new DateOnly(2026, 2, 11));
        await app.Data.OpenGroupAsync(startsOn: new DateOnly(2026, 2, 10));
        await app.Data.GroupAsync(status: GroupStatus.Studying);
        await app.Data.GroupAsync(status: GroupStatus.Closed);

        var found = await FindAsync(new GetCatalogueQuery(null, null, 1, Language.Kk));

        Assert.Equal(tomorrow.Id, Assert.Single(found.Items).Id);
    }

    [Fact]
    public async Task Language_and_text_narrow_it()
    {
        var version = await app.Data.ProgrammeOfRegisterAsync("P01", new LocalizedText("Мектеп командасы", "Школьная команда", "School team"), ProgrammeVersionStatus.Listed);
        var kazakh = await app.Data.OpenGroupAsync(version);
        var russian = await app.Data.OpenGroupAsync(version, Language.Ru);
        await app.Data.OpenGroupAsync(language: Language.Ru);

        var byText = await FindAsync(new GetCatalogueQuery("КОМАНДАСЫ", null, 1, Language.Kk));
        var byBoth = await FindAsync(new GetCatalogueQuery("команда", Language.Ru, 1, Language.Ru));
        var byNothing = await FindAsync(new GetCatalogueQuery("жоқ сөз", null, 1, Language.Kk));

        Assert.Equal([kazakh.Id, russian.Id], byText.Items.Select(g => g.Id));
        Assert.Equal(russian.Id, Assert.Single(byBoth.Items).Id);
        Assert.Equal((0, 1), (byNothing.Total, byNothing.Pages));
    }

    [Fact]
    public async Task Places_left_count_everybody_who_was_accepted()
    {
        var group = await app.Data.OpenGroupAsync(capacity: 7);
        foreach (var status in Enum.GetValues<EnrolmentStatus>())
        {
            await app.Data.EnrolmentAsync(group, status: status);
        }

        var row = (await FindAsync(new GetCatalogueQuery(null, null, 1, Language.Kk))).Items.Single();

        // accepted, recommended, not recommended, not completed, absent and who never came hold a place
        Assert.Equal(1, row.PlacesLeft);
    }

    [Theory]
    [InlineData(1, 20, 1)]
    [InlineData(2, 1, 2)]
    [InlineData(9, 1, 2)]
    [InlineData(-3, 20, 1)]
    public async Task Twenty_stand_on_a_page_and_a_page_that_is_not_there_gives_the_nearest(int asked, int items, int shown)
    {
        var version = await app.Data.ProgrammeAsync();
        for (var day = 0; day < 21; day++)
        {
            await app.Data.OpenGroupAsync(version, startsOn: new DateOnly(2026, 3, 1).AddDays(day));
        }

        var page = await FindAsync(new GetCatalogueQuery(null, null, asked, Language.Kk));

        Assert.Equal((items, shown, 2, 21), (page.Items.Count, page.Number, page.Pages, page.Total));
        Assert.Equal(page.Items.Select(g => g.StartsOn).Order(), page.Items.Select(g => g.StartsOn));
    }

    private async Task<Paged<CatalogueRow>> FindAsync(GetCatalogueQuery query) => (await app.SendAs(null, query)).Value;
}
