using System.Text;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Infrastructure.Settings;
using TeacherCpd.Testing;
using SortKey = TeacherCpd.Domain.Common.SortKey;

namespace TeacherCpd.Providers.Tests;

/// <summary>What goes in comes out alike: order, comparison, moments, days and texts.</summary>
public sealed class ValueTests
{
    [Theory]
    [ClassData(typeof(Databases))]
    public async Task Names_stand_in_the_order_of_the_Kazakh_alphabet(DatabaseProvider provider)
    {
        string[] names = ["Абаев", "Әбенов", "Баев", "Гаев", "Ғалиев", "Каев", "Қанаев", "Наев", "Ңаев", "Оспан", "Өмір", "Уали", "Ұлан", "Үсен", "Хан", "Һаев", "Ыдырыс", "Ілияс", "Яков"];
        await using var app = await Start.OnAsync(provider);
        await app.Data.SaveAsync(names.Reverse().Select((name, i) => new Person
        {
            Iin = TestData.NewIin(i + 1),
            FamilyName = name,
            GivenName = "А",
            SortKey = SortKey.Of(name),
        }));

        Assert.Equal(names, await app.LookAsync(db => db.Persons.OrderBy(p => p.SortKey).Select(p => p.FamilyName).ToListAsync()));
    }

    // _ and % stand for other letters in LIKE, [ does on SQL Server, and ASCII letters of either case are alike to SQLite
    [Theory]
    [ClassData(typeof(Databases))]
    public async Task A_scope_reaches_over_its_own_subtree_only(DatabaseProvider provider)
    {
        string[] codes = ["A_C", "ABC", "A%C", "A[B]C", "abc", "Ә_Қ", "әлқ", "A\\C"];
        await using var app = await Start.OnAsync(provider);
        var root = Organisation.Root("kz", TestData.Text("Министрлік"));
        var regions = codes.Where((c, i) => i == Array.FindIndex(codes, d => IsSameKey(provider, c, d)))
            .Select(code => root.Under(OrganisationKind.Region, code, TestData.Text(code)))
            .ToList();
        await app.Data.SaveAsync([root, .. regions, .. regions.Select(r => r.Under(OrganisationKind.School, "S", TestData.Text("Мектеп")))]);

        foreach (var region in regions)
        {
            var found = await app.LookAsync(db => db.Organisations.Within([region.Path]).Select(o => o.Path).ToListAsync());
            Assert.Equal([region.Path, $"{region.Path}S/"], found.Order(StringComparer.Ordinal));
        }

        Assert.Equal(1 + (2 * regions.Count), await app.LookAsync(db => db.Organisations.Within([root.Path]).CountAsync()));
        Assert.Empty(await app.LookAsync(db => db.Organisations.Within([]).ToListAsync()));
    }

    [Theory]
    [ClassData(typeof(Databases))]
    public async Task Moments_come_back_in_utc_to_the_millisecond_and_days_as_they_were(DatabaseProvider provider)
    {
        await using var app = await Start.OnAsync(provider);
        app.Time.SetUtcNow(new DateTimeOffset(2026, 12, 31, 23, 59, 59, 987, TimeSpan.Zero));
        var group = await app.Data.GroupAsync(status: GroupStatus.Closed);
        var first = await app.Data.CategoryAsync(await app.Data.PersonAsync(Role.Teacher), grantedOn: new DateOnly(2024, 2, 29));

        var closed = (await app.LookAsync(db => db.Groups.Where(g => g.Id == group.Id).Select(g => g.ClosedAt).SingleAsync()))!.Value;

        Assert.Equal((DateTimeKind.Utc, new DateTime(2026, 12, 31, 23, 59, 59, 987, DateTimeKind.Utc)), (closed.Kind, closed));
        Assert.Equal(1, await app.LookAsync(db => db.Groups.CountAsync(g => g.ClosedAt == closed)));
        Assert.Equal(0, await app.LookAsync(db => db.Groups.CountAsync(g => g.ClosedAt > closed)));
        Assert.Equal(new DateOnly(2024, 2, 29), await app.LookAsync(db => db.CategoryRecords.Where(r => r.Id == first.Id).Select(r => r.GrantedOn).SingleAsync()));
        Assert.Equal(1, await app.LookAsync(db => db.CategoryRecords.CountAsync(r => r.GrantedOn <= new DateOnly(2024, 2, 29))));
    }

    [Theory]
    [ClassData(typeof(Databases))]
    public async Task A_moment_that_is_not_utc_is_refused_by_every_database(DatabaseProvider provider)
    {
        await using var app = await Start.OnAsync(provider);
        var enrolment = await app.Data.EnrolmentAsync(await app.Data.GroupAsync());

        await Assert.ThrowsAnyAsync<Exception>(() => app.Data.SaveAsync(
            Portfolio.Begin(enrolment.Id, new DateTime(2026, 2, 10, 9, 0, 0, DateTimeKind.Unspecified))));
    }

    [Theory]
    [ClassData(typeof(Databases))]
    public async Task Long_texts_and_every_letter_come_back_as_they_were(DatabaseProvider provider)
    {
        await using var app = await Start.OnAsync(provider);
        var work = await app.Data.WorkAsync(PortfolioStatus.Draft);
        var (teacher, enrolment) = (work.Teacher, work.Enrolment);
        var text = string.Concat(Enumerable.Repeat("Әңгіме «Ұлы дала» — ё, ǵ, 漢, 𝒳, 👩‍🏫, \u00AD, 'апостроф', \"тырнақша\", \\ % _ [\r\n\t", 20_000));

        var check = await app.Data.HandInAsync(teacher, enrolment, text);

        Assert.Equal(text, await app.LookAsync(db => db.PortfolioTexts.Where(t => t.MaterialId == check.MaterialId).Select(t => t.Text).SingleAsync()));
    }

    [Theory]
    [ClassData(typeof(Databases))]
    public async Task A_file_name_that_is_cut_keeps_its_letters_whole(DatabaseProvider provider)
    {
        await using var app = await Start.OnAsync(provider);
        var (teacher, enrolment) = await app.Data.ParticipantAsync();
        using var content = new MemoryStream(Encoding.UTF8.GetBytes("Сабақта оқушылар топпен жұмыс істеді."));

        var report = await app.SendAs(teacher, new ReceiveReportQuery(enrolment.Id, TestData.FirstReport, content, "1" + string.Concat(Enumerable.Repeat("👩", 101)) + ".txt"));
        var added = await app.SendAs(teacher, new AddMaterialCommand(Guid.CreateVersion7(), enrolment.Id, MaterialKind.Report, 1, report.Value));

        Assert.Equal(
            "1" + string.Concat(Enumerable.Repeat("👩", 97)) + ".txt",
            await app.LookAsync(db => db.PortfolioMaterials.Where(m => m.Id == added.Value).Select(m => m.FileName).SingleAsync()));
    }

    [Theory]
    [ClassData(typeof(Databases))]
    public async Task Nothing_and_an_empty_text_are_two_things(DatabaseProvider provider)
    {
        await using var app = await Start.OnAsync(provider);
        var (without, empty) = (NewPerson(1, null), NewPerson(2, ""));
        await app.Data.SaveAsync(without, empty);

        Assert.Equal([without.Id], await app.LookAsync(db => db.Persons.Where(p => p.Patronymic == null).Select(p => p.Id).ToListAsync()));
        Assert.Equal([empty.Id], await app.LookAsync(db => db.Persons.Where(p => p.Patronymic == "").Select(p => p.Id).ToListAsync()));
        Assert.Null(await app.LookAsync(db => db.Persons.Where(p => p.Id == without.Id).Select(p => p.Patronymic).SingleAsync()));

        static Person NewPerson(int number, string? patronymic) => new()
        {
            Iin = TestData.NewIin(number),
            FamilyName = "Әлі",
            GivenName = "А",
            Patronymic = patronymic,
            SortKey = SortKey.Of("Әлі"),
        };
    }

    // keys that differ in case only are one key on SQL Server
    private static bool IsSameKey(DatabaseProvider provider, string one, string other) =>
        string.Equals(one, other, provider == DatabaseProvider.SqlServer ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
}
