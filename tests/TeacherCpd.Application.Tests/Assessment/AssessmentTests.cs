using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Assessment;
using TeacherCpd.Application.Groups;
using TeacherCpd.Application.Originality;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Assessment;

public sealed partial class AssessmentTests : IAsyncLifetime
{
    private TestApp app = null!;
    private Person assessor = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        assessor = await app.Data.PersonAsync(Role.Assessor);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Whoever_was_not_recommended_hands_in_again_after_the_group_is_closed_and_gets_the_certificate()
    {
        var work = await app.Data.WorkAsync(PortfolioStatus.AwaitingAssessment);
        await app.Data.AssessAsync(assessor, work, Grade.Unsatisfactory);
        await app.Data.MatrixAsync(work.Group);
        Assert.Null((await app.SendAs(await app.Data.PersonAsync(Role.Coordinator), new CloseGroupCommand(work.Group.Id))).Error);
        app.Time.Advance(TimeSpan.FromDays(40));

        var check = await app.Data.HandInAsync(work.Teacher, work.Enrolment, "Қайта жазылған есеп.");
        await app.SendAsSystem(new RunOriginalityCheckCommand(check.Id));
        await app.Data.AssessAsync(await app.Data.PersonAsync(Role.Assessor), work, Grade.Good);

        Assert.Equal(EnrolmentStatus.Recommended, await app.LookAsync(db => db.Enrolments.Select(e => e.Status).SingleAsync()));
        Assert.Equal(work.Enrolment.Id, await app.LookAsync(db => db.Certificates.Select(c => c.EnrolmentId).SingleAsync()));
    }

    [Fact]
    public async Task The_portfolio_that_waits_longest_is_taken()
    {
        var first = await app.Data.WorkAsync(PortfolioStatus.AwaitingAssessment);
        app.Time.Advance(TimeSpan.FromHours(1));
        await app.Data.WorkAsync(PortfolioStatus.AwaitingAssessment);

        var sheetId = (await TakeAsync(assessor)).Value;

        var sheet = await app.LookAsync(db => db.RubricSheets.SingleAsync(s => s.Id == sheetId));
        Assert.Equal(
            (first.Version.Id, SheetRole.First, assessor.Id),
            (sheet.PortfolioVersionId, sheet.Role, sheet.AuthorId));
        Assert.Equal(PortfolioStatus.InAssessment, await StatusAsync(first));
        var list = (await app.SendAs(assessor, new GetAssessmentsQuery())).Value;
        Assert.Equal(1, list.Waiting);
        Assert.Equal((sheetId, first.Enrolment.ListenerCode, 0, 3), list.Open.Select(o => (o.SheetId, o.ListenerCode, o.Marked, o.Criteria)).Single());
    }

    [Fact]
    public async Task Asking_twice_with_the_same_form_takes_one()
    {
        await app.Data.WorkAsync(PortfolioStatus.AwaitingAssessment);
        await app.Data.WorkAsync(PortfolioStatus.AwaitingAssessment);
        var command = new TakeNextPortfolioCommand(Guid.CreateVersion7());

        await app.SendAs(assessor, command);
        var second = await app.SendAs(assessor, command);

        Assert.Equal(command.SheetId, second.Value);
        Assert.Equal(1, await app.LookAsync(db => db.RubricSheets.CountAsync()));
        Assert.IsType<NotFound>((await app.SendAs(await app.Data.PersonAsync(Role.Assessor), command)).Error);
    }

    [Fact]
    public async Task Assessors_who_ask_at_the_same_moment_get_different_ones()
    {
        var assessors = new List<Person> { assessor };
        for (var i = 0; i < 3; i++)
        {
            assessors.Add(await app.Data.PersonAsync(Role.Assessor));
        }

        for (var i = 0; i < 4; i++)
        {
            await app.Data.WorkAsync(PortfolioStatus.AwaitingAssessment);
        }

        var results = await Task.WhenAll(assessors.Select(TakeAsync));

        Assert.All(results, r => Assert.Null(r.Error));
        Assert.Equal(4, await app.LookAsync(db => db.RubricSheets.Select(s => s.PortfolioVersionId).Distinct().CountAsync()));
    }

    [Fact]
    public async Task The_last_one_goes_to_one_of_two_who_ask_at_the_same_moment()
    {
        await app.Data.WorkAsync(PortfolioStatus.AwaitingAssessment);
        var other = await app.Data.PersonAsync(Role.Assessor);

        var results = await Task.WhenAll(TakeAsync(assessor), TakeAsync(other));

        Assert.Single(results, r => r.IsOk);
        Assert.Single(results, r => r.Error is NothingToAssess);
    }

    [Fact]
    public async Task The_trainer_of_the_group_is_never_offered_it()
    {
        await BecomesAsync(assessor, Role.Trainer);
        await app.Data.WorkAsync(PortfolioStatus.AwaitingAssessment, trainer: assessor);

        Assert.IsType<NothingToAssess>((await TakeAsync(assessor)).Error);
        Assert.Equal(0, (await app.SendAs(assessor, new GetAssessmentsQuery())).Value.Waiting);
    }

    [Fact]
    public async Task A_participant_of_the_group_is_never_offered_it()
    {
        var work = await app.Data.WorkAsync(PortfolioStatus.AwaitingAssessment);
        await app.Data.EnrolmentAsync(work.Group, assessor, EnrolmentStatus.Applied);

        Assert.IsType<NothingToAssess>((await TakeAsync(assessor)).Error);
    }

    [Fact]
    public async Task Who_gave_formative_feedback_is_never_offered_it()
    {
        var work = await app.Data.WorkAsync(PortfolioStatus.AwaitingAssessment);
        var rubric = await app.Data.RubricAsync();
        await app.Data.SaveAsync(new RubricSheet
        {
            PortfolioVersionId = work.Portfolio.Versions.First().Id,
            Role = SheetRole.Feedback,
            RubricId = rubric.Id,
            AuthorId = assessor.Id,
            StartedAt = app.Time.GetUtcNow().UtcDateTime,
        });

        Assert.IsType<NothingToAssess>((await TakeAsync(assessor)).Error);
    }

    [Fact]
    public async Task A_sheet_of_another_assessor_does_not_exist()
    {
        var work = await app.Data.WorkAsync(PortfolioStatus.AwaitingAssessment);
        var sheetId = (await TakeAsync(await app.Data.PersonAsync(Role.Assessor))).Value;

        await DoesNotExistAsync(sheetId, work);
    }

    [Fact]
    public async Task A_sheet_for_a_group_of_ones_own_does_not_exist()
    {
        await BecomesAsync(assessor, Role.Trainer);
        var work = await app.Data.WorkAsync(PortfolioStatus.InAssessment, trainer: assessor);
        var sheet = new RubricSheet
        {
            PortfolioVersionId = work.Version.Id,
            Role = SheetRole.First,
            RubricId = (await app.Data.RubricAsync()).Id,
            AuthorId = assessor.Id,
            StartedAt = app.Time.GetUtcNow().UtcDateTime,
        };
        await app.Data.SaveAsync(sheet);

        await DoesNotExistAsync(sheet.Id, work);
        Assert.Empty((await app.SendAs(assessor, new GetAssessmentsQuery())).Value.Open);
    }

    [Fact]
    public async Task Every_passage_is_marked_and_the_person_is_hidden_under_it()
    {
        var teacher = await app.Data.PersonAsync(Role.Teacher, familyName: "Қонысбаева");
        const string text = "Мен, Қонысбаева, №14 мектеп ұстазымын. Көшірілген сөйлем. КОНЫСБАЕВОЙ";
        var work = await app.Data.WorkAsync(PortfolioStatus.AwaitingAssessment, teacher: teacher, text: text);
        await app.Data.CheckAsync(work.Version, 148, (5, 10), (39, 18));

        var view = (await app.SendAs(assessor, new GetAssessmentQuery((await TakeAsync(assessor)).Value))).Value.Portfolio;

        var report = Assert.Single(view.Parts);
        Assert.Equal("Мен, ▇▇▇, ▇▇▇ ұстазымын. Көшірілген сөйлем. ▇▇▇", string.Concat(report.Text.Select(p => p.Text)));
        Assert.Equal(["▇▇▇", "Көшірілген сөйлем."], report.Text.Where(p => p.IsMatched).Select(p => p.Text));
        Assert.Equal((3, 148), (view.HiddenPlaces, report.SimilarityPermille));
    }

    [Fact]
    public void A_blind_portfolio_has_no_place_for_who_it_is()
    {
        static IEnumerable<string> NamesOf<T>() => typeof(T).GetProperties().Select(p => p.Name);

        Assert.Equal(["ListenerCode", "Parts", "HiddenPlaces"], NamesOf<BlindPortfolio>());
        Assert.Equal(["MaterialId", "Kind", "Number", "Text", "Matches", "CheckId", "SimilarityPermille"], NamesOf<PartText>());
    }

    [Fact]
    public async Task A_draft_may_be_open_but_a_sheet_for_review_is_complete()
    {
        var work = await app.Data.WorkAsync(PortfolioStatus.AwaitingAssessment);
        var sheetId = (await TakeAsync(assessor)).Value;
        var command = new SaveAssessmentCommand(sheetId, await app.Data.MarksAsync(work.Group, Grade.Good, null), "Пікір", false);

        Assert.Null((await app.SendAs(assessor, command)).Error);
        var refused = await app.SendAs(assessor, command with { IsComplete = true });

        Assert.Equal(["Marks[1].Level", "Marks[2].Level"], Assert.IsType<InvalidInput>(refused.Error).Faults.Select(f => f.Field));
        Assert.IsType<CriterionNotMarked>((await app.SendAs(assessor, new SignAssessmentCommand(sheetId))).Error);
        Assert.Null((await app.SendAs(assessor, new GetAssessmentQuery(sheetId))).Value.Sheet.GradeThatFollows);
    }

    [Theory]
    [InlineData(Grade.Good, Grade.Good, Grade.Satisfactory, Grade.Good)]
    [InlineData(Grade.Good, Grade.Satisfactory, Grade.Satisfactory, Grade.Satisfactory)]
    public async Task A_recommended_person_gets_the_certificate_with_the_signature(Grade a, Grade b, Grade c, Grade expected)
    {
        var work = await app.Data.WorkAsync(PortfolioStatus.AwaitingAssessment);
        var sheetId = (await TakeAsync(assessor)).Value;
        await app.SendAs(assessor, new SaveAssessmentCommand(sheetId, await app.Data.MarksAsync(work.Group, a, b, c), "", true));
        Assert.Equal(expected, (await app.SendAs(assessor, new GetAssessmentQuery(sheetId))).Value.Sheet.GradeThatFollows);

        var result = await app.SendAs(assessor, new SignAssessmentCommand(sheetId));

        Assert.Equal(new SignedSheet(SheetRole.First, expected, true), result.Value);
        Assert.Equal(PortfolioStatus.Recommended, await StatusAsync(work));
        Assert.Equal(EnrolmentStatus.Recommended, await OutcomeAsync(work));
        var certificate = await app.LookAsync(db => db.Certificates.SingleAsync());
        Assert.Equal("KZ-2026-000001", certificate.Serial);
        Assert.Matches(Code(), certificate.VerificationCode);
        Assert.Equal(
            (work.Enrolment.Id, work.Teacher.Id, work.Teacher.FullName, 1, 80),
            (certificate.EnrolmentId, certificate.PersonId, certificate.HolderName, certificate.ProgrammeVersionNumber, certificate.Hours));
        Assert.Equal(
            (work.Group.StartsOn, work.Group.EndsOn, new DateOnly(2026, 2, 10), "Педагогикалық шеберлік орталығы"),
            (certificate.StartedOn, certificate.EndedOn, certificate.IssuedOn, certificate.Issuer.Kk));
    }

    [Fact]
    public async Task An_unsatisfactory_portfolio_goes_to_another_assessor_the_next_time()
    {
        var work = await app.Data.WorkAsync(PortfolioStatus.AwaitingAssessment);
        await app.Data.AssessAsync(assessor, work, Grade.Unsatisfactory);
        Assert.Equal(PortfolioStatus.ReAssessment, await StatusAsync(work));
        Assert.Equal(EnrolmentStatus.NotRecommended, await OutcomeAsync(work));
        Assert.Equal(0, await app.LookAsync(db => db.Certificates.CountAsync()));

        await app.Data.HandInAgainAsync(work);
        Assert.IsType<NothingToAssess>((await TakeAsync(assessor)).Error);
        await app.Data.AssessAsync(await app.Data.PersonAsync(Role.Assessor), work, Grade.Unsatisfactory);
        Assert.Equal(EnrolmentStatus.NotRecommended, await OutcomeAsync(work));

        await app.Data.HandInAgainAsync(work);
        await app.Data.AssessAsync(await app.Data.PersonAsync(Role.Assessor), work, Grade.Satisfactory);
        Assert.Equal(EnrolmentStatus.Recommended, await OutcomeAsync(work));
        Assert.Equal(1, await app.LookAsync(db => db.Certificates.CountAsync()));
        var read = (await app.SendAs(work.Teacher, new GetMyFeedbackQuery(work.Enrolment.Id))).Value.Results;
        Assert.Equal([(2, Grade.Unsatisfactory), (3, Grade.Unsatisfactory), (4, Grade.Satisfactory)], read.Select(r => (r.VersionNumber, r.Grade)));
    }

    [Fact]
    public async Task Signing_twice_at_once_signs_once_and_issues_once()
    {
        var work = await app.Data.WorkAsync(PortfolioStatus.AwaitingAssessment);
        var sheetId = (await TakeAsync(assessor)).Value;
        await app.SendAs(assessor, new SaveAssessmentCommand(sheetId, await app.Data.MarksAsync(work.Group, Grade.Good), "", true));

        var results = await Task.WhenAll(
            app.SendAs(assessor, new SignAssessmentCommand(sheetId)),
            app.SendAs(assessor, new SignAssessmentCommand(sheetId)));

        Assert.Single(results, r => r.IsOk);
        Assert.Single(results, r => r.Error is SheetAlreadySigned);
        Assert.Equal(1, await app.LookAsync(db => db.Certificates.CountAsync()));
    }

    [Fact]
    public async Task Certificates_of_a_year_are_numbered_without_a_gap_though_some_signatures_fail()
    {
        var sheets = new List<(Person Assessor, Guid SheetId)>();
        for (var i = 0; i < 3; i++)
        {
            var work = await app.Data.WorkAsync(PortfolioStatus.AwaitingAssessment);
            var one = await app.Data.PersonAsync(Role.Assessor);
            var sheetId = (await TakeAsync(one)).Value;
            await app.SendAs(one, new SaveAssessmentCommand(sheetId, await app.Data.MarksAsync(work.Group, Grade.Good), "", true));
            sheets.Add((one, sheetId));
        }

        await Task.WhenAll(sheets.Concat(sheets).Select(s => app.SendAs(s.Assessor, new SignAssessmentCommand(s.SheetId))));

        var serials = await app.LookAsync(db => db.Certificates.Select(c => c.Serial).OrderBy(s => s).ToListAsync());
        Assert.Equal(["KZ-2026-000001", "KZ-2026-000002", "KZ-2026-000003"], serials);
    }

    [Fact]
    public async Task A_signed_sheet_does_not_change_any_more()
    {
        var work = await app.Data.WorkAsync(PortfolioStatus.AwaitingAssessment);
        var sheetId = await app.Data.AssessAsync(assessor, work, Grade.Good);

        var result = await app.SendAs(assessor, new SaveAssessmentCommand(sheetId, await app.Data.MarksAsync(work.Group, Grade.Unsatisfactory), "Басқа", false));

        Assert.IsType<SheetAlreadySigned>(result.Error);
        Assert.Equal(Grade.Good, (await app.SendAs(assessor, new GetAssessmentQuery(sheetId))).Value.Sheet.Grade);
    }

    [Fact]
    public async Task Today_tells_an_assessor_of_open_sheets_and_of_the_queue_and_a_teacher_of_a_new_certificate()
    {
        var work = await app.Data.WorkAsync(PortfolioStatus.AwaitingAssessment);
        await app.Data.WorkAsync(PortfolioStatus.AwaitingAssessment);
        var sheetId = (await TakeAsync(assessor)).Value;
        Assert.Equal(
            [("today.open_sheets", 1), ("today.assessment", 1)],
            (await app.SendAs(assessor, new GetTodayQuery())).Value.Items.Select(i => (i.TextKey, i.Count)));

        await app.SendAs(assessor, new SaveAssessmentCommand(sheetId, await app.Data.MarksAsync(work.Group, Grade.Good), "", true));
        await app.SendAs(assessor, new SignAssessmentCommand(sheetId));
        Assert.Equal(["KZ-2026-000001"], await CertificateItemsAsync());

        app.Time.Advance(TimeSpan.FromDays(30));
        Assert.Single(await CertificateItemsAsync());
        app.Time.Advance(TimeSpan.FromDays(1));
        Assert.Empty(await CertificateItemsAsync());

        async Task<IEnumerable<object?>> CertificateItemsAsync() =>
            (await app.SendAs(work.Teacher, new GetTodayQuery())).Value.Items.Where(i => i.TextKey == "today.certificate").Select(i => i.Args[1]);
    }

    [GeneratedRegex("^[0-9A-HJKMNP-TV-Z]{26}$")]
    private static partial Regex Code();

    private async Task DoesNotExistAsync(Guid sheetId, Work work)
    {
        var marks = await app.Data.MarksAsync(work.Group, Grade.Good);
        Assert.IsType<NotFound>((await app.SendAs(assessor, new GetAssessmentQuery(sheetId))).Error);
        Assert.IsType<NotFound>((await app.SendAs(assessor, new SaveAssessmentCommand(sheetId, marks, "", true))).Error);
        Assert.IsType<NotFound>((await app.SendAs(assessor, new SignAssessmentCommand(sheetId))).Error);
    }

    private Task<Result<Guid>> TakeAsync(Person person) => app.SendAs(person, new TakeNextPortfolioCommand(Guid.CreateVersion7()));

    private Task<PortfolioStatus> StatusAsync(Work work) =>
        app.LookAsync(db => db.Portfolios.Where(p => p.Id == work.Portfolio.Id).Select(p => p.Status).SingleAsync());

    private Task<EnrolmentStatus> OutcomeAsync(Work work) =>
        app.LookAsync(db => db.Enrolments.Where(e => e.Id == work.Enrolment.Id).Select(e => e.Status).SingleAsync());

    private async Task BecomesAsync(Person person, Role role)
    {
        var branch = (await app.Data.WorldAsync()).Branch.Id;
        await app.Data.ChangeAsync(async db => (await db.Persons.SingleAsync(p => p.Id == person.Id)).Receives(role, branch));
    }
}
