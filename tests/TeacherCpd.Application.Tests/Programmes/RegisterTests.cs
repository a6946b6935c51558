using TeacherCpd.Application.Programmes;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Programmes;

public sealed class RegisterTests : IAsyncLifetime
{
    private static readonly LocalizedText TeamTitle = new("Мектеп командасы: тиімді басқару", "Школьная команда", "School team");

    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("команда", Language.Kk, true)]
    [InlineData("МЕКТЕП тиімді", Language.Kk, true)]
    [InlineData("ТИІМДІ МЕКТЕП", Language.Kk, true)]
    [InlineData("p01", Language.Kk, true)]
    [InlineData("тиимди баскару", Language.Kk, true)]
    [InlineData("тиімді басқaру", Language.Kk, true)]
    [InlineData("ескі атауы", Language.En, true)]
    [InlineData("Школьная", Language.Ru, true)]
    [InlineData("Школьная", Language.Kk, false)]
    [InlineData("мектеп физика", Language.Kk, false)]
    [InlineData("   ", Language.Kk, true)]
    [InlineData(null, Language.Kk, true)]
    public async Task Every_word_is_looked_for_in_code_title_of_the_language_and_other_spellings(string? text, Language language, bool found)
    {
        await app.Data.ProgrammeOfRegisterAsync("P01", TeamTitle, ProgrammeVersionStatus.Listed, aliases: "Ескі атауы\nБасқа атауы");

        var result = await app.SendAs(null, new GetProgrammesQuery(text, null, language));

        Assert.Equal(found ? 1 : 0, result.Value.Programmes.Count);
    }

    [Fact]
    public async Task A_direction_keeps_the_others_out_and_all_directions_stay_to_choose_from()
    {
        await app.Data.ProgrammeOfRegisterAsync("P01", TeamTitle, ProgrammeVersionStatus.Listed);
        await app.Data.ProgrammeOfRegisterAsync("P08", TeamTitle, ProgrammeVersionStatus.Listed, "preschool");

        var result = await app.SendAs(null, new GetProgrammesQuery("", "preschool", Language.Kk));

        Assert.Equal("P08", Assert.Single(result.Value.Programmes).Code);
        Assert.Equal(["secondary", "preschool"], result.Value.Directions);
    }

    [Theory]
    [InlineData(ProgrammeVersionStatus.Agreed, false, true)]
    [InlineData(ProgrammeVersionStatus.Agreed, true, false)]
    [InlineData(ProgrammeVersionStatus.Listed, false, false)]
    [InlineData(ProgrammeVersionStatus.Draft, false, false)]
    [InlineData(ProgrammeVersionStatus.AtCouncil, false, false)]
    [InlineData(ProgrammeVersionStatus.Withdrawn, false, false)]
    public async Task Only_an_agreed_version_without_a_letter_misses_it(ProgrammeVersionStatus status, bool withLetter, bool missing)
    {
        await app.Data.ProgrammeOfRegisterAsync(
            "P05", TeamTitle, status, papers: withLetter ? [TestData.Protocol("19"), TestData.Letter("18-6/1")] : [TestData.Protocol("19")]);

        var register = await app.SendAs(null, new GetProgrammesQuery(null, null, Language.Kk));
        var view = await app.SendAs(null, new GetProgrammeQuery("P05"));

        Assert.Equal(missing, register.Value.Programmes.Single().Current!.LetterMissing);
        Assert.Equal(missing, view.Value.Versions.Single().LetterMissing);
    }

    [Fact]
    public async Task The_version_that_counts_is_the_newest_in_force()
    {
        var first = await app.Data.ProgrammeOfRegisterAsync("P01", TeamTitle, ProgrammeVersionStatus.Listed);
        await app.Data.SaveAsync(new ProgrammeVersion
        {
            ProgrammeId = first.ProgrammeId,
            Number = 2,
            Status = ProgrammeVersionStatus.AtCouncil,
            Format = ProgrammeFormat.Online,
            Audience = TestData.Text("басшылар"),
        });

        var row = (await app.SendAs(null, new GetProgrammesQuery(null, null, Language.Kk))).Value.Programmes.Single();

        Assert.Equal([2, 1], row.Versions.Select(v => v.Number));
        Assert.Equal((1, 176), (row.Current!.Number, row.Current.Hours));
    }

    [Fact]
    public async Task A_programme_shows_its_phases_papers_and_open_groups_only()
    {
        var version = await app.Data.ProgrammeOfRegisterAsync(
            "P01", TeamTitle, ProgrammeVersionStatus.Listed, aliases: "Ескі атауы", papers: [TestData.Letter("9299"), TestData.Protocol("13")]);
        var open = await app.Data.OpenGroupAsync(version);
        await app.Data.GroupAsync(version);
        await app.Data.OpenGroupAsync();

        var view = (await app.SendAs(null, new GetProgrammeQuery("P01"))).Value;

        var only = view.Versions.Single();
        Assert.Equal(
            [new PhaseView(1, PhaseKind.Classroom, 56, 7), new PhaseView(2, PhaseKind.SchoolPractice, 80, 20), new PhaseView(3, PhaseKind.Classroom, 40, null)],
            only.Phases);
        Assert.Equal(["13", "9299"], only.Approvals.Select(a => a.Number));
        Assert.Equal(["Ескі атауы"], view.Aliases);
        Assert.Equal(open.Id, view.Groups.Single().Id);
    }

    [Fact]
    public async Task An_unknown_code_is_not_found() =>
        Assert.IsType<NotFound>((await app.SendAs(null, new GetProgrammeQuery("P99"))).Error);
}
