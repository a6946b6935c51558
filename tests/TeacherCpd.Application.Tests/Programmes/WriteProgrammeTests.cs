using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Groups;
using TeacherCpd.Application.Programmes;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Programmes;

public sealed class WriteProgrammeTests : IAsyncLifetime
{
    private TestApp app = null!;
    private World world = null!;
    private Person developer = null!;
    private Person officer = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        world = await app.Data.WorldAsync();
        developer = await app.Data.PersonAsync(Role.ProgrammeDeveloper);
        officer = await app.Data.PersonAsync(Role.EducationOfficer);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_programme_goes_from_the_first_word_to_the_list()
    {
        await OkAsync(developer, await NewAsync("P50"));
        await OkAsync(developer, new ReviseDraftCommand("P50", 1, Content()));
        await ToCouncilAsync("P50", 1);
        var id = await IdAsync("P50", 1);

        await OkAsync(officer, new RecordProtocolCommand("№ 6", new DateOnly(2026, 2, 2), [id]));
        Assert.True((await ViewAsync("P50")).Versions.Single().LetterMissing);
        await OkAsync(officer, new RecordLetterCommand("18-6/861-И", new DateOnly(2026, 2, 9), [id]));

        var version = (await ViewAsync("P50")).Versions.Single();
        Assert.Equal((ProgrammeVersionStatus.Listed, false, 80), (version.Status, version.LetterMissing, version.Hours));
        Assert.Equal(["№ 6", "18-6/861-И"], version.Approvals.Select(a => a.Number));
        Assert.Equal("Кейс қосылды", version.Corrections.Single().Text);
        Assert.Equal([new PhaseView(1, PhaseKind.Classroom, 40, null, 1), new PhaseView(2, PhaseKind.SchoolPractice, 40, 5)], version.Phases);
        Assert.Equal((ApplicationSteps.School | ApplicationSteps.Branch, 3, 75), (version.ApplicationSteps, version.TeamSize, version.MinimumAttendance));
        Assert.Equal(["planning", "inclusion"], version.Covered.Select(c => c.Code));
    }

    [Fact]
    public async Task Rows_that_are_rewritten_replace_those_that_stood_there()
    {
        await OkAsync(developer, await NewAsync("P50"));
        await OkAsync(developer, new ReviseDraftCommand("P50", 1, Content()));

        await OkAsync(developer, new ReviseDraftCommand("P50", 1, Content() with { Phases = [new(PhaseKind.Distance, 72)], Modules = [], Support = [new(ContactKind.Webinar, 6)] }));

        var version = (await ViewAsync("P50")).Versions.Single();
        Assert.Equal([new PhaseView(1, PhaseKind.Distance, 72, null)], version.Phases);
        Assert.Empty(version.Modules);
        Assert.Equal([new PlannedContact(ContactKind.Webinar, 6)], version.Support);
        Assert.Equal(1, await app.LookAsync(db => db.Set<ProgrammePhase>().CountAsync()));
    }

    [Fact]
    public async Task Saving_the_same_content_again_is_no_change()
    {
        await OkAsync(developer, await NewAsync("P50"));
        await OkAsync(developer, new ReviseDraftCommand("P50", 1, Content()));
        var before = await app.LookAsync(db => db.AuditProcesses.CountAsync());

        await OkAsync(developer, new ReviseDraftCommand("P50", 1, Content()));

        Assert.Equal(before, await app.LookAsync(db => db.AuditProcesses.CountAsync()));
    }

    [Fact]
    public async Task An_agreed_version_is_not_edited_and_a_new_one_is_copied_from_it()
    {
        var old = await AgreedAsync("P50");
        var group = await app.Data.OpenGroupAsync(await app.LookAsync(db => db.ProgrammeVersions.SingleAsync(v => v.Id == old)));

        Assert.Equal(new VersionFrozen(ProgrammeVersionStatus.Agreed), (await app.SendAs(developer, new ReviseDraftCommand("P50", 1, Content()))).Error);
        Assert.Equal(2, (await app.SendAs(developer, new DraftNewVersionCommand("P50", "Мазмұны жаңарды"))).Value);
        Assert.Equal(new DraftIsThere(2), (await app.SendAs(developer, new DraftNewVersionCommand("P50", "Тағы"))).Error);
        await OkAsync(developer, new ReviseDraftCommand("P50", 2, Content()));
        await ToCouncilAsync("P50", 2);
        await OkAsync(officer, new RecordProtocolCommand("№ 9", new DateOnly(2026, 2, 9), [await IdAsync("P50", 2)]));

        Assert.Equal([(2, ProgrammeVersionStatus.Agreed), (1, ProgrammeVersionStatus.Revised)], (await ViewAsync("P50")).Versions.Select(v => (v.Number, v.Status)));
        Assert.Equal(old, await app.LookAsync(db => db.Groups.Where(g => g.Id == group.Id).Select(g => g.ProgrammeVersionId).SingleAsync()));
    }

    [Fact]
    public async Task One_protocol_serves_several_versions_and_stays_one_when_it_is_recorded_for_more()
    {
        var ids = new List<Guid>();
        foreach (var code in new[] { "P50", "P51", "P52" })
        {
            await OkAsync(developer, await NewAsync(code));
            await OkAsync(developer, new ReviseDraftCommand(code, 1, Content()));
            await ToCouncilAsync(code, 1);
            ids.Add(await IdAsync(code, 1));
        }

        await OkAsync(officer, new RecordProtocolCommand("№ 6", new DateOnly(2026, 2, 2), [ids[0], ids[1]]));
        await OkAsync(officer, new RecordProtocolCommand("№ 6", new DateOnly(2026, 2, 2), [ids[1], ids[2]]));

        Assert.Equal(1, await app.LookAsync(db => db.Set<ApprovalDocument>().CountAsync()));
        Assert.Equal(3, await app.LookAsync(db => db.ProgrammeVersions.CountAsync(v => v.Status == ProgrammeVersionStatus.Agreed && v.Approvals.Count == 1)));
    }

    [Fact]
    public async Task A_paper_that_a_version_does_not_wait_for_is_recorded_for_none()
    {
        var agreed = await AgreedAsync("P50");
        await OkAsync(developer, await NewAsync("P51"));
        var draft = await IdAsync("P51", 1);

        var result = await app.SendAs(officer, new RecordLetterCommand("18-6/1", new DateOnly(2026, 2, 9), [agreed, draft]));

        Assert.Equal(new PaperNotAwaited("P51", ProgrammeVersionStatus.Draft), result.Error);
        Assert.Equal(ProgrammeVersionStatus.Agreed, (await ViewAsync("P50")).Versions.Single().Status);
    }

    [Fact]
    public async Task Faults_are_told_at_their_rows()
    {
        await OkAsync(developer, await NewAsync("P50"));

        var result = await app.SendAs(developer, new ReviseDraftCommand("P50", 1, Content() with
        {
            Audience = new LocalizedText("", "учителя", ""),
            Phases = [new(PhaseKind.Classroom, 40, 5), new(PhaseKind.Classroom, 0, 5, 1)],
            Modules = [new(new LocalizedText("", "модуль", ""), 10, ActivityTypes.Case, false)],
            StudyLink = "javascript:alert(1)",
        }));

        Assert.Equal(
            [("AudienceKk", "required"), ("Modules[0].TitleKk", "required"), ("Phases[1].Hours", "out_of_range"), ("Phases[1].Weeks", "days_or_weeks"), ("StudyLink", "address_wrong")],
            Assert.IsType<InvalidInput>(result.Error).Faults.Select(f => (f.Field, f.Code)).OrderBy(f => f.Field, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Other_spellings_may_come_later_and_find_the_programme()
    {
        await AgreedAsync("P50");

        await OkAsync(developer, new ChangeAliasesCommand("P50", " Ерте даму бағдары \n\nБаланы ерте дамыту\nЕрте даму бағдары"));

        Assert.Equal(["Ерте даму бағдары", "Баланы ерте дамыту"], (await ViewAsync("P50")).Aliases);
        Assert.Equal("P50", Assert.Single((await app.SendAs(null, new GetProgrammesQuery("баланы ерте", null, Language.Ru))).Value.Programmes).Code);
    }

    [Fact]
    public async Task Others_neither_write_nor_agree()
    {
        await OkAsync(developer, await NewAsync("P50"));
        var otherCentre = world.OtherRegion.Under(OrganisationKind.Centre, "C61", TestData.Text("Түркістан орталығы"));
        await app.Data.SaveAsync(otherCentre);
        var other = await app.Data.PersonAsync(Role.ProgrammeDeveloper, _ => otherCentre);
        var regional = await app.Data.PersonAsync(Role.EducationOfficer, w => w.Region);
        var teacher = await app.Data.PersonAsync(Role.Teacher);
        var id = await IdAsync("P50", 1);

        Assert.IsType<NotFound>((await app.SendAs(other, new ReviseDraftCommand("P50", 1, Content()))).Error);
        Assert.IsType<NotFound>((await app.SendAs(other, new AdvanceVersionCommand("P50", 1, ProgrammeVersionStatus.PreCourseStudy, null))).Error);
        Assert.IsType<NotFound>((await app.SendAs(other, new WithdrawVersionCommand("P50", 1, "Керек емес"))).Error);
        Assert.IsType<NotFound>((await app.SendAs(other, new ChangeAliasesCommand("P50", "Басқаша"))).Error);
        Assert.IsType<NotFound>((await app.SendAs(other, await NewAsync("P51"))).Error);
        Assert.IsType<NotFound>((await app.SendAs(other, new GetVersionFormQuery("P50", 1))).Error);
        Assert.Null((await app.SendAs(other, new GetProgrammeQuery("P50"))).Value.Work);
        Assert.IsType<Forbidden>((await app.SendAs(teacher, new ReviseDraftCommand("P50", 1, Content()))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(developer, new RecordProtocolCommand("№ 6", new DateOnly(2026, 2, 2), [id]))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(regional, new RecordProtocolCommand("№ 6", new DateOnly(2026, 2, 2), [id]))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(regional, new GetPapersQuery(ApprovalKind.CouncilProtocol))).Error);
    }

    [Fact]
    public async Task A_code_is_given_once_and_a_form_sent_twice_begins_one_programme()
    {
        var command = await NewAsync("P50");
        await OkAsync(developer, command);

        Assert.Equal("P50", (await app.SendAs(developer, command)).Value);
        Assert.IsType<ProgrammeCodeTaken>((await app.SendAs(developer, command with { ProgrammeId = Guid.CreateVersion7(), Code = "p50" })).Error);
        Assert.IsType<InvalidInput>((await app.SendAs(developer, command with { ProgrammeId = Guid.CreateVersion7(), Code = "papers" })).Error);
        Assert.Equal(1, await app.LookAsync(db => db.Programmes.CountAsync()));
    }

    [Fact]
    public async Task A_subject_programme_without_a_module_on_inclusion_warns()
    {
        await OkAsync(developer, await NewAsync("S50") with { Direction = ProgrammeDirections.Subject });
        await OkAsync(developer, new ReviseDraftCommand("S50", 1, Content() with { Modules = [] }));
        Assert.True((await app.SendAs(developer, new GetProgrammeQuery("S50"))).Value.Work!.InclusiveMissing);

        await OkAsync(developer, new ReviseDraftCommand("S50", 1, Content()));
        Assert.False((await app.SendAs(developer, new GetProgrammeQuery("S50"))).Value.Work!.InclusiveMissing);
    }

    [Fact]
    public async Task Accreditations_show_whether_they_hold()
    {
        await OkAsync(developer, await NewAsync("P50"));
        var ended = new AccreditProgrammeCommand(Guid.CreateVersion7(), "P50", "ACQUIN", AccreditationStatus.Conditional, new DateOnly(2018, 1, 1), new DateOnly(2023, 1, 1), "17");
        await OkAsync(developer, ended);
        await OkAsync(developer, ended);
        await OkAsync(developer, ended with { AccreditationId = Guid.CreateVersion7(), ValidFrom = new DateOnly(2022, 12, 1), ValidUntil = null, Status = AccreditationStatus.Unconditional });

        Assert.Equal([(2022, true), (2018, false)], (await ViewAsync("P50")).Accreditations.Select(a => (a.Year, a.Holds == true)));
    }

    [Fact]
    public async Task The_entry_in_the_register_is_corrected_and_certificates_keep_their_title()
    {
        var id = await AgreedAsync("P50");
        await OkAsync(officer, new RecordLetterCommand("18-6/861-И", new DateOnly(2026, 2, 9), [id]));
        await app.Data.CourseAsync(await app.Data.PersonAsync(Role.Teacher), new DateOnly(2026, 2, 9), versionId: id);
        var title = await app.LookAsync(db => db.Certificates.Select(c => c.ProgrammeTitle).SingleAsync());
        var work = (await app.SendAs(developer, new GetProgrammeQuery("P50"))).Value.Work!;
        var correct = new CorrectProgrammeCommand("P50", work.Revision, " Түзетілген атау ", "Новая программа", "Corrected", AudienceTypes.Teacher, null, null);

        Assert.True(work.WasListed);
        Assert.Equal(new ListedProgrammeFrozen("Direction"), (await app.SendAs(developer, correct with { Direction = ProgrammeDirections.Subject })).Error);
        await OkAsync(developer, correct);

        var view = await ViewAsync("P50");
        Assert.Equal((new LocalizedText("Түзетілген атау", "Новая программа", "Corrected"), AudienceTypes.Teacher), (view.Title, view.Audiences));
        Assert.Equal(["Жаңа бағдарлама"], view.Aliases);
        Assert.Equal(title, await app.LookAsync(db => db.Certificates.Select(c => c.ProgrammeTitle).SingleAsync()));
        Assert.IsType<ProgrammeChangedMeanwhile>((await app.SendAs(developer, correct with { TitleKk = "Басқа" })).Error);
    }

    [Fact]
    public async Task A_correction_needs_titles_and_the_right_developer()
    {
        await OkAsync(developer, await NewAsync("P50"));
        var correct = new CorrectProgrammeCommand("P50", 1, " ", "Новая программа", null, AudienceTypes.None, "elsewhere", EducationLevel.Preschool);

        Assert.Equal(
            ["Audiences", "Direction", "TitleKk"],
            Assert.IsType<InvalidInput>((await app.SendAs(developer, correct)).Error).Faults.Select(f => f.Field).Order(StringComparer.Ordinal));
        var valid = correct with { TitleKk = "Атау", Audiences = AudienceTypes.Mentor, Direction = ProgrammeDirections.Subject };
        Assert.IsType<Forbidden>((await app.SendAs(officer, valid)).Error);
        var otherCentre = world.OtherRegion.Under(OrganisationKind.Centre, "C61", TestData.Text("Түркістан орталығы"));
        await app.Data.SaveAsync(otherCentre);
        Assert.IsType<NotFound>((await app.SendAs(await app.Data.PersonAsync(Role.ProgrammeDeveloper, _ => otherCentre), valid)).Error);
        var revision = (await app.SendAs(developer, new GetProgrammeQuery("P50"))).Value.Work!.Revision;
        await OkAsync(developer, valid with { Revision = revision });
        var view = await ViewAsync("P50");
        Assert.Equal((ProgrammeDirections.Subject, EducationLevel.Preschool), (view.Direction, view.Level));
        Assert.Empty(view.Aliases);
    }

    [Fact]
    public async Task The_ministry_withdraws_what_it_listed_and_people_on_it_finish()
    {
        var id = await AgreedAsync("P50");
        var group = await app.Data.OpenGroupAsync(await app.LookAsync(db => db.ProgrammeVersions.SingleAsync(v => v.Id == id)));
        var waiting = await app.Data.EnrolmentAsync(group, status: EnrolmentStatus.Applied);
        var coordinator = await app.Data.PersonAsync(Role.Coordinator, w => w.Branch);
        var withdraw = new WithdrawVersionCommand("P50", 1, " Мазмұны ескірді ");
        Assert.IsType<NotFound>((await app.SendAs(officer, withdraw)).Error);
        Assert.Empty((await app.SendAs(officer, new GetProgrammeQuery("P50"))).Value.Withdrawable);
        await OkAsync(officer, new RecordLetterCommand("18-6/861-И", new DateOnly(2026, 2, 9), [id]));
        Assert.Equal([1], (await app.SendAs(officer, new GetProgrammeQuery("P50"))).Value.Withdrawable);

        await OkAsync(officer, withdraw);

        var version = (await ViewAsync("P50")).Versions.Single();
        Assert.Equal((ProgrammeVersionStatus.Withdrawn, "Мазмұны ескірді"), (version.Status, version.WithdrawalReason));
        Assert.Equal(EnrolmentStatus.Accepted, (await app.SendAs(coordinator, new AcceptApplicationCommand(waiting.Id))).Value);
        Assert.IsType<InvalidInput>((await app.SendAs(officer, withdraw with { Reason = " " })).Error);
        Assert.NotNull((await app.SendAs(officer, withdraw)).Error);
    }

    [Fact]
    public async Task A_region_and_others_withdraw_no_listed_version()
    {
        var id = await AgreedAsync("P50");
        await OkAsync(officer, new RecordLetterCommand("18-6/861-И", new DateOnly(2026, 2, 9), [id]));
        var withdraw = new WithdrawVersionCommand("P50", 1, "Керек емес");
        var regional = await app.Data.PersonAsync(Role.EducationOfficer, w => w.Region);

        Assert.IsType<Forbidden>((await app.SendAs(regional, withdraw)).Error);
        Assert.IsType<Forbidden>((await app.SendAs(await app.Data.PersonAsync(Role.Teacher), withdraw)).Error);
        Assert.Empty((await app.SendAs(regional, new GetProgrammeQuery("P50"))).Value.Withdrawable);
        Assert.Equal(ProgrammeVersionStatus.Listed, (await ViewAsync("P50")).Versions.Single().Status);
    }

    private static VersionContent Content() => new()
    {
        Format = ProgrammeFormat.Phased,
        Audience = TestData.Text("мұғалімдер"),
        Languages = TeachingLanguages.Kk | TeachingLanguages.Ru,
        FinalAssessment = FinalAssessment.PortfolioAndPresentation,
        ApplicationSteps = ApplicationSteps.School | ApplicationSteps.Branch,
        TeamSize = 3,
        MinimumAttendance = 75,
        Competences = "planning\ninclusion",
        StudySummary = "214 мұғалімнен сұралды",
        StudyLink = "https://study.example/7",
        Phases = [new(PhaseKind.Classroom, 40, null, 1), new(PhaseKind.SchoolPractice, 40, 5)],
        Modules = [new(TestData.Text("Инклюзивті сабақ"), 20, ActivityTypes.Case | ActivityTypes.Essay, true)],
        Support = [new(ContactKind.Observation, 2)],
    };

    private async Task<WriteProgrammeCommand> NewAsync(string code) => new(
        Guid.CreateVersion7(),
        world.Centre.Id,
        code,
        "Жаңа бағдарлама",
        "Новая программа",
        null,
        null,
        "secondary",
        AudienceTypes.Teacher | AudienceTypes.Mentor,
        EducationLevel.Secondary,
        (await app.Data.RubricAsync()).Id,
        null,
        null,
        null,
        null);

    private async Task<Guid> AgreedAsync(string code)
    {
        await OkAsync(developer, await NewAsync(code));
        await OkAsync(developer, new ReviseDraftCommand(code, 1, Content()));
        await ToCouncilAsync(code, 1);
        var id = await IdAsync(code, 1);
        await OkAsync(officer, new RecordProtocolCommand("№ 6", new DateOnly(2026, 2, 2), [id]));
        return id;
    }

    private async Task ToCouncilAsync(string code, int number)
    {
        await OkAsync(developer, new AdvanceVersionCommand(code, number, ProgrammeVersionStatus.PreCourseStudy, null));
        await OkAsync(developer, new AdvanceVersionCommand(code, number, ProgrammeVersionStatus.Pilot, null));
        await OkAsync(developer, new AdvanceVersionCommand(code, number, ProgrammeVersionStatus.Corrected, "Кейс қосылды"));
        await OkAsync(developer, new AdvanceVersionCommand(code, number, ProgrammeVersionStatus.AtCouncil, null));
    }

    private async Task<ProgrammeView> ViewAsync(string code) => (await app.SendAs(null, new GetProgrammeQuery(code))).Value;

    private Task<Guid> IdAsync(string code, int number) => app.LookAsync(db => db.ProgrammeVersions
        .Where(v => v.Number == number && db.Programmes.Any(p => p.Id == v.ProgrammeId && p.Code == code))
        .Select(v => v.Id)
        .SingleAsync());

    private async Task OkAsync<T>(Person person, IRequest<Result<T>> request) => Assert.Null((await app.SendAs(person, request)).Error);
}
