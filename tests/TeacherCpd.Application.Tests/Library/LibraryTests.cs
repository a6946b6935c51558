using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Library;
using TeacherCpd.Application.Library.Materials;
using TeacherCpd.Application.Library.Sections;
using TeacherCpd.Application.Library.Use;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Library;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Library;

/// <summary>Proposals, the council, what is found, what stays active, what is counted.</summary>
public sealed class LibraryTests : IAsyncLifetime
{
    private TestApp app = null!;
    private Person teacher = null!;
    private Person first = null!;
    private Person second = null!;
    private Person keeper = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        teacher = await app.Data.PersonAsync(Role.Teacher);
        first = await app.Data.PersonAsync(Role.Assessor);
        second = await app.Data.PersonAsync(Role.Moderator);
        keeper = await app.Data.PersonAsync(Role.ProgrammeDeveloper);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_material_is_written_proposed_decided_by_two_and_found_by_a_visitor()
    {
        var section = await app.Data.LibrarySectionAsync();
        var id = Guid.CreateVersion7();
        Assert.Null((await app.SendAs(teacher, new WriteLibraryMaterialCommand(id, section.Id, TestData.LibraryWriting()))).Error);
        Assert.Null((await app.SendAs(teacher, new WriteLibraryMaterialCommand(id, section.Id, TestData.LibraryWriting()))).Error);
        Assert.Equal(1, await app.LookAsync(db => db.LibraryMaterials.CountAsync()));
        Assert.IsType<NotFound>((await app.SendAs(first, new GetLibraryMaterialQuery(id))).Error);
        Assert.IsType<MaterialNotProposed>((await app.SendAs(first, new ReviewLibraryMaterialCommand(id, 1, true, "Жарайды."))).Error);
        Assert.Null((await app.SendAs(teacher, new ProposeLibraryMaterialCommand(id))).Error);
        Assert.Equal(id, Assert.Single((await app.SendAs(first, new GetProposalsQuery())).Value.ForMe).Id);
        Assert.IsType<ReviewWithoutReason>((await app.SendAs(first, new ReviewLibraryMaterialCommand(id, 1, true, " "))).Error);
        Assert.Null((await app.SendAs(first, new ReviewLibraryMaterialCommand(id, 1, true, "Жарайды."))).Error);
        Assert.Empty(await FoundAsync("бөлшек"));
        Assert.Null((await app.SendAs(second, new ReviewLibraryMaterialCommand(id, 1, true, "Жарайды."))).Error);

        Assert.Equal(id, Assert.Single(await FoundAsync("бөлшек")).Id);
        var seen = (await app.SendAs(null, new GetLibraryMaterialQuery(id))).Value;
        Assert.Empty(Assert.Single(seen.Versions).Reviews);
        Assert.False(seen.MayWithdraw || seen.MayReview || seen.MayEdit || seen.MayRevise);
        Assert.Equal(2, (await app.SendAs(teacher, new GetLibraryMaterialQuery(id))).Value.Versions[0].Reviews.Count);
    }

    [Theory]
    [InlineData("сравнение дробей")]
    [InlineData("ДРОБИ")]
    [InlineData("дробями")]
    [InlineData("бөлшектер")]
    [InlineData("болшектерди салыстыру")]
    [InlineData("салыстырy")]
    [InlineData("салыстыру для")]
    [InlineData("әбенова")]
    [InlineData("абенова 14")]
    [InlineData("урока группах")]
    public async Task Words_are_found_in_their_forms_and_spellings(string words)
    {
        var id = await PublishedAsync(await app.Data.LibrarySectionAsync(), TestData.LibraryWriting());
        Assert.Equal(id, Assert.Single(await FoundAsync(words)).Id);
    }

    [Fact]
    public async Task English_forms_are_found_and_all_words_have_to_stand()
    {
        await PublishedAsync(await app.Data.LibrarySectionAsync(), TestData.LibraryWriting("", "", "Writing descriptors for lessons"));
        Assert.Single(await FoundAsync("descriptor lesson"));
        Assert.Single(await FoundAsync("the DESCRIPTORS"));
        Assert.Empty(await FoundAsync("descriptor grammar"));
    }

    [Fact]
    public async Task What_has_the_words_in_its_title_comes_first()
    {
        var section = await app.Data.LibrarySectionAsync();
        var both = await PublishedAsync(section, TestData.LibraryWriting("Топпен сабақ жоспары"));
        var one = await PublishedAsync(section, TestData.LibraryWriting("Жоспар"));
        var none = await PublishedAsync(section, TestData.LibraryWriting("Бөлшек"));
        Assert.Equal([both, one, none], (await FoundAsync("сабақ жоспары")).Select(r => r.Id));
    }

    [Fact]
    public async Task Each_filter_keeps_what_it_says()
    {
        var section = await app.Data.LibrarySectionAsync();
        await PublishedAsync(section, TestData.LibraryWriting());
        LibraryFilter[] found =
        [
            new(), new(Type: LibraryType.LessonPlan), new(Language: Language.Ru), new(Subject: "матем"), new(Grade: 5), new(Grade: 6), new(Year: 2025), new(SectionId: section.Id),
        ];
        LibraryFilter[] notFound =
        [
            new(Type: LibraryType.Video), new(Language: Language.En), new(Subject: "физика"), new(Grade: 4), new(Grade: 7), new(Year: 2024), new(SectionId: Guid.CreateVersion7()),
        ];
        foreach (var filter in found)
        {
            Assert.Equal(1, (await app.SendAs(null, new SearchLibraryQuery(filter, 1))).Value.Materials.Total);
        }

        foreach (var filter in notFound)
        {
            Assert.Equal(0, (await app.SendAs(null, new SearchLibraryQuery(filter, 1))).Value.Materials.Total);
        }
    }

    [Fact]
    public async Task A_section_is_read_proposed_to_and_decided_on_by_the_roles_it_names()
    {
        var section = await app.Data.LibrarySectionAsync(
            LibrarySectionKind.Materials, (LibraryRight.Read, [Role.Trainer]), (LibraryRight.Propose, [Role.Teacher]), (LibraryRight.Publish, [Role.Assessor, Role.Moderator]));
        var id = await PublishedAsync(section, TestData.LibraryWriting());
        var trainer = await app.Data.PersonAsync(Role.Trainer);
        Assert.Single((await app.SendAs(trainer, new SearchLibraryQuery(new LibraryFilter(), 1))).Value.Materials.Items);
        Assert.Single((await app.SendAs(keeper, new SearchLibraryQuery(new LibraryFilter(), 1))).Value.Materials.Items);
        Assert.Empty(await FoundAsync(""));
        Assert.IsType<NotFound>((await app.SendAs(null, new GetLibraryMaterialQuery(id))).Error);
        Assert.IsType<NotFound>((await app.SendAs(null, new GetLibraryFileQuery(id, 1))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(trainer, new WriteLibraryMaterialCommand(Guid.CreateVersion7(), section.Id, TestData.LibraryWriting()))).Error);

        var next = Guid.CreateVersion7();
        await app.SendAs(teacher, new WriteLibraryMaterialCommand(next, section.Id, TestData.LibraryWriting()));
        await app.SendAs(teacher, new ProposeLibraryMaterialCommand(next));
        Assert.IsType<Forbidden>((await app.SendAs(keeper, new ReviewLibraryMaterialCommand(next, 1, true, "Жарайды."))).Error);
    }

    [Fact]
    public async Task A_new_version_takes_the_place_of_the_old_and_its_words()
    {
        var id = await PublishedAsync(await app.Data.LibrarySectionAsync(), TestData.LibraryWriting());
        var section = await app.LookAsync(db => db.LibrarySections.Select(s => s.Id).SingleAsync());
        Assert.Null((await app.SendAs(teacher, new ReviseLibraryMaterialCommand(id))).Error);
        Assert.Null((await app.SendAs(teacher, new WriteLibraryMaterialCommand(id, section, TestData.LibraryWriting("Пропорция", "Пропорция")))).Error);
        Assert.Single(await FoundAsync("бөлшек"));
        Assert.Empty(await FoundAsync("пропорция"));
        await DecideAsync(id, 2);
        Assert.Empty(await FoundAsync("бөлшек"));
        Assert.Single(await FoundAsync("пропорция топ"));
        Assert.Single((await app.SendAs(null, new GetLibraryMaterialQuery(id))).Value.Versions);
        Assert.Equal(2, (await app.SendAs(keeper, new GetLibraryMaterialQuery(id))).Value.Versions.Count);

        Assert.IsType<InvalidInput>((await app.SendAs(keeper, new WithdrawLibraryMaterialCommand(id, " "))).Error);
        Assert.Null((await app.SendAs(keeper, new WithdrawLibraryMaterialCommand(id, "Ескірді."))).Error);
        Assert.Empty(await FoundAsync("пропорция"));
        Assert.Equal(0, await app.LookAsync(db => db.LibraryTerms.CountAsync()));
        Assert.IsType<NotFound>((await app.SendAs(null, new GetLibraryMaterialQuery(id))).Error);
    }

    [Fact]
    public async Task What_is_not_confirmed_is_not_active_from_the_first_of_September_and_not_lost()
    {
        var section = await app.Data.LibrarySectionAsync();
        var confirmed = await PublishedAsync(section, TestData.LibraryWriting());
        var left = await PublishedAsync(section, TestData.LibraryWriting());
        Assert.Equal(2, (await app.SendAs(keeper, new GetYearConfirmationQuery(section.Id, 2026, null))).Value.Waiting);
        Assert.Equal(1, (await app.SendAs(keeper, new ConfirmActiveCommand(section.Id, 2026, [confirmed]))).Value);
        Assert.Equal(0, (await app.SendAs(keeper, new ConfirmActiveCommand(section.Id, 2026, [confirmed]))).Value);
        Assert.IsType<SchoolYearOutOfReach>((await app.SendAs(keeper, new ConfirmActiveCommand(section.Id, 2027, [confirmed]))).Error);
        Assert.Equal(2, (await FoundAsync("")).Count);

        app.Time.SetUtcNow(new DateTimeOffset(2026, 8, 31, 19, 0, 0, TimeSpan.Zero));
        Assert.Equal(confirmed, Assert.Single(await FoundAsync("")).Id);
        var all = (await app.SendAs(null, new SearchLibraryQuery(new LibraryFilter(WithInactive: true), 1))).Value.Materials.Items;
        Assert.Equal([(left, false), (confirmed, true)], all.Select(r => (r.Id, r.IsActive)).OrderBy(r => r.IsActive));
        var waiting = (await app.SendAs(keeper, new GetYearConfirmationQuery(section.Id, null, null))).Value;
        Assert.Equal((1, 1, left), (waiting.Confirmed, waiting.Waiting, Assert.Single(waiting.Rows).Id));
        Assert.Empty((await app.SendAs(keeper, new GetYearConfirmationQuery(section.Id, null, 2026))).Value.Rows);
        Assert.Equal(1, (await app.SendAs(keeper, new ConfirmActiveCommand(section.Id, 2026, [left, Guid.CreateVersion7()]))).Value);
        Assert.Equal(2, (await FoundAsync("")).Count);
    }

    [Fact]
    public async Task Who_proposed_is_told_of_a_return_until_the_next_version_is_begun()
    {
        var section = await app.Data.LibrarySectionAsync();
        var id = Guid.CreateVersion7();
        await app.SendAs(teacher, new WriteLibraryMaterialCommand(id, section.Id, TestData.LibraryWriting()));
        await app.SendAs(teacher, new ProposeLibraryMaterialCommand(id));
        Assert.Null((await app.SendAs(first, new ReviewLibraryMaterialCommand(id, 1, false, "Дескриптор жоқ."))).Error);
        Assert.Equal(1, (await app.SendAs(teacher, new SearchLibraryQuery(new LibraryFilter(), 1))).Value.Returned);
        Assert.Equal(0, (await app.SendAs(second, new SearchLibraryQuery(new LibraryFilter(), 1))).Value.Returned);
        Assert.Null((await app.SendAs(teacher, new ReviseLibraryMaterialCommand(id))).Error);
        Assert.Equal(0, (await app.SendAs(teacher, new SearchLibraryQuery(new LibraryFilter(), 1))).Value.Returned);
    }

    [Fact]
    public async Task The_bank_of_experience_wants_organisation_and_event_and_every_fault_stands_at_its_field()
    {
        var section = await app.Data.LibrarySectionAsync(LibrarySectionKind.Experience);
        var right = TestData.LibraryWriting();
        foreach (var (wrong, field) in new[]
        {
            (right with { Organisation = "" }, "Organisation"), (right with { Event = "" }, "Event"), (right with { Authors = "" }, "Authors"),
            (right with { Link = "" }, "File"), (right with { Link = "javascript:alert(1)" }, "Link"), (right with { IsKk = false, IsRu = false }, "Languages"),
            (right with { IsEn = true }, "TitleEn"), (right with { GradeTo = 4 }, "GradeTo"), (right with { GradeTo = 13 }, "GradeTo"), (right with { GradeFrom = -1 }, "GradeFrom"),
            (right with { Year = 2027 }, "Year"), (right with { Year = 1989 }, "Year"), (right with { Summary = new("", "", "") }, "SummaryKk"),
        })
        {
            var error = (await app.SendAs(teacher, new WriteLibraryMaterialCommand(Guid.CreateVersion7(), section.Id, wrong))).Error;
            Assert.Equal(field, Assert.Single(Assert.IsType<InvalidInput>(error).Faults).Field);
        }

        Assert.Null((await app.SendAs(teacher, new WriteLibraryMaterialCommand(Guid.CreateVersion7(), section.Id, right with { GradeFrom = 0, GradeTo = 12, Year = 2026 }))).Error);
    }

    [Fact]
    public async Task Use_is_counted_by_region_and_month_and_two_at_once_are_two()
    {
        var id = await PublishedAsync(await app.Data.LibrarySectionAsync(), TestData.LibraryWriting());
        var number = (await app.SendAs(null, new GetLibraryMaterialQuery(id))).Value.Number;
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => app.SendAs(teacher, new CountLibraryUseCommand(number, LibraryUse.View))));
        await app.SendAs(null, new CountLibraryUseCommand(number, LibraryUse.Download));
        await app.SendAs(null, new CountLibraryUseCommand(0, LibraryUse.Visit));
        app.Time.Advance(TimeSpan.FromDays(28));
        await app.SendAs(teacher, new CountLibraryUseCommand(number, LibraryUse.View));

        var use = (await app.SendAs(keeper, new GetLibraryUseQuery(2026))).Value;
        Assert.Equal(new UseCounts(1, 7, 1), use.Total);
        Assert.Equal((6, 1), (use.Months[1].Views, use.Months[2].Views));
        Assert.Equal([("Қостанай облысы", 7), (null, 0)], use.Regions.Select(r => (r.Name?.Kk, r.Total.Views)));
        Assert.Equal((id, 7, 1), (use.Most[0].Id, use.Most[0].Counts.Views, use.Most[0].Counts.Downloads));
        Assert.Equal(default, (await app.SendAs(keeper, new GetLibraryUseQuery(2025))).Value.Total);
        Assert.IsType<Forbidden>((await app.SendAs(teacher, new GetLibraryUseQuery(2026))).Error);
        Assert.Equal(0, await app.LookAsync(db => db.AuditProcesses.CountAsync(p => p.Name == nameof(CountLibraryUseCommand))));
    }

    [Fact]
    public async Task The_keeper_opens_sections_and_nobody_else_does()
    {
        var id = Guid.CreateVersion7();
        var writing = new LibrarySectionWriting(
            new("Бөлім", "Раздел", "Section"), new("", "", ""), new Dictionary<LibraryRight, IReadOnlyList<Role>> { [LibraryRight.Propose] = [Role.Trainer] });
        Assert.IsType<Forbidden>((await app.SendAs(teacher, new WriteLibrarySectionCommand(id, LibrarySectionKind.Materials, writing))).Error);
        Assert.IsType<InvalidInput>((await app.SendAs(keeper, new WriteLibrarySectionCommand(id, LibrarySectionKind.Materials, writing with { Name = new("Бөлім", "", "Section") }))).Error);
        Assert.Null((await app.SendAs(keeper, new WriteLibrarySectionCommand(id, LibrarySectionKind.Experience, writing))).Error);
        Assert.Null((await app.SendAs(keeper, new WriteLibrarySectionCommand(id, LibrarySectionKind.Materials, writing with { Roles = new Dictionary<LibraryRight, IReadOnlyList<Role>>() }))).Error);
        var section = Assert.Single((await app.SendAs(keeper, new GetLibrarySectionsQuery())).Value);
        Assert.Equal(LibrarySectionKind.Experience, section.Kind);
        Assert.All(section.Roles.Values, Assert.Empty);
    }

    [Fact]
    public void A_word_has_the_stems_of_both_languages_and_words_that_say_nothing_have_none()
    {
        Assert.Empty(LibraryWords.LookedFor("және для the и"));
        Assert.Equal(["5"], LibraryWords.TermsOf("5"));
        Assert.Equal(LibraryWords.TermsOf("МАТЕМАТИКА"), LibraryWords.TermsOf("мaтемaтикa"));
        Assert.Equal(LibraryWords.TermsOf("ёлка"), LibraryWords.TermsOf("елка"));
        Assert.Equal(8, LibraryWords.LookedFor("бір екі үшеу төрт бесеу алты жеті сегіз тоғыз онда").Count);
    }

    private async Task<IReadOnlyList<LibraryRow>> FoundAsync(string words) =>
        (await app.SendAs(null, new SearchLibraryQuery(new LibraryFilter(words), 1))).Value.Materials.Items;

    private async Task<Guid> PublishedAsync(LibrarySection section, LibraryWriting writing)
    {
        var id = Guid.CreateVersion7();
        Assert.Null((await app.SendAs(teacher, new WriteLibraryMaterialCommand(id, section.Id, writing))).Error);
        await DecideAsync(id, 1);
        return id;
    }

    private async Task DecideAsync(Guid id, int version)
    {
        Assert.Null((await app.SendAs(teacher, new ProposeLibraryMaterialCommand(id))).Error);
        foreach (var reviewer in new[] { first, second })
        {
            Assert.Null((await app.SendAs(reviewer, new ReviewLibraryMaterialCommand(id, version, true, "Жарайды."))).Error);
        }
    }
}
