using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Reports;
using TeacherCpd.Application.Trainers;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Domain.Trainers;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Reports;

/// <summary>Tables 7, 8, 18 and 20 of the 2022 report come out of the people they count.</summary>
public sealed class TrainerPoolTests : IAsyncLifetime
{
    // table 7 (L2645 to L2692): programme, staff, Intellectual Schools, general schools; the 41 printed a row lower stands where it adds up
    private static readonly (string Title, int Staff, int Nis, int General)[] Of2022 =
    [
        ("Мектептегі сабақ", 105, 62, 380),
        ("Балаларды ерте дамыту бағдарлары", 18, 0, 62),
        ("Мектеп командасы", 19, 0, 0),
        ("Талдамалық құзыреттіліктер", 31, 0, 0),
        ("Арнайы сыныптар педагогі", 19, 0, 41),
        ("Мектепке дейінгі ұйымдағы менеджмент", 17, 0, 0),
    ];

    // table 20 (L4023 to L4049)
    private static readonly (CoachDirection Direction, int Count)[] Coaches =
    [
        (CoachDirection.Methods, 17_517),
        (CoachDirection.OwnPractice, 8_526),
        (CoachDirection.AssessmentTasks, 34_283),
        (CoachDirection.Analytical, 1_711),
    ];

    private TestApp app = null!;
    private World world = null!;
    private Person officer = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        world = await app.Data.WorldAsync();
        officer = await app.Data.PersonAsync(Role.EducationOfficer);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Trained_by_programme_and_source_and_in_three_years()
    {
        // the same 105 of the staff are trained for several programmes: pairs are counted, as the report does
        var staff = await PeopleAsync(105, TrainerSource.CentreStaff);
        var nis = await PeopleAsync(62, TrainerSource.IntelligentSchools);
        var general = await PeopleAsync(380, TrainerSource.GeneralSchools);
        foreach (var (title, ofStaff, ofNis, ofGeneral) in Of2022)
        {
            Train(await ProgrammeAsync(title), 2022, staff.Take(ofStaff), nis.Take(ofNis), general.Take(ofGeneral));
        }

        // table 8 (L2697 to L2705): 303 and 567 of whom 249 and 362 were attracted
        Train(await ProgrammeAsync("2020"), 2020, staff.Take(54), nis.Take(49), general.Take(200));
        Train(await ProgrammeAsync("2021 а"), 2021, staff, nis, general.Take(300));
        Train(await ProgrammeAsync("2021 ә"), 2021, staff.Take(100), [], []);
        Train(await ProgrammeAsync("2019"), 2019, staff, [], []);
        await app.Data.SaveAsync(staff.Concat(nis).Concat(general));

        var report = (await app.SendAs(officer, new GetTrainerPoolQuery(2022))).Value;

        Assert.Equal([547, 80, 60, 31, 19, 17], report.Programmes.Select(p => p.Counts.Total));
        Assert.Equal([(105, 62, 380), (18, 0, 62), (19, 0, 41), (31, 0, 0), (19, 0, 0), (17, 0, 0)],
            report.Programmes.Select(p => (p.Counts.Staff, p.Counts.IntelligentSchools, p.Counts.GeneralSchools)));
        Assert.Equal((754, 209, 62, 483), (report.Sum.Total, report.Sum.Staff, report.Sum.IntelligentSchools, report.Sum.GeneralSchools));

        // printed in whole per cent: 28, 8 and 64
        Assert.Equal((277, 82, 641), (report.Sum.PerMille(209), report.Sum.PerMille(62), report.Sum.PerMille(483)));
        Assert.Equal([(2020, 303, 249, 822), (2021, 567, 362, 638), (2022, 754, 545, 723)],
            report.Years.Select(y => (y.Year, y.Counts.Total, y.Counts.Attracted, y.Counts.PerMille(y.Counts.Attracted))));
        Assert.Equal(1_624, report.Years.Sum(y => y.Counts.Total));

        // of another branch nothing is seen
        Assert.Equal(0, (await app.SendAs(await app.Data.PersonAsync(Role.Coordinator, w => w.OtherBranch), new GetTrainerPoolQuery(2022))).Value.Sum.Total);
        Assert.Equal(754, (await app.SendAs(await app.Data.PersonAsync(Role.Coordinator), new GetTrainerPoolQuery(2022))).Value.Sum.Total);
    }

    [Fact]
    public async Task Of_440_assessed_310_are_certified()
    {
        // table 18 (L2714 to L2726, L3168 to L3172), each with a report and the decision of the council
        var programme = await ProgrammeAsync("Қысқа мерзімді");
        var rubric = await app.Data.RubricAsync();
        var campaign = new RecertificationCampaign
        {
            Year = 2022,
            Basis = "№ 1",
            DueUntil = new DateOnly(2022, 12, 31),
            ReportsUntil = new DateOnly(2022, 10, 1),
            ValidFrom = new DateOnly(2022, 12, 1),
            ValidUntil = new DateOnly(2023, 12, 31),
            RubricId = rubric.Id,
            OpenedAt = Moment(2022, 9),
        };
        var trainers = await PeopleAsync(443, TrainerSource.GeneralSchools);
        var rows = new List<Recertification>();
        for (var i = 0; i < trainers.Count; i++)
        {
            Train(programme, 2021, [trainers[i]], [], []);
            var authorisation = trainers[i].For(programme)!;
            Assert.Null(authorisation.Certify(new DateOnly(2021, 1, 1), new DateOnly(2022, 12, 1), Ground(2021)));
            var row = Recertification.Begin(campaign, authorisation, RecertificationNumbers.Of(2022, i + 1), Moment(2022, 9));
            Assert.Null(authorisation.FallDue(Ground(2022)));

            // the last three handed in nothing: carried over, and no part of those assessed
            if (i < 440)
            {
                Assert.Null(row.HandIn(Report(row.Id), campaign.ReportsUntil, new DateOnly(2022, 9, 20)));
                Assert.Null(row.Assess(Moment(2022, 10)));
            }

            var outcome = i < 310 ? RecertificationStatus.Certified : RecertificationStatus.NotRecommended;
            Assert.Null(row.Decide(outcome, new CouncilDecision("5", new DateOnly(2022, 11, 1), "…", officer.Id, Moment(2022, 11))));
            rows.Add(row);
        }

        await app.Data.SaveAsync([campaign, .. trainers]);
        await app.Data.SaveAsync(rows);

        var given = (await app.SendAs(officer, new GetTrainerPoolQuery(2022))).Value.Recertified;

        // printed as 70 and as 70.5 per cent
        Assert.Equal((440, 310, 130, 3, 0, 705), (given.Assessed, given.Certified, given.CarriedOver, given.WithoutReport, given.Undecided, given.PerMille));
    }

    [Fact]
    public async Task The_coaches_by_direction()
    {
        await AddCoachesAsync();

        var report = (await app.SendAs(officer, new GetTrainerPoolQuery(2022))).Value;

        Assert.Equal(Coaches, report.Coaches.Select(c => (c.Kind, c.Count)));
        Assert.Equal(62_037, report.Coaches.Sum(c => c.Count));
        Assert.Equal(62_037, (await app.SendAs(officer, new GetCoachesQuery(null, null, 1))).Value.Coaches.Total);

        // prepared at the end of 2021, none before
        Assert.Empty((await app.SendAs(officer, new GetTrainerPoolQuery(2020))).Value.Coaches);
    }

    private static ReflectiveReport Report(Guid recertification) => new()
    {
        RecertificationId = recertification,
        FileName = "esep.docx",
        ContentType = "text/plain",
        Bytes = 10,
        Sha256 = new string('a', 64),
        ReceivedAt = Moment(2022, 9),
    };

    private static DateTime Moment(int year, int month) => new(year, month, 15, 6, 0, 0, DateTimeKind.Utc);

    private static StepGround Ground(int year) => new(new DateOnly(year, 5, 10), "№ 1", null, Moment(year, 5));

    private static void Train(Guid programme, int year, params IEnumerable<Trainer>[] trainers)
    {
        foreach (var trainer in trainers.SelectMany(t => t))
        {
            Assert.Null(trainer.Train(programme, Ground(year)));
        }
    }

    private async Task<Guid> ProgrammeAsync(string title)
    {
        var version = await app.Data.ProgrammeAsync();
        await app.Data.ChangeAsync(async db => (await db.Programmes.SingleAsync(p => p.Id == version.ProgrammeId)).AlsoKnownAs([title]));
        return version.ProgrammeId;
    }

    private async Task<List<Trainer>> PeopleAsync(int count, TrainerSource source)
    {
        var people = await app.Data.TeachersAsync(count);
        return [.. people.Select(p => Trainer.Register(Guid.CreateVersion7(), p.Id, source, world.Branch.Id, TeachingLanguages.Kk, Moment(2019, 1)))];
    }

    // written past the records: 62,037 of them; the same people may have several directions
    private async Task AddCoachesAsync()
    {
        var ids = new List<Guid>();
        var rows = new StringBuilder();
        for (var i = 0; i < Coaches.Max(c => c.Count); i++)
        {
            ids.Add(Guid.CreateVersion7());
            Row($"('{Id(ids[i])}', '{i:000000000000}', 'Көпшілік', 'Ару', '{Domain.Common.SortKey.Of("Көпшілік Ару")}', 'Kk', 1)");
            await FlushAsync("\"Persons\" (\"Id\", \"Iin\", \"FamilyName\", \"GivenName\", \"SortKey\", \"Language\", \"Revision\")", i % 2000 == 1999);
        }

        await FlushAsync("\"Persons\" (\"Id\", \"Iin\", \"FamilyName\", \"GivenName\", \"SortKey\", \"Language\", \"Revision\")", true);
        const string Columns = "\"SchoolCoaches\" (\"Id\", \"PersonId\", \"SchoolId\", \"Direction\", \"TrainedOn\")";
        foreach (var (direction, count) in Coaches)
        {
            for (var i = 0; i < count; i++)
            {
                Row($"('{Id(Guid.CreateVersion7())}', '{Id(ids[i])}', '{Id(world.School.Id)}', '{direction}', '2021-12-01')");
                await FlushAsync(Columns, i % 2000 == 1999);
            }

            await FlushAsync(Columns, true);
        }

        void Row(FormattableString row) => rows.Append(rows.Length == 0 ? "" : ",\n").Append(row.ToString(CultureInfo.InvariantCulture));

        async Task FlushAsync(string into, bool now)
        {
            if (now && rows.Length > 0)
            {
                var statement = $"INSERT INTO {into} VALUES {rows}";
                await app.LookAsync(db => db.Database.ExecuteSqlRawAsync(statement));
                rows.Clear();
            }
        }

        // SQLite keeps ids as text in capitals; the servers read either
        static string Id(Guid id) => id.ToString().ToUpperInvariant();
    }
}
