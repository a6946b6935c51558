using System.Text;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Application.Attestation.Rules;
using TeacherCpd.Application.Texts;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Attestation;

public sealed class EditionTests : IAsyncLifetime
{
    private const string ExpertThreshold = "sheets/teacher/rows/general/threshold/expert";
    private static readonly DateOnly Today = new(2026, 2, 10);
    private TestApp app = null!;
    private Person ministry = null!;
    private RuleSet bundled = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        ministry = await app.Data.PersonAsync(Role.EducationOfficer);
        bundled = await app.Data.RuleSetAsync();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_change_makes_a_draft_and_leaves_the_edition_in_force_alone()
    {
        var command = Draft(new RuleEdit(ExpertThreshold, "90"));
        await app.SendAs(ministry, command);
        var draft = (await app.SendAs(ministry, command)).Value;

        var comparison = (await app.SendAs(ministry, new CompareEditionsQuery(null, draft))).Value;
        Assert.Equal(bundled.Code, comparison.Before!.Code);
        Assert.Equal(("84", "90", "App.12"), (comparison.Changes.Single().Before, comparison.Changes.Single().After, comparison.Changes.Single().Paragraph));
        Assert.Equal(2, await app.LookAsync(db => db.RuleSets.CountAsync()));
        Assert.Equal(BundledRuleSets.Order83N32, await app.LookAsync(db => db.RuleSets.Where(r => r.Id == bundled.Id).Select(r => r.Json).SingleAsync()));
    }

    [Fact]
    public async Task The_preview_shows_what_would_change_and_what_cannot_be_read()
    {
        var preview = (await app.SendAs(ministry, new GetEditionFormQuery(bundled.Id, "sheets/teacher", [new(ExpertThreshold, "90")]))).Value;
        Assert.Equal("90", Assert.Single(preview.Changes).After);
        Assert.Equal("90", preview.Fields.Single(f => f.Path == ExpertThreshold).Text);

        var wrong = (await app.SendAs(ministry, new GetEditionFormQuery(bundled.Id, "sheets/teacher", [new(ExpertThreshold, "many")]))).Value;
        Assert.Equal(ExpertThreshold, Assert.Single(wrong.Faults).Field);
        Assert.Empty(wrong.Changes);
    }

    [Fact]
    public async Task From_its_day_on_a_new_edition_decides_and_open_cases_keep_theirs()
    {
        var open = await app.Data.CaseAsync(AttestationCaseStatus.Open);
        var draft = (await app.SendAs(ministry, Draft(new RuleEdit(ExpertThreshold, "90")))).Value;
        Assert.Null((await app.SendAs(ministry, new PutEditionInForceCommand(draft, Today.AddDays(1)))).Error);

        var before = await OpenedByAsync();
        app.Time.Advance(TimeSpan.FromDays(1));
        var after = await OpenedByAsync();

        Assert.Equal((bundled.Id, bundled.Id, draft), (open.RuleSetId, before, after));
        var ended = await app.LookAsync(db => db.RuleSets.SingleAsync(r => r.Id == bundled.Id));
        Assert.Equal((RuleSetStatus.Ended, Today), (ended.Status, ended.ValidTo));
    }

    [Fact]
    public async Task An_edition_comes_into_force_today_at_the_earliest_and_after_the_one_before()
    {
        var first = (await app.SendAs(ministry, Draft())).Value;
        Assert.IsType<EditionFromPast>((await app.SendAs(ministry, new PutEditionInForceCommand(first, Today.AddDays(-1)))).Error);
        await app.SendAs(ministry, new PutEditionInForceCommand(first, Today.AddDays(10)));

        var second = (await app.SendAs(ministry, Draft() with { Code = "X/3" })).Value;
        Assert.IsType<EditionOverlaps>((await app.SendAs(ministry, new PutEditionInForceCommand(second, Today.AddDays(10)))).Error);
        Assert.Null((await app.SendAs(ministry, new PutEditionInForceCommand(second, Today.AddDays(11)))).Error);
    }

    [Fact]
    public async Task A_draft_is_amended_what_is_in_force_is_not()
    {
        var draft = (await app.SendAs(ministry, Draft())).Value;
        Assert.Null((await app.SendAs(ministry, new AmendEditionCommand(draft, [new("term/years/head", "4")]))).Error);
        Assert.Contains("\"head\": 4", await app.LookAsync(db => db.RuleSets.Where(r => r.Id == draft).Select(r => r.Json).SingleAsync()), StringComparison.Ordinal);

        Assert.IsType<StepNotAllowed>((await app.SendAs(ministry, new AmendEditionCommand(bundled.Id, [new("term/years/head", "4")]))).Error);
        Assert.Null((await app.SendAs(ministry, new DiscardEditionCommand(draft))).Error);
        Assert.IsType<StepNotAllowed>((await app.SendAs(ministry, new PutEditionInForceCommand(draft, Today))).Error);
    }

    [Fact]
    public async Task What_is_exported_can_be_imported_under_another_code()
    {
        var file = (await app.SendAs(ministry, new GetEditionFileQuery(bundled.Id))).Value;
        Assert.IsType<EditionCodeTaken>((await ImportAsync(file.Json)).Error);

        var draft = (await ImportAsync(file.Json.Replace(bundled.Code, "X/9", StringComparison.Ordinal))).Value;
        Assert.Empty((await app.SendAs(ministry, new CompareEditionsQuery(bundled.Id, draft))).Value.Changes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no json")]
    [InlineData("{}")]
    public async Task What_is_no_edition_is_refused(string text)
    {
        var error = (await ImportAsync(text)).Error;

        Assert.True(error is EditionFileUnreadable or EditionFileWrong);
        Assert.Equal(1, await app.LookAsync(db => db.RuleSets.CountAsync()));
    }

    [Fact]
    public async Task Everybody_reads_what_is_in_force_and_only_the_ministry_writes()
    {
        var draft = (await app.SendAs(ministry, Draft())).Value;
        var teacher = await app.Data.PersonAsync(Role.Teacher);
        var regional = await app.Data.PersonAsync(Role.EducationOfficer, w => w.Region);

        Assert.NotEmpty((await app.SendAs(teacher, new GetEditionQuery(bundled.Id, "term"))).Value.Values);
        Assert.IsType<NotFound>((await app.SendAs(teacher, new GetEditionQuery(draft, null))).Error);
        Assert.IsType<NotFound>((await app.SendAs(teacher, new GetEditionFileQuery(draft))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(regional, Draft() with { Code = "X/4" })).Error);
        Assert.IsType<Forbidden>((await app.SendAs(regional, new PutEditionInForceCommand(draft, Today))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(regional, Terms())).Error);
    }

    [Fact]
    public async Task The_first_day_is_said_where_the_source_names_none()
    {
        Assert.Null((await app.SendAs(ministry, new DateEditionCommand(bundled.Id, new DateOnly(2025, 3, 10)))).Error);

        Assert.IsType<StepNotAllowed>((await app.SendAs(ministry, new DateEditionCommand(bundled.Id, new DateOnly(2025, 3, 11)))).Error);
        Assert.Equal(new DateOnly(2025, 3, 10), (await app.SendAs(ministry, new GetEditionQuery(bundled.Id, null))).Value.Edition.ValidFrom);
    }

    [Fact]
    public async Task Terms_of_a_year_are_empty_until_filled_in_and_can_be_corrected()
    {
        Assert.Empty((await app.SendAs(ministry, new GetYearlyTermsQuery(2026, 1))).Value.Rows);

        await app.SendAs(ministry, Terms());
        await app.SendAs(ministry, Terms() with { TestFee = 5000 });

        var row = Assert.Single((await app.SendAs(ministry, new GetYearlyTermsQuery(2026, 1))).Value.Rows);
        Assert.Equal((new DateOnly(2026, 2, 20), 5000, null), (row.ApplyTo, row.TestFee, row.EssayTopics));
        Assert.IsType<InvalidInput>((await app.SendAs(ministry, Terms() with { ApplyTo = new DateOnly(2026, 2, 1) })).Error);
        Assert.IsType<InvalidInput>((await app.SendAs(ministry, Terms() with { Session = 3 })).Error);
    }

    [Fact]
    public async Task A_simulation_counts_by_region_and_category_and_names_who_is_concerned()
    {
        var teacher = await app.Data.PersonAsync(Role.Teacher);
        await app.Data.CategoryAsync(teacher, "moderator");
        await app.Data.PersonAsync(Role.Teacher);
        var draft = (await app.SendAs(ministry, Draft(new RuleEdit("term/years/teacher", "4")))).Value;
        app.Jobs.Take();
        var id = (await app.SendAs(ministry, new AskForSimulationCommand(Guid.CreateVersion7(), bundled.Id, draft, Today))).Value;
        Assert.Equal([("RunSimulation", id)], app.Jobs.Take());

        Assert.Null((await app.SendAsSystem(new RunSimulationCommand(id))).Error);
        await app.SendAsSystem(new RunSimulationCommand(id));

        var region = (await app.Data.WorldAsync()).Region;
        var view = (await app.SendAs(ministry, new GetSimulationQuery(id, region.Path, TrialEffect.DueEarlier, 1))).Value;
        Assert.Equal((SimulationStatus.Done, 2), (view.Simulation.Status, view.Simulation.People));
        Assert.Equal(1, Assert.Single(view.ByRegion, r => r.Path == region.Path).Counts[TrialEffect.DueEarlier]);
        Assert.Equal("moderator", Assert.Single(view.ByCategory, c => c.Counts.ContainsKey(TrialEffect.DueEarlier)).Category);
        Assert.StartsWith(teacher.FamilyName, Assert.Single(view.List!.Items).Name, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_simulation_is_given_up_after_three_tries()
    {
        var draft = (await app.SendAs(ministry, Draft())).Value;
        var id = (await app.SendAs(ministry, new AskForSimulationCommand(Guid.CreateVersion7(), bundled.Id, draft, Today))).Value;
        for (var i = 0; i < RuleSimulation.MostAttempts; i++)
        {
            Assert.Equal(SimulationStatus.Waiting, (await app.SendAs(ministry, new GetSimulationQuery(id, null, null, 1))).Value.Simulation.Status);
            await app.SendAsSystem(new RecordBrokenSimulationCommand(id));
        }

        Assert.Equal(SimulationStatus.Broken, (await app.SendAs(ministry, new GetSimulationQuery(id, null, null, 1))).Value.Simulation.Status);
    }

    // Whoever reads an edition reads names, never the codes of the file; numbers of criteria are what people call them.
    [Fact]
    public void Every_part_of_every_path_has_a_name()
    {
        var parts = RuleDocument.Read(BundledRuleSets.Order83N32).Value.Values.SelectMany(v => v.Parts).Distinct();

        Assert.DoesNotContain(parts, part =>
            !TextCatalogue.Has($"rule.{part}")
            && ReasonTexts.Name($"category.{part}", Language.Kk) == part
            && !char.IsAsciiDigit(part[0]));
    }

    private DraftEditionCommand Draft(params RuleEdit[] edits) => new(Guid.CreateVersion7(), bundled.Id, "X/2", "Бұйрық № 5", null, edits);

    private Task<Result<Guid>> ImportAsync(string json) =>
        app.SendAs(ministry, new ImportEditionCommand(Guid.CreateVersion7(), new MemoryStream(Encoding.UTF8.GetBytes(json))));

    private static SaveYearlyTermsCommand Terms() =>
        new(2026, 1, new DateOnly(2026, 2, 10), new DateOnly(2026, 2, 20), null, null, null, " ", "№ 1");

    private async Task<Guid> OpenedByAsync()
    {
        var teacher = await app.Data.PersonAsync(Role.Teacher);
        await app.Data.CategoryAsync(teacher, "moderator");
        var id = (await app.SendAs(teacher, new OpenCaseCommand(Guid.CreateVersion7(), "expert"))).Value;
        return await app.LookAsync(db => db.AttestationCases.Where(c => c.Id == id).Select(c => c.RuleSetId).SingleAsync());
    }
}
