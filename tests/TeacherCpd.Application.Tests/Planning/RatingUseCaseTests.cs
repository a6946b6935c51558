using System.Text;
using TeacherCpd.Application.Planning.Ratings;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Planning;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Planning;

/// <summary>Ratings through the pipeline.</summary>
public sealed class RatingUseCaseTests : IAsyncLifetime
{
    private readonly Guid rubric = Guid.CreateVersion7();
    private TestApp app = null!;
    private World places = null!;
    private Person officer = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        places = await app.Data.WorldAsync();
        officer = await app.Data.PersonAsync(Role.EducationOfficer, w => w.School);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Points_are_summed_blank_is_no_zero_and_a_hidden_column_shows_as_a_remainder()
    {
        var rating = await RatingAsync(2025);
        Assert.IsType<InvalidInput>((await app.SendAs(officer, new WriteRatingCommand(rating, "№ 1", 400, ["12,55", ""], null))).Error);
        Assert.Null((await app.SendAs(officer, new WriteRatingCommand(rating, "№ 1", 600, ["12,5", "-5"], "10,5"))).Error);
        Assert.Null((await app.SendAs(officer, new WriteRatingCommand(rating, "№ 2", null, ["7,5", ""], null))).Error);
        Assert.Null((await app.SendAs(officer, new WriteRatingCommand(rating, "№  2", null, ["", "7,5"], null))).Error);
        Assert.Null((await app.SendAs(officer, new WriteRatingCommand(rating, "№ 3", 200, ["1", "1"], "2"))).Error);

        var view = (await app.SendAs(officer, new GetRatingQuery(rating, null, null))).Value;
        Assert.Equal([("№ 1", 1, 75, (int?)30), ("№ 2", 1, 75, null), ("№ 3", 3, 20, null)], view.Rows.Select(r => (r.Name.Replace("  ", " ", StringComparison.Ordinal), r.Place, r.Sum, r.Remainder)));
        Assert.Equal([null, 75], view.Rows[1].Tenths);
        Assert.Equal([1, 2], view.Rows[0].BandPlaces.Keys.Order());
        Assert.Equal([new BandFault(true, 600, 600)], view.Faults);
        Assert.Equal("№ 3", Assert.Single((await app.SendAs(officer, new GetRatingQuery(rating, 3, null))).Value.Rows).Name);
    }

    [Fact]
    public async Task A_table_is_imported_and_what_is_not_understood_is_told()
    {
        var rating = await RatingAsync(2025);
        using var file = new MemoryStream(Encoding.UTF8.GetBytes("Мектеп атауы;Оқушылар саны;Әдістемелік жұмыс;Басқару;Барлығы\r\n№ 1;400;7;5,5;15,5\r\n№ 2;500;көп;1;1\r\n"));
        var import = (await app.SendAs(officer, new ImportRatingCommand(rating, file, "r.csv"))).Value;
        Assert.Equal((1, "көп"), (import.Taken, Assert.Single(import.Faults).Words));
        var row = Assert.Single((await app.SendAs(officer, new GetRatingQuery(rating, null, null))).Value.Rows);
        Assert.Equal((125, (int?)155, (int?)30, (int?)400), (row.Sum, row.Stated, row.Remainder, row.Learners));
    }

    [Fact]
    public async Task Years_of_one_rubric_are_compared_those_of_two_are_not()
    {
        var (before, after) = (await RatingAsync(2024), await RatingAsync(2025));
        Assert.Null((await app.SendAs(officer, new WriteRatingCommand(before, "№ 1", null, ["1", ""], null))).Error);
        Assert.Null((await app.SendAs(officer, new WriteRatingCommand(after, "№ 1", null, ["3", ""], null))).Error);
        Assert.Equal((30, (int?)10), (await app.SendAs(officer, new GetRatingQuery(after, null, before))).Value.Rows.Select(r => (r.Sum, r.Before)).Single());

        var other = Guid.CreateVersion7();
        Assert.Null((await app.SendAs(officer, Rubric() with { RubricId = other, FromYear = 2026, Blocks = "Басқару" })).Error);
        var later = (await app.SendAs(officer, new BeginRatingCommand(Guid.CreateVersion7(), other, 2026))).Value;
        Assert.IsType<RatingsOfTwoRubrics>((await app.SendAs(officer, new GetRatingQuery(later, null, after))).Error);
        Assert.IsType<YearBeforeRubric>((await app.SendAs(officer, new BeginRatingCommand(Guid.CreateVersion7(), other, 2025))).Error);
    }

    [Fact]
    public async Task A_rating_is_closed_to_others_and_a_band_that_is_none_is_refused()
    {
        var rating = await RatingAsync(2025);
        Assert.Equal(rating, (await app.SendAs(officer, new BeginRatingCommand(Guid.CreateVersion7(), rubric, 2025))).Value);
        var elsewhere = await app.Data.PersonAsync(Role.EducationOfficer, w => w.OtherSchool);
        Assert.IsType<NotFound>((await app.SendAs(elsewhere, new GetRatingQuery(rating, null, null))).Error);
        Assert.IsType<NotFound>((await app.SendAs(elsewhere, new WriteRatingCommand(rating, "№ 1", null, ["1", "1"], null))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(await app.Data.PersonAsync(Role.Teacher), new GetRatingsQuery())).Error);
        Assert.IsType<BandWrong>((await app.SendAs(officer, Rubric() with { RubricId = Guid.CreateVersion7(), Bands = "үлкен" })).Error);
    }

    private MakeRubricOfRatingCommand Rubric() => new(rubric, places.School.Id, "Рейтинг", "Мектептер", 2024, "Басқару\nӘдістемелік жұмыс: семинарлар; байқаулар", "600-\n300-600\n-299");

    private async Task<Guid> RatingAsync(int year)
    {
        Assert.Null((await app.SendAs(officer, Rubric())).Error);
        return (await app.SendAs(officer, new BeginRatingCommand(Guid.CreateVersion7(), rubric, year))).Value;
    }
}
