using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Originality;
using TeacherCpd.Application.Reports;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Reports;

/// <summary>Table 17 of the 2022 report, report by report; and which figure counts.</summary>
public sealed class OriginalityFiguresTests : IAsyncLifetime
{
    // L3092 to L3126: programme, reports, flagged at the formative and at the summative stage
    private static readonly (string Code, int Reports, int Formative, int Summative)[] Table17 =
    [
        ("F1", 350, 54, 17),
        ("F2", 150, 22, 10),
        ("F3", 299, 47, 18),
        ("F4", 7105, 1241, 523),
        ("F5", 5183, 374, 78),
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
    public async Task Table_17_comes_out_of_its_reports()
    {
        await new ReportsOf2022(app, world).AddAsync(Table17);

        var figures = (await app.SendAs(officer, new GetOriginalityFiguresQuery(new ReportFilter(2022)))).Value;

        Assert.Equal(Table17, figures.Programmes.Select(p => (p.Code, p.Reports, p.Formative, p.Summative)));
        Assert.Equal((13_087, 1_738, 646), (figures.Programmes.Sum(p => p.Reports), figures.Programmes.Sum(p => p.Formative), figures.Programmes.Sum(p => p.Summative)));

        // shares of the table in tenths of a per cent
        Assert.Equal([154, 147, 157, 175, 72], figures.Programmes.Select(p => p.FormativePermille));
        Assert.Equal([49, 67, 60, 74, 15], figures.Programmes.Select(p => p.SummativePermille));
        Assert.Equal([685, 545, 617, 579, 791], figures.Programmes.Select(p => p.FallPermille!.Value));
    }

    [Fact]
    public async Task The_last_finished_round_after_review_counts_and_a_report_counts_once()
    {
        var trainer = await app.Data.PersonAsync(Role.Trainer);
        var group = await app.Data.GroupWithThresholdAsync(300, trainer: trainer);
        var source = (await app.Data.WorkAsync(PortfolioStatus.AwaitingFeedback)).Version.Materials.First();

        // over the threshold at first, not in the last round
        var first = await app.Data.WorkAsync(PortfolioStatus.AwaitingFeedback, trainer, group: group);
        await app.Data.CheckAsync(first, source, 1000, 4);
        await app.Data.CheckAsync(first, source, 1000, 2, CheckRound.WeekLater);

        // over it, until a person dismissed a passage
        var second = await app.Data.WorkAsync(PortfolioStatus.AwaitingFeedback, trainer, group: group);
        var reviewed = await app.Data.CheckAsync(second, source, 1000, 3);
        Assert.Equal((2, 1), await FormativeAsync());
        await app.SendAs(trainer, new ReviewPassageCommand(reviewed.Id, reviewed.Passages.First().Id, PassageJudgement.Dismissed, "Ортақ үлгі"));
        Assert.Equal((2, 0), await FormativeAsync());

        // another round has not finished: the one before it counts
        await app.Data.CheckAsync(second, source, 1000, 5, CheckRound.Deadline);
        await app.Data.ChangeAsync(async db =>
        {
            db.OriginalityChecks.Add(new OriginalityCheck
            {
                VersionId = second.Version.Id,
                MaterialId = second.Version.Materials.First().Id,
                Round = CheckRound.WeekLater,
                Stage = AssessmentStage.Formative,
                QueuedAt = new DateTime(2026, 2, 10, 4, 0, 0, DateTimeKind.Utc),
            });
            await Task.CompletedTask;
        });
        Assert.Equal((2, 1), await FormativeAsync());
    }

    [Fact]
    public async Task A_plan_without_a_threshold_is_said_and_others_see_only_the_own_schools()
    {
        var group = await app.Data.GroupWithThresholdAsync(null);
        var source = (await app.Data.WorkAsync(PortfolioStatus.AwaitingFeedback)).Version.Materials.First();
        await app.Data.CheckAsync(await app.Data.WorkAsync(PortfolioStatus.AwaitingFeedback, group: group), source, 1000, 9);

        var programme = Assert.Single((await app.SendAs(officer, new GetOriginalityFiguresQuery(new ReportFilter(2026)))).Value.Programmes);
        Assert.Equal((1, 1, 0, false), (programme.Reports, programme.WithoutThreshold, programme.Formative, programme.HasThreshold));
        Assert.Empty((await app.SendAs(await app.Data.PersonAsync(Role.EducationOfficer, w => w.OtherRegion), new GetOriginalityFiguresQuery(new ReportFilter(2026)))).Value.Programmes);
        Assert.Empty((await app.SendAs(officer, new GetOriginalityFiguresQuery(new ReportFilter(2025)))).Value.Programmes);
        Assert.IsType<Forbidden>((await app.SendAs(await app.Data.PersonAsync(Role.Teacher), new GetOriginalityFiguresQuery(new ReportFilter(2026)))).Error);
    }

    private async Task<(int Reports, int Formative)> FormativeAsync()
    {
        var programme = Assert.Single((await app.SendAs(officer, new GetOriginalityFiguresQuery(new ReportFilter(2026)))).Value.Programmes);
        return (programme.Reports, programme.Formative);
    }

    /// <summary>Writes the reports with statements of many rows: each person has one, checked at both stages.</summary>
    private sealed class ReportsOf2022(TestApp app, World world)
    {
        private const int Threshold = 300;
        private const int RowsAStatement = 300;
        private static readonly (string Table, string Columns)[] Tables =
        [
            ("Persons", "Id,Iin,FamilyName,GivenName,SortKey,Language,Revision"),
            ("Enrolments", "Id,GroupId,PersonId,ListenerCode,AppliedAt,Origin,SchoolId,Status,AwaitedStep,Revision"),
            ("Portfolios", "Id,EnrolmentId,Status,StatusSince,Revision"),
            ("PortfolioMaterials", "Id,PortfolioId,Kind,Part,Number,FileName,ContentType,Bytes,Sha256,BegunAt,ReceivedAt"),
            ("PortfolioVersions", "Id,PortfolioId,Number,Stage,HandedInAt"),
            ("OriginalityChecks", "Id,VersionId,MaterialId,Round,Stage,QueuedAt,FinishedAt,Status,Attempts,SimilarityPermille,ReviewedPermille,Sc1Permille,Sc2Permille,Words,ExcludedWords,Crossing,Revision"),
        ];

        private readonly StringBuilder[] rows = [.. Tables.Select(_ => new StringBuilder())];
        private int number;

        public async Task AddAsync(IEnumerable<(string Code, int Reports, int Formative, int Summative)> programmes)
        {
            var trainer = await app.Data.PersonAsync(Role.Trainer);
            foreach (var (code, reports, formative, summative) in programmes)
            {
                var version = await app.Data.ProgrammeAsync(code: code);
                var group = new StudyGroup
                {
                    Code = $"T17-{code}",
                    ProgrammeVersionId = version.Id,
                    BranchId = world.Branch.Id,
                    Language = Language.Kk,
                    StartsOn = new DateOnly(2022, 3, 1),
                    EndsOn = new DateOnly(2022, 5, 1),
                    TrainerId = trainer.Id,
                    Capacity = 200,
                };
                await app.Data.SaveAsync(group);
                await app.LookAsync(db => db.AssessmentPlans.Where(p => p.ProgrammeVersionId == version.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.ThresholdPermille, Threshold)));
                for (var i = 0; i < reports; i++, number++)
                {
                    // those flagged at the end are some of those flagged at first and some others
                    AddReport(group, i < formative ? Threshold : Threshold - 1, i % 2 == 0 && i / 2 < summative ? 1000 : 0);
                    if (number % RowsAStatement == RowsAStatement - 1)
                    {
                        await FlushAsync();
                    }
                }
            }

            await FlushAsync();
        }

        private void AddReport(StudyGroup group, int formative, int summative)
        {
            var (person, enrolment, portfolio, material) = (Id(), Id(), Id(), Id());
            var group7 = group.Id.ToString().ToUpperInvariant();
            Row(0, $"'{person}','850101{(number % 2) + 3}{number:00000}','Т','Т','10','Kk',0");
            Row(1, $"'{enrolment}','{group7}','{person}','Z{number:000000}','2022-02-01 00:00:00','List','{world.School.Id.ToString().ToUpperInvariant()}','Recommended','None',1");
            Row(2, $"'{portfolio}','{enrolment}','Recommended','2022-05-01 00:00:00',0");
            Row(3, $"'{material}','{portfolio}','Report',1,1,'есеп.txt','text/plain',1,'{new string('b', 64)}','2022-04-01 00:00:00','2022-04-01 00:00:00'");
            foreach (var (stage, version, permille) in new[] { ("Formative", 1, formative), ("Summative", 2, summative) })
            {
                var id = Id();
                Row(4, $"'{id}','{portfolio}',{version},'{stage}','2022-04-01 00:00:00'");
                Row(5, $"'{Id()}','{id}','{material}','HandedIn','{stage}','2022-04-01 00:00:00','2022-04-01 00:02:00','Done',1,{permille},{permille},0,0,1000,0,'None',0");
            }
        }

        private void Row(int table, FormattableString values) =>
            rows[table].Append(rows[table].Length == 0 ? "(" : ",\n(").Append(values.ToString(CultureInfo.InvariantCulture)).Append(')');

        // SQLite keeps ids as text in capitals; the servers read either
        private static string Id() => Guid.CreateVersion7().ToString().ToUpperInvariant();

        private async Task FlushAsync()
        {
            for (var i = 0; i < Tables.Length; i++)
            {
                if (rows[i].Length > 0)
                {
                    var columns = string.Join(", ", Tables[i].Columns.Split(',').Select(c => $"\"{c}\""));
                    var statement = $"INSERT INTO \"{Tables[i].Table}\" ({columns}) VALUES {rows[i]}";
                    await app.LookAsync(db => db.Database.ExecuteSqlRawAsync(statement));
                    rows[i].Clear();
                }
            }
        }
    }
}
