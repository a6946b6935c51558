using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Organisations;
using TeacherCpd.Application.Programmes;
using TeacherCpd.Application.Texts;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Organisations;

public sealed class SeedReferenceDataTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        Assert.Null((await app.SendAsSystem(new SeedReferenceDataCommand())).Error);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_register_holds_the_31_programmes_of_2022_the_three_long_term_ones_and_the_others_accredited_before()
    {
        var codes = await app.LookAsync(db => db.Programmes.Select(p => p.Code).ToListAsync());

        Assert.Equal(41, codes.Count);
        Assert.Equal([('I', 7), ('L', 3), ('N', 6), ('P', 11), ('S', 14)], codes.GroupBy(c => c[0]).Select(g => (g.Key, g.Count())).Order());
    }

    [Theory]
    [InlineData("P01", 176, new[] { 56, 80, 40 })]
    [InlineData("P08", 170, new[] { 80, 50, 40 })]
    public async Task Hours_are_the_sum_of_the_phases(string code, int hours, int[] phases)
    {
        var version = await VersionAsync(code);

        Assert.Equal(hours, version.Hours);
        Assert.Equal(phases, version.Phases.OrderBy(p => p.Order).Select(p => p.Hours));
        Assert.Equal(version.Hours, version.Phases.Sum(p => p.Hours));
    }

    [Fact]
    public async Task The_subject_programmes_share_one_protocol_and_one_letter()
    {
        var versions = await app.LookAsync(db => db.ProgrammeVersions
            .Include(v => v.Approvals)
            .Where(v => db.Programmes.Any(p => p.Id == v.ProgrammeId && p.Direction == "subject"))
            .ToListAsync());

        Assert.Equal(14, versions.Count);
        Assert.All(versions, v => Assert.Equal(2, v.Approvals.Count));
        var documents = versions.SelectMany(v => v.Approvals).DistinctBy(d => d.Id).OrderBy(d => d.Kind).ToList();
        Assert.Equal(
            [(ApprovalKind.CouncilProtocol, "№ 6", new DateOnly(2022, 4, 8)), (ApprovalKind.CommitteeLetter, "18-6/861-И", new DateOnly(2022, 5, 4))],
            documents.Select(d => (d.Kind, d.Number, d.Date)));
        Assert.Equal([(120, 8), (160, 6)], versions.GroupBy(v => v.Hours!.Value).Select(g => (g.Key, g.Count())).Order());
        Assert.All(versions, v => Assert.Equal(ProgrammeFormat.Blended, v.Format));
    }

    [Fact]
    public async Task The_subject_variants_stand_under_one_title()
    {
        var view = (await app.SendAs(null, new GetProgrammeQuery("S13"))).Value;

        Assert.Equal(13, view.Variants.Count);
        Assert.Equal("физика", view.Subject.Kk);
        Assert.Equal(FinalAssessment.External, view.Versions.Single().FinalAssessment);
        Assert.NotNull(view.Versions.Single().AssessingBody);
    }

    [Fact]
    public async Task Eleven_programmes_are_accredited_and_every_one_belongs_to_the_centre()
    {
        var programmes = await app.LookAsync(db => db.Programmes.Include(p => p.Accreditations).ToListAsync());

        Assert.Equal(
            [(2018, 4), (2019, 4), (2020, 2), (2022, 1)],
            programmes.SelectMany(p => p.Accreditations).GroupBy(a => a.Year).Select(g => (g.Key, g.Count())).Order());
        Assert.Single(programmes.Select(p => p.CentreId).Distinct());
        Assert.All(programmes, p => Assert.Contains(p.Direction, ProgrammeDirections.All));
    }

    [Fact]
    public async Task The_centre_may_open_groups()
    {
        var provider = await app.LookAsync(db => db.Providers.Include(p => p.Reviews).Include(p => p.Accreditations).SingleAsync());

        Assert.Equal(ProviderState.Valid, provider.StateOn(new DateOnly(2026, 2, 10)));
    }

    [Fact]
    public async Task The_year_2022_counts_31_programmes()
    {
        var counts = (await app.SendAs(null, new GetProgrammesByDirectionQuery(2022, 2022))).Value;

        Assert.Equal(31, counts.Total);
        Assert.Equal(
            [("inclusive", 2), ("nis", 6), ("preschool", 3), ("secondary", 5), ("subject", 14), ("upbringing", 1)],
            counts.Rows.Select(r => (r.Direction, r.Total)).Order());
    }

    [Fact]
    public async Task A_programme_without_a_letter_is_agreed_and_not_listed()
    {
        Assert.Equal(ProgrammeVersionStatus.Listed, (await VersionAsync("P01")).Status);
        foreach (var code in new[] { "P04", "P05", "P07", "P10", "L01", "L02", "L03" })
        {
            Assert.Equal(ProgrammeVersionStatus.Agreed, (await VersionAsync(code)).Status);
        }
    }

    [Fact]
    public async Task Nobody_is_told_hours_that_the_source_does_not_state()
    {
        var silent = await app.LookAsync(db => db.Programmes
            .Where(p => p.Versions.Any(v => v.Hours == null))
            .Select(p => p.Code)
            .ToListAsync());

        Assert.Equal(["L01", "L02", "L03", "P07", "P10"], silent.Order());
    }

    [Fact]
    public async Task Twenty_regions_stand_under_the_ministry_with_the_districts_that_sources_name()
    {
        var organisations = await app.LookAsync(db => db.Organisations.ToListAsync());

        Assert.Equal(20, organisations.Count(o => o.Kind == OrganisationKind.Region));
        Assert.Equal(20, organisations.Count(o => o.Kind == OrganisationKind.District && o.Path.StartsWith("kz/39/", StringComparison.Ordinal)));
        Assert.Contains(organisations, o => o is { Path: "kz/39/3901/", Name.Kk: "Сарыкөл ауданы" });
        Assert.All(organisations.Where(o => o.ParentId is null), o => Assert.Equal(OrganisationKind.Ministry, o.Kind));
        Assert.Single(organisations, o => o.Kind == OrganisationKind.Centre);
        Assert.Single(organisations, o => o.Kind == OrganisationKind.AssessmentCentre);
    }

    [Fact]
    public async Task Every_name_stands_in_three_languages()
    {
        var texts = await app.LookAsync(async db =>
        {
            var programmes = await db.Programmes.Include(p => p.Versions).ToListAsync();
            var organisations = await db.Organisations.ToListAsync();
            var rubric = await db.Rubrics.Include(r => r.Criteria).SingleAsync();
            return programmes.Select(p => p.Title)
                .Concat(programmes.SelectMany(p => p.Versions).Select(v => v.Audience))
                .Concat(organisations.Select(o => o.Name))
                .Concat(rubric.Criteria.SelectMany(c => new[] { c.Title, c.Unsatisfactory, c.Satisfactory, c.Good }))
                .ToList();
        });

        Assert.All(texts, t => Assert.All(new[] { t.Kk, t.Ru, t.En }, text => Assert.False(string.IsNullOrWhiteSpace(text))));
    }

    [Fact]
    public async Task The_rubric_has_five_criteria_and_the_rules_are_those_of_the_order()
    {
        var rubric = await app.LookAsync(db => db.Rubrics.Include(r => r.Criteria).SingleAsync());
        var rules = await app.LookAsync(db => db.RuleSets.SingleAsync());

        Assert.Equal(("P", 1), (rubric.Code, rubric.Number));
        Assert.Equal(["application", "evidence", "planning", "reflection", "integrity"], rubric.Criteria.OrderBy(c => c.Order).Select(c => c.Code));
        var read = AttestationRules.Parse(rules.Json).Value;
        Assert.Equal(read.Code, rules.Code);
        Assert.All(
            read.Ladders.Values.SelectMany(l => l.Categories).Concat(["second", "first", "highest", "head_organizer", "head_manager", "head_leader"]),
            category => Assert.True(TextCatalogue.Has($"category.{category}"), category));
    }

    [Fact]
    public async Task Seeding_again_changes_nothing_and_is_not_even_audited()
    {
        var before = await app.LookAsync(db => db.AuditHeads.AsNoTracking().SingleAsync());

        var again = await app.SendAsSystem(new SeedReferenceDataCommand());

        Assert.Equal(new SeededReferenceData(0, 0, 0, 0), again.Value);
        var after = await app.LookAsync(db => db.AuditHeads.AsNoTracking().SingleAsync());
        Assert.Equal((before.Sequence, before.Hash), (after.Sequence, after.Hash));
    }

    [Fact]
    public async Task What_is_missing_is_added_beside_what_is_there()
    {
        await app.LookAsync(db => db.Database.ExecuteSqlRawAsync("""
            DELETE FROM "ProgrammeVersionApprovals" WHERE "VersionId" IN (SELECT "Id" FROM "ProgrammeVersions" WHERE "ProgrammeId" IN (SELECT "Id" FROM "Programmes" WHERE "Code" = 'S13'));
            DELETE FROM "AssessmentPlans" WHERE "ProgrammeVersionId" IN (SELECT "Id" FROM "ProgrammeVersions" WHERE "ProgrammeId" IN (SELECT "Id" FROM "Programmes" WHERE "Code" = 'S13'));
            DELETE FROM "ProgrammeVersions" WHERE "ProgrammeId" IN (SELECT "Id" FROM "Programmes" WHERE "Code" = 'S13');
            DELETE FROM "Programmes" WHERE "Code" = 'S13';
            """));

        var again = await app.SendAsSystem(new SeedReferenceDataCommand());

        Assert.Equal(new SeededReferenceData(0, 1, 0, 0), again.Value);
        await The_subject_programmes_share_one_protocol_and_one_letter();
    }

    [Fact]
    public async Task Only_the_system_seeds()
    {
        await using var empty = await TestApp.StartAsync();
        var administrator = await empty.Data.PersonAsync(Role.Administrator);

        Assert.IsType<Forbidden>((await empty.SendAs(administrator, new SeedReferenceDataCommand())).Error);
        Assert.IsType<Forbidden>((await empty.SendAs(null, new SeedReferenceDataCommand())).Error);
    }

    private Task<ProgrammeVersion> VersionAsync(string code) => app.LookAsync(db => db.ProgrammeVersions
        .Include(v => v.Phases)
        .SingleAsync(v => db.Programmes.Any(p => p.Id == v.ProgrammeId && p.Code == code)));
}
