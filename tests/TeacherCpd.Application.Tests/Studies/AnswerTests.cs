using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Application.Studies;
using TeacherCpd.Application.Studies.Answers;
using TeacherCpd.Application.Studies.Notices;
using TeacherCpd.Application.Studies.Results;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Domain.Studies;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Studies;

/// <summary>Answers by link and by invitation: once, anonymous, and nobody who answered is reminded.</summary>
public sealed class AnswerTests : IAsyncLifetime
{
    private static readonly Question[] Questions =
    [
        TestData.Question("q1", QuestionKind.One, options: 3, isRequired: true), TestData.Question("q2", QuestionKind.Open),
    ];

    private readonly CollectingMail mail = new();
    private TestApp app = null!;
    private Person officer = null!;
    private Person teacher = null!;
    private Study study = null!;
    private Questionnaire questionnaire = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync(change: services => services.AddSingleton<IMailSender>(mail));
        officer = await app.Data.PersonAsync(Role.Coordinator);
        teacher = await app.Data.PersonAsync(Role.Teacher);
        (study, questionnaire) = await app.Data.OpenStudyAsync(Questions);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task By_link_the_same_form_counts_once_however_often_and_at_once_it_is_sent()
    {
        var form = Guid.CreateVersion7();

        var results = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => app.SendAs(null, ByLink(form, "1", "Рақмет")))));

        Assert.All(results, r => Assert.Null(r.Error));
        Assert.Null((await app.SendAs(null, ByLink(Guid.CreateVersion7(), "2", ""))).Error);
        Assert.Equal(["q1:1", "q1:2"], await app.LookAsync(db => db.AnswerSheets.OrderBy(s => s.Marks).Select(s => s.Marks).ToListAsync()));
        Assert.Equal("Рақмет", await app.LookAsync(db => db.OpenAnswers.Select(a => a.Words).SingleAsync()));
    }

    [Fact]
    public async Task What_is_missing_is_said_at_the_question_and_nothing_is_kept()
    {
        var error = Assert.IsType<InvalidInput>((await app.SendAs(null, ByLink(Guid.CreateVersion7(), "", "Ой"))).Error);

        Assert.Equal(("q1", "answer_needed"), (Assert.Single(error.Faults).Field, error.Faults[0].Code));
        Assert.Equal(0, await app.LookAsync(db => db.AnswerSheets.CountAsync()) + await app.LookAsync(db => db.OpenAnswers.CountAsync()));
    }

    [Fact]
    public async Task A_study_that_was_closed_meanwhile_takes_no_answer_and_the_form_can_still_be_read()
    {
        await app.SendAs(officer, new CloseStudyCommand(study.Id));

        Assert.IsType<StudyNotOpen>((await app.SendAs(null, ByLink(Guid.CreateVersion7(), "1", ""))).Error);
        Assert.False((await app.SendAs(null, new GetSurveyQuery(questionnaire.Token, 1))).Value.IsOpen);
        Assert.IsType<NotFound>((await app.SendAs(null, new GetSurveyQuery("unknown"))).Error);
    }

    [Fact]
    public async Task An_answer_belongs_to_the_version_that_the_form_showed()
    {
        await app.SendAs(officer, new DraftQuestionnaireCommand(questionnaire.Id));
        await app.SendAs(officer, new WriteQuestionCommand(questionnaire.Id, TestData.Question("", QuestionKind.Scale) with { Text = new("Жаңа", "Новый", "New") }, 1));
        Assert.IsType<NotFound>((await app.SendAs(null, ByLink(Guid.CreateVersion7(), "1", "") with { Number = 2 })).Error);
        await app.SendAs(officer, new FreezeQuestionnaireCommand(questionnaire.Id));

        Assert.Equal(2, (await app.SendAs(null, new GetSurveyQuery(questionnaire.Token))).Value.Number);
        Assert.Null((await app.SendAs(null, ByLink(Guid.CreateVersion7(), "1", ""))).Error);
        Assert.Equal(questionnaire.Current!.Id, await app.LookAsync(db => db.AnswerSheets.Select(s => s.VersionId).SingleAsync()));
    }

    [Fact]
    public async Task Who_was_invited_answers_once_and_no_key_moment_or_audit_leads_to_the_answer()
    {
        await app.Data.InviteAsync(questionnaire, teacher);
        Assert.Contains((await app.SendAs(teacher, new GetTodayQuery())).Value.Items, i => i.Path == $"/my/surveys/{questionnaire.Id}");
        var before = await app.LookAsync(db => db.AuditProcesses.CountAsync());

        var form = Guid.CreateVersion7();
        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => app.SendAs(teacher, ByInvitation(i < 2 ? form : Guid.CreateVersion7())))));

        Assert.Contains(results, r => r.Error is null);
        Assert.All(results, r => Assert.True(r.Error is null or AnsweredBefore, r.Error?.Code));
        Assert.Equal(1, await app.LookAsync(db => db.AnswerSheets.CountAsync()));
        Assert.True(await app.LookAsync(db => db.StudyInvitations.Select(i => i.IsAnswered).SingleAsync()));
        Assert.Equal(before, await app.LookAsync(db => db.AuditProcesses.CountAsync()));
        Assert.DoesNotContain((await app.SendAs(teacher, new GetTodayQuery())).Value.Items, i => i.Path == $"/my/surveys/{questionnaire.Id}");
        Assert.True((await app.SendAs(teacher, new GetMySurveyQuery(questionnaire.Id))).Value.IsAnswered);

        // every column of what was kept: none tells a person, an invitation, a form or a moment
        var sheet = JsonSerializer.Serialize(await app.LookAsync(db => db.AnswerSheets.SingleAsync()));
        var words = JsonSerializer.Serialize(await app.LookAsync(db => db.OpenAnswers.SingleAsync()));
        var invitation = await app.LookAsync(db => db.StudyInvitations.SingleAsync());
        foreach (var trace in new[] { teacher.Id.ToString(), invitation.Id.ToString(), form.ToString(), "T04:00", "2026-02-10T" })
        {
            Assert.DoesNotContain(trace, sheet + words, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(JsonSerializer.Deserialize<JsonElement>(sheet).GetProperty("Id").GetString()!, words, StringComparison.Ordinal);
        Assert.Null(await app.LookAsync(db => Task.FromResult(db.Model.FindEntityType(typeof(AnswerSheet))!.GetForeignKeys()
            .FirstOrDefault(k => k.PrincipalEntityType.ClrType == typeof(Person) || k.PrincipalEntityType.ClrType == typeof(StudyInvitation)))));
    }

    [Fact]
    public async Task Who_was_not_invited_finds_no_questionnaire()
    {
        Assert.IsType<NotFound>((await app.SendAs(teacher, new GetMySurveyQuery(questionnaire.Id))).Error);
        Assert.IsType<NotFound>((await app.SendAs(teacher, ByInvitation(Guid.CreateVersion7()))).Error);
    }

    [Fact]
    public async Task People_of_groups_and_districts_are_invited_once_with_one_mail_and_only_the_silent_are_reminded()
    {
        var group = await app.Data.GroupAsync(status: GroupStatus.Closed);
        var (silent, second) = (await app.Data.PersonAsync(Role.Teacher, w => w.OtherSchool), await app.Data.PersonAsync(Role.Teacher, w => w.OtherSchool));
        await app.Data.EnrolmentAsync(group, silent, EnrolmentStatus.Recommended);
        await app.Data.EnrolmentAsync(group, second, EnrolmentStatus.Declined);

        Assert.IsType<InvalidInput>((await app.SendAs(officer, new InviteToStudyCommand(questionnaire.Id, [], []))).Error);
        Assert.Equal(1, (await app.SendAs(officer, new InviteToStudyCommand(questionnaire.Id, [group.Id], []))).Value);
        Assert.Equal(0, (await app.SendAs(officer, new InviteToStudyCommand(questionnaire.Id, [group.Id], []))).Value);
        await app.Data.InviteAsync(questionnaire, teacher);
        await SendAllAsync();
        Assert.Equal(2, mail.Taken.Count);

        await app.SendAs(teacher, ByInvitation(Guid.CreateVersion7()));
        app.Time.Advance(TimeSpan.FromDays(6));
        await SendAllAsync();
        Assert.Equal(2, mail.Taken.Count);
        for (var round = 0; round < 4; round++)
        {
            app.Time.Advance(TimeSpan.FromDays(round == 0 ? 1 : 7));
            await SendAllAsync();
            await SendAllAsync();
        }

        // two reminders by the settings, to the one who is silent
        Assert.Equal(4, mail.Taken.Count);
        Assert.All(mail.Taken.Skip(2), m => Assert.Equal(silent.Email, m.To));
    }

    [Fact]
    public async Task Whoever_answers_while_a_reminder_waits_gets_none()
    {
        await app.Data.InviteAsync(questionnaire, teacher);
        await app.SendAs(teacher, ByInvitation(Guid.CreateVersion7()));

        await SendAllAsync();

        Assert.Empty(mail.Taken);
        Assert.Equal(ReminderStatus.Cancelled, await app.LookAsync(db => db.StudyNotices.Select(n => n.Status).SingleAsync()));
    }

    [Fact]
    public async Task A_diagnosis_gives_the_own_level_and_programmes_and_the_list_for_enrolment()
    {
        var programme = (await app.Data.ProgrammeAsync()).ProgrammeId;
        var (needs, diagnosis) = await app.Data.OpenStudyAsync(
            [TestData.Question("q1", QuestionKind.Scale, need: "quick_online_feedback"), TestData.Question("q2", QuestionKind.One, options: 3, need: "self_and_peer")], QuestionnaireKind.Diagnosis);
        Assert.Null((await app.SendAs(officer, new ProposeProgrammesCommand(needs.Id, [new NeedRow(Competence.Technology, NeedLevel.Basic, programme)]))).Error);
        Assert.IsType<NotFound>((await app.SendAs(null, new GetSurveyQuery(diagnosis.Token))).Error);
        await app.Data.InviteAsync(diagnosis, teacher);

        Assert.Null((await app.SendAs(teacher, new AnswerByInvitationCommand(diagnosis.Id, 1, Guid.CreateVersion7(), Language.Kk, Given(("q1", "3"), ("q2", "2"))))).Error);

        var own = (await app.SendAs(teacher, new GetMyDiagnosisQuery(diagnosis.Id))).Value.Levels;
        Assert.Equal([(Competence.Technology, NeedLevel.Basic, 22, 1), (Competence.Assessment, NeedLevel.High, 100, 0)], own.Select(l => (l.Competence, l.Level, l.Percent, l.Programmes.Count)));
        Assert.IsType<NotFound>((await app.SendAs(await app.Data.PersonAsync(Role.Teacher), new GetMyDiagnosisQuery(diagnosis.Id))).Error);
        var list = (await app.SendAs(officer, new GetNeedsQuery(needs.Id, Competence.Technology, NeedLevel.Basic, 1))).Value;
        Assert.Equal((1, 1), (list.Diagnosed, list.People.Total));
        Assert.Equal($"{teacher.FamilyName} {teacher.GivenName}", list.People.Items[0].Name);
        Assert.NotNull(list.People.Items[0].School);
        Assert.Equal(0, (await app.SendAs(officer, new GetNeedsQuery(needs.Id, Competence.Technology, NeedLevel.High, 1))).Value.People.Total);
        Assert.Equal(1, list.Counts.Single(c => c is { Competence: Competence.Technology, Level: NeedLevel.Basic }).People);
        Assert.IsType<Forbidden>((await app.SendAs(await app.Data.PersonAsync(Role.EducationOfficer), new GetNeedsQuery(needs.Id, null, null, 1))).Error);
    }

    private AnswerByLinkCommand ByLink(Guid form, string choice, string words) =>
        new(questionnaire.Token, 1, form, Language.Kk, null, null, Given(("q1", choice), ("q2", words)));

    private AnswerByInvitationCommand ByInvitation(Guid form) => new(questionnaire.Id, 1, form, Language.Kk, Given(("q1", "1"), ("q2", "Рақмет")));

    private static Dictionary<string, IReadOnlyList<string>> Given(params (string Field, string Value)[] given) =>
        given.ToDictionary(g => g.Field, g => (IReadOnlyList<string>)[g.Value]);

    // as the morning and the minute do, and Hangfire after them
    private async Task SendAllAsync()
    {
        await app.SendAsSystem(new RemindOfStudiesCommand());
        await app.SendAsSystem(new QueueStudyNoticesCommand());
        foreach (var id in await app.LookAsync(db => db.StudyNotices.Select(n => n.Id).ToListAsync()))
        {
            await app.SendAsSystem(new SendStudyNoticeCommand(id));
        }
    }
}
