using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Reports;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Reports;

/// <summary>Who was trained: the whole year 2022 of the report, person by person, and who may see it.</summary>
public sealed class TraineesTests : IAsyncLifetime
{
    // tables 9 and 10 of the 2022 report (L2731 to L2877): level, programme, trainees
    private static readonly (EducationLevel Level, string Title, int Trainees)[] Programmes =
    [
        (EducationLevel.Preschool, "Балаларды ерте дамыту бағдарлары", 5495),
        (EducationLevel.Preschool, "Мектепке дейінгі ұйымды басқарудағы тиімді менеджмент", 1281),
        (EducationLevel.Preschool, "Мектепке дейінгі ұйымдағы менеджмент практикасы", 719),
        (EducationLevel.Secondary, "Мектептегі сабақ", 26660),
        (EducationLevel.Secondary, "Мектепті басқарудағы инновациялық менеджмент", 996),
        (EducationLevel.Secondary, "Мектеп командалары", 369),
        (EducationLevel.Secondary, "Талдамалық құзыреттілік", 1711),
        (EducationLevel.Secondary, "Мұғалім практикасындағы зерттеулер", 1000),
        (EducationLevel.Secondary, "Оқушыларды психологиялық қолдау", 1000),
        (EducationLevel.Secondary, "Әлеуметтік дағдыларды дамыту", 1500),
        (EducationLevel.Secondary, "Арнайы сыныптар", 600),
        (EducationLevel.Secondary, "Тиімді оқыту", 800),
        (EducationLevel.HigherAndVocational, "Оқу мен оқытудың әдістемелері", 460),
        (EducationLevel.HigherAndVocational, "Қолданбалы зерттеулер әдістемесі", 400),
    ];

    private TestApp app = null!;
    private World world = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        world = await app.Data.WorldAsync();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_year_2022_comes_out_of_its_people()
    {
        await new YearOf2022(app, world).AddAsync(Programmes);

        var report = (await app.SendAs(await app.Data.PersonAsync(Role.EducationOfficer), new GetTraineesQuery(new ReportFilter(2022)))).Value;

        // table 9; the report prints 17.3 and 79.9 per cent, which do not fit its own numbers
        Assert.Equal(42_991, report.Total);
        Assert.Equal([(EducationLevel.Preschool, 7495, 174), (EducationLevel.Secondary, 34_636, 806), (EducationLevel.HigherAndVocational, 860, 20)],
            report.Levels.Select(l => (l.Level, l.Count, l.PerMille)));

        // table 10, with the shares as printed but for two that are 53.5 and 46.5 when rounded
        Assert.Equal(Programmes.GroupBy(p => p.Level).Select(g => g.Select(p => p.Trainees).OrderDescending()), report.Levels.Select(l => l.Programmes.Select(p => p.Count)));
        Assert.Equal([733, 171, 96], report.Levels[0].Programmes.Select(p => p.PerMille));
        Assert.Equal([535, 465], report.Levels[2].Programmes.Select(p => p.PerMille));

        // table 11: 18,940 of the budget; 24,055 of own funds would make four more than there are people
        Assert.Equal([(FundingSource.RepublicanBudget, 18_940, 441), (FundingSource.OwnFunds, 24_051, 559)], report.Funding.Select(f => (f.Kind, f.Count, f.PerMille)));

        // table 12: 90.6 per cent are women, 25,197 of villages, 75.5 / 20.0 / 4.5 per cent by language
        Assert.Equal([(Sex.Male, 94), (Sex.Female, 906)], report.Sexes.OrderBy(s => s.Kind == Sex.Female).Select(s => (s.Kind, s.PerMille)));
        Assert.Equal((25_197, 586), report.Settlements.Where(s => s.Kind == Settlement.Rural).Select(s => (s.Count, s.PerMille)).Single());
        Assert.Equal([(Language.Kk, 755), (Language.Ru, 200), (Language.En, 45)], report.Languages.Select(l => (l.Kind, l.PerMille)));

        // table 13: people of the Intellectual Schools
        Assert.Equal(336, report.IntellectualSchools.Sum(p => p.Count));
        Assert.Equal([168, 147, 21], report.IntellectualSchools.Select(p => p.Count));
    }

    [Fact]
    public async Task Everybody_sees_the_trainees_of_the_own_schools_and_who_never_came_is_none()
    {
        var group = await app.Data.GroupAsync();
        await app.Data.EnrolmentAsync(group);
        await app.Data.EnrolmentAsync(group, status: EnrolmentStatus.NoShow);
        await app.Data.EnrolmentAsync(group, status: EnrolmentStatus.WaitingList);

        Assert.Equal(1, (await app.SendAs(await app.Data.PersonAsync(Role.EducationOfficer), new GetTraineesQuery(new ReportFilter(2026)))).Value.Total);
        Assert.Equal(1, (await app.SendAs(await app.Data.PersonAsync(Role.SchoolCoordinator), new GetTraineesQuery(new ReportFilter(2026)))).Value.Total);
        Assert.Equal(0, (await app.SendAs(await app.Data.PersonAsync(Role.EducationOfficer, w => w.OtherRegion), new GetTraineesQuery(new ReportFilter(2026)))).Value.Total);
        Assert.Equal(0, (await app.SendAs(await app.Data.PersonAsync(Role.EducationOfficer), new GetTraineesQuery(new ReportFilter(2025)))).Value.Total);
        Assert.IsType<Forbidden>((await app.SendAs(await app.Data.PersonAsync(Role.Teacher), new GetTraineesQuery(new ReportFilter(2026)))).Error);
    }

    /// <summary>Writes the people of the year with statements of many rows: forty thousand of them through the records would take minutes.</summary>
    private sealed class YearOf2022(TestApp app, World world)
    {
        private const int Budget = 18_940;
        private const int Rural = 25_197;
        private const int Men = 4_041;
        private const int Russian = 8_598;
        private const int English = 1_935;
        private const int RowsAStatement = 400;

        // as the report counts people of the Intellectual Schools: 168, 147 and 21 in three programmes
        private static readonly Dictionary<string, int> OfIntellectualSchools = new()
        {
            ["Тиімді оқыту"] = 168,
            ["Талдамалық құзыреттілік"] = 147,
            ["Мектепті басқарудағы инновациялық менеджмент"] = 21,
        };

        private readonly StringBuilder people = new();
        private readonly StringBuilder enrolments = new();
        private int person;
        private int rural;

        public async Task AddAsync(IEnumerable<(EducationLevel Level, string Title, int Trainees)> programmes)
        {
            var village = world.District.Under(OrganisationKind.School, "V1", TestData.Text("Ауыл мектебі")).Describe(Settlement.Rural, Ownership.State);
            var town = world.District.Under(OrganisationKind.School, "T1", TestData.Text("Қала мектебі")).Describe(Settlement.Urban, Ownership.State);
            var nis = world.District.Under(OrganisationKind.School, "N1", TestData.Text("Зияткерлік мектеп")).Describe(Settlement.Urban, Ownership.IntellectualSchools);
            await app.Data.SaveAsync(village, town, nis);
            var trainer = await app.Data.PersonAsync(Role.Trainer);
            foreach (var (level, title, trainees) in programmes)
            {
                var version = await app.Data.ProgrammeAsync(level: level);
                var groups = new Dictionary<(FundingSource, Language), StudyGroup>();
                for (var i = 0; i < trainees; i++, person++)
                {
                    // each table is a slice of the people, so that the sums are those of the report and the slices cross
                    var funding = person < Budget ? FundingSource.RepublicanBudget : FundingSource.OwnFunds;
                    var language = (person % 5) switch { 0 when person / 5 < Russian => Language.Ru, 1 when person / 5 < English => Language.En, _ => Language.Kk };
                    var school = i < OfIntellectualSchools.GetValueOrDefault(title) ? nis : rural < Rural ? village : town;
                    rural += school == village ? 1 : 0;
                    if (!groups.TryGetValue((funding, language), out var group))
                    {
                        group = await GroupAsync(version, trainer, funding, language);
                        groups.Add((funding, language), group);
                    }

                    await AddPersonAsync(group, school, isMan: person < Men);
                }
            }

            await FlushAsync();
        }

        private async Task<StudyGroup> GroupAsync(ProgrammeVersion version, Person trainer, FundingSource funding, Language language)
        {
            var group = new StudyGroup
            {
                Code = $"Y22-{Guid.CreateVersion7():N}",
                ProgrammeVersionId = version.Id,
                BranchId = world.Branch.Id,
                Language = language,
                Funding = funding,
                StartsOn = new DateOnly(2022, 3, 1),
                EndsOn = new DateOnly(2022, 4, 1),
                TrainerId = trainer.Id,
                Capacity = 200,
            };
            await app.Data.SaveAsync(group);
            return group;
        }

        private async Task AddPersonAsync(StudyGroup group, Organisation school, bool isMan)
        {
            var id = Guid.CreateVersion7();
            Row(people, $"('{Id(id)}', '850101{(isMan ? 3 : 4)}{person:00000}', 'Т', 'Т', '10', 'Kk', 0)");
            Row(enrolments, $"('{Id(Guid.CreateVersion7())}', '{Id(group.Id)}', '{Id(id)}', 'Y{person:000000}', '2022-02-01 00:00:00', 'List', '{Id(school.Id)}', 'Recommended', 'None', 1)");
            if (person % RowsAStatement == RowsAStatement - 1)
            {
                await FlushAsync();
            }
        }

        private static void Row(StringBuilder rows, FormattableString row) =>
            rows.Append(rows.Length == 0 ? "" : ",\n").Append(row.ToString(CultureInfo.InvariantCulture));

        // SQLite keeps ids as text in capitals; the servers read either
        private static string Id(Guid id) => id.ToString().ToUpperInvariant();

        private async Task FlushAsync()
        {
            if (people.Length == 0)
            {
                return;
            }

            var first = $"INSERT INTO \"Persons\" (\"Id\", \"Iin\", \"FamilyName\", \"GivenName\", \"SortKey\", \"Language\", \"Revision\") VALUES {people}";
            var second = "INSERT INTO \"Enrolments\" (\"Id\", \"GroupId\", \"PersonId\", \"ListenerCode\", \"AppliedAt\", \"Origin\", \"SchoolId\", \"Status\", \"AwaitedStep\", \"Revision\") "
                + $"VALUES {enrolments}";
            await app.LookAsync(async db => await db.Database.ExecuteSqlRawAsync(first) + await db.Database.ExecuteSqlRawAsync(second));
            people.Clear();
            enrolments.Clear();
        }
    }
}
