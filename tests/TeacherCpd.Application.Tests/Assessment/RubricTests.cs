using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Assessment;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Assessment;

public sealed class RubricTests : IAsyncLifetime
{
    private static readonly LocalizedText Words = new("Сөз", "Слово", "");

    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_developer_writes_publishes_and_goes_on_with_a_new_version()
    {
        var developer = await app.Data.PersonAsync(Role.ProgrammeDeveloper, w => w.Ministry);
        var id = Guid.CreateVersion7();
        Assert.Equal("R9", (await app.SendAs(developer, new WriteRubricCommand(id, null, "R9", Content("A", "B")))).Value);
        Assert.Equal("R9", (await app.SendAs(developer, new WriteRubricCommand(id, null, "R9", Content("A", "B")))).Value);
        Assert.IsType<RubricCodeTaken>((await app.SendAs(developer, new WriteRubricCommand(Guid.CreateVersion7(), null, "r9", Content("A")))).Error);

        var draft = (await app.SendAs(developer, new GetRubricQuery("R9", 1))).Value;
        Assert.Null((await app.SendAs(developer, new ReviseRubricCommand("R9", 1, draft.Revision, Content("B", "C") with { GoodPercent = 60 }))).Error);
        Assert.IsType<ChangedMeanwhile>((await app.SendAs(developer, new ReviseRubricCommand("R9", 1, draft.Revision, Content("X")))).Error);
        Assert.IsType<ChangedMeanwhile>((await app.SendAs(developer, new PublishRubricCommand("R9", 1, draft.Revision))).Error);
        Assert.IsType<RubricDraftThere>((await app.SendAs(developer, new DraftNewRubricCommand(Guid.CreateVersion7(), "R9"))).Error);
        var seen = (await app.SendAs(developer, new GetRubricQuery("R9", 1))).Value;
        Assert.Equal(["B", "C"], seen.Content.Criteria.Select(c => c.Code));
        Assert.Equal(60, seen.Rubric.Rule.GoodPercent);

        Assert.Null((await app.SendAs(developer, new PublishRubricCommand("R9", 1, seen.Revision))).Error);
        Assert.IsType<RubricPublished>((await app.SendAs(developer, new ReviseRubricCommand("R9", 1, seen.Revision + 1, Content("X")))).Error);
        var next = Guid.CreateVersion7();
        Assert.Equal(2, (await app.SendAs(developer, new DraftNewRubricCommand(next, "R9"))).Value);
        Assert.Equal(2, (await app.SendAs(developer, new DraftNewRubricCommand(next, "R9"))).Value);
        Assert.Equal([2, 1], (await app.SendAs(developer, new GetRubricQuery("R9", 1))).Value.Numbers);
    }

    [Fact]
    public async Task A_draft_is_seen_and_chosen_by_nobody_else()
    {
        var developer = await app.Data.PersonAsync(Role.ProgrammeDeveloper, w => w.Ministry);
        var assessor = await app.Data.PersonAsync(Role.Assessor);
        await app.SendAs(developer, new WriteRubricCommand(Guid.CreateVersion7(), null, "R9", Content("A")));

        Assert.IsType<NotFound>((await app.SendAs(assessor, new GetRubricQuery("R9", 1))).Error);
        Assert.DoesNotContain((await app.SendAs(assessor, new GetRubricsQuery())).Value.Rubrics, r => r.Code == "R9");
        Assert.Equal(ErrorKind.Forbidden, (await app.SendAs(assessor, new WriteRubricCommand(Guid.CreateVersion7(), null, "R8", Content("A")))).Error!.Kind);
        Assert.DoesNotContain(
            (await app.SendAs(developer, new Application.Programmes.GetProgrammeFormQuery())).Value.Rubrics,
            r => r.Name.Kk.Contains("R9", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_centre_writes_its_own_rubrics_and_reads_those_of_others()
    {
        var centre = (await app.Data.WorldAsync()).Centre;
        var developer = await app.Data.PersonAsync(Role.ProgrammeDeveloper);
        var elsewhere = await app.Data.PersonAsync(Role.ProgrammeDeveloper, w => w.Region);
        var country = await app.Data.PersonAsync(Role.ProgrammeDeveloper, w => w.Ministry);
        await app.SendAs(country, new WriteRubricCommand(Guid.CreateVersion7(), null, "ALL", Content("A")));

        Assert.Null((await app.SendAs(developer, new WriteRubricCommand(Guid.CreateVersion7(), centre.Id, "OWN", Content("A")))).Error);
        Assert.IsType<NotFound>((await app.SendAs(elsewhere, new WriteRubricCommand(Guid.CreateVersion7(), centre.Id, "OTH", Content("A")))).Error);
        Assert.IsType<NotFound>((await app.SendAs(developer, new WriteRubricCommand(Guid.CreateVersion7(), null, "CTY", Content("A")))).Error);
        Assert.IsType<NotFound>((await app.SendAs(developer, new ReviseRubricCommand("ALL", 1, 0, Content("X")))).Error);
        Assert.IsType<NotFound>((await app.SendAs(developer, new PublishRubricCommand("ALL", 1, 0))).Error);
        Assert.False((await app.SendAs(developer, new GetRubricQuery("ALL", 1))).Value.MayWrite);
        Assert.True((await app.SendAs(developer, new GetRubricQuery("OWN", 1))).Value.MayEdit);
    }

    [Theory]
    [InlineData(0, 0, "A", "Criteria")]
    [InlineData(13, 0, "A", "Criteria")]
    [InlineData(2, 100, "A", "UnsatisfactoryPercent")]
    [InlineData(2, -1, "A", "UnsatisfactoryPercent")]
    [InlineData(1, 0, "а б", "Criteria[0].Code")]
    [InlineData(1, 0, "", "Criteria[0].Code")]
    public async Task What_is_wrong_is_told_at_its_field(int criteria, int percent, string code, string field)
    {
        var developer = await app.Data.PersonAsync(Role.ProgrammeDeveloper, w => w.Ministry);
        var content = Content([.. Enumerable.Range(0, criteria).Select(i => i == 0 ? code : $"{code}{i}")]) with { UnsatisfactoryPercent = percent };

        var error = Assert.IsType<InvalidInput>((await app.SendAs(developer, new WriteRubricCommand(Guid.CreateVersion7(), null, "R9", content))).Error);

        Assert.Contains(error.Faults, f => f.Field == field);
    }

    // the bad input of the grading screen: the rubric is changed while somebody grades by it
    [Fact]
    public async Task What_is_graded_keeps_its_rubric_whatever_is_published_meanwhile()
    {
        var assessor = await app.Data.PersonAsync(Role.Assessor);
        var work = await app.Data.WorkAsync(PortfolioStatus.AwaitingAssessment);
        var sheetId = (await app.SendAs(assessor, new TakeNextPortfolioCommand(Guid.CreateVersion7()))).Value;
        var before = (await app.SendAs(assessor, new GetAssessmentQuery(sheetId))).Value.Sheet;
        var code = await app.LookAsync(db => db.RubricSheets.Where(s => s.Id == sheetId).Join(db.Rubrics, s => s.RubricId, r => r.Id, (s, r) => r.Code).SingleAsync());
        var developer = await app.Data.PersonAsync(Role.ProgrammeDeveloper, w => w.Ministry);
        await app.SendAs(developer, new DraftNewRubricCommand(Guid.CreateVersion7(), code));
        var draft = (await app.SendAs(developer, new GetRubricQuery(code, 2))).Value;
        await app.SendAs(developer, new ReviseRubricCommand(code, 2, draft.Revision, Content("X") with { GoodPercent = 0 }));
        Assert.Null((await app.SendAs(developer, new PublishRubricCommand(code, 2, draft.Revision + 1))).Error);

        Assert.IsType<RubricPublished>((await app.SendAs(developer, new ReviseRubricCommand(code, 1, 0, Content("X")))).Error);
        var after = (await app.SendAs(assessor, new GetAssessmentQuery(sheetId))).Value.Sheet;
        Assert.Equal(before.Rubric.Criteria, after.Rubric.Criteria);
        Assert.Null((await app.SendAs(assessor, new SaveAssessmentCommand(sheetId, await app.Data.MarksAsync(work.Group, Grade.Good, Grade.Satisfactory), "", true))).Error);
        Assert.Equal(Grade.Satisfactory, (await app.SendAs(assessor, new SignAssessmentCommand(sheetId))).Value.Grade);
    }

    [Fact]
    public async Task The_grade_follows_by_the_table_of_the_rubric_and_the_words_say_it()
    {
        var assessor = await app.Data.PersonAsync(Role.Assessor);
        var work = await app.Data.WorkAsync(PortfolioStatus.AwaitingAssessment);
        await app.UseAsync(async services =>
        {
            // the table of the plan's rubric, as if it had been published so: one unsatisfactory of three is forgiven
            var db = services.GetRequiredService<Infrastructure.Persistence.AppDbContext>();
            var plan = await db.AssessmentPlans.SingleAsync(p => p.ProgrammeVersionId == work.Group.ProgrammeVersionId);
            await db.Rubrics.Where(r => r.Id == plan.RubricId).ExecuteUpdateAsync(r => r.SetProperty(x => x.UnsatisfactoryPercent, 34));
        });
        var sheetId = (await app.SendAs(assessor, new TakeNextPortfolioCommand(Guid.CreateVersion7()))).Value;
        await app.SendAs(assessor, new SaveAssessmentCommand(
            sheetId, await app.Data.MarksAsync(work.Group, Grade.Unsatisfactory, Grade.Good, Grade.Good), "", true));

        var sheet = (await app.SendAs(assessor, new GetAssessmentQuery(sheetId))).Value.Sheet;

        Assert.Equal(Grade.Good, sheet.GradeThatFollows);
        Assert.Contains("34 %", GradeRuleWords.Of(sheet.Rubric, Language.Kk), StringComparison.Ordinal);
        Assert.Equal(new SignedSheet(SheetRole.First, Grade.Good, true), (await app.SendAs(assessor, new SignAssessmentCommand(sheetId))).Value);
    }

    private static RubricContent Content(params string[] codes) =>
        new(Words, 0, GradeRule.Half, [.. codes.Select(code => new CriterionContent(code, Words, Words, Words, Words))]);
}
