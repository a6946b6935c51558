using System.Globalization;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Domain.Studies;

namespace TeacherCpd.Testing;

/// <summary>Studies and their answers.</summary>
public sealed partial class TestData
{
    /// <summary>All that is written about a study.</summary>
    public static StudyContent StudyContent(StudyKind kind = StudyKind.PostCourse, params Guid[] programmes) => new(
        kind, Text("Курстан кейінгі зерттеу"), true, new DateOnly(2026, 2, 1), new DateOnly(2026, 3, 1), StudyMethods.Survey,
        new StudyProtocol("Ғылым", "Көрсеткіштер", "Онлайн", "Зерттеушілер", "Анонимді", "Осы жерде"), programmes);

    /// <summary>A question that can be asked.</summary>
    public static Question Question(
        string code, QuestionKind kind, int options = 0, int rows = 0, bool isRequired = false, string? need = null, StudyIndicator? indicator = null, int positive = 0) => new(
        code, kind, Text($"{code} сұрағы"), KirkpatrickLevel.Reaction, isRequired,
        [.. Enumerable.Range(0, options).Select(i => Text(string.Create(CultureInfo.InvariantCulture, $"нұсқа {i}")))],
        [.. Enumerable.Range(0, rows).Select(i => Text(string.Create(CultureInfo.InvariantCulture, $"жол {i}")))],
        need, indicator, positive);

    /// <summary>An open study of the branch with one questionnaire for teachers.</summary>
    public async Task<(Study Study, Questionnaire Questionnaire)> OpenStudyAsync(
        IReadOnlyList<Question> questions, QuestionnaireKind kind = QuestionnaireKind.Survey, Func<World, Organisation>? at = null, IReadOnlyList<Guid>? programmes = null)
    {
        var places = await WorldAsync();
        var study = Study.Plan(Guid.CreateVersion7(), (at?.Invoke(places) ?? places.Branch).Id, StudyContent(programmes: [.. programmes ?? []]));
        var questionnaire = Questionnaire.Begin(Guid.CreateVersion7(), study.Id, Respondent.Teacher, kind);
        foreach (var error in new[] { questionnaire.Write(new QuestionnaireContent(questions)), study.Open(Now), questionnaire.Freeze(Now) }.OfType<Error>())
        {
            throw new InvalidOperationException(error.Code);
        }

        await SaveAsync(study, questionnaire);
        return (study, questionnaire);
    }

    /// <summary>Invites people past the pipeline, with the mail of the invitation.</summary>
    public Task InviteAsync(Questionnaire questionnaire, params IReadOnlyList<Person> people) => ChangeAsync(db =>
    {
        foreach (var person in people)
        {
            db.StudyInvitations.Add(new StudyInvitation { QuestionnaireId = questionnaire.Id, PersonId = person.Id, InvitedOn = DateOnly.FromDateTime(Now) });
            db.StudyNotices.Add(new StudyNotice { QuestionnaireId = questionnaire.Id, PersonId = person.Id, Number = 0, WrittenAt = Now });
        }

        return Task.CompletedTask;
    });

    /// <summary>Sheets as answers leave them, past the pipeline: many at once.</summary>
    /// <param name="questionnaire">Questionnaire.</param>
    /// <param name="marks">Marks of each sheet.</param>
    /// <param name="language">Language of the forms.</param>
    /// <param name="region">Region.</param>
    /// <param name="isByLink">Whether they came by link.</param>
    /// <param name="programme">Programme.</param>
    public Task SheetsAsync(
        Questionnaire questionnaire, IEnumerable<string> marks, Language language = Language.Kk, Organisation? region = null, bool isByLink = true, Guid? programme = null) => ChangeAsync(db =>
    {
        db.AnswerSheets.AddRange(marks.Select(m => new AnswerSheet
        {
            Id = AnswerSheet.IdOf(questionnaire.Current!.Id, Guid.CreateVersion7()),
            VersionId = questionnaire.Current!.Id,
            Day = DateOnly.FromDateTime(Now),
            IsByLink = isByLink,
            Language = language,
            RegionId = region?.Id,
            ProgrammeId = programme,
            Marks = m,
        }));
        return Task.CompletedTask;
    });

    /// <summary>Own words to a question, past the pipeline.</summary>
    public Task WordsAsync(Questionnaire questionnaire, string question, params IReadOnlyList<string> words) => ChangeAsync(db =>
    {
        db.OpenAnswers.AddRange(words.Select(w => new OpenAnswer { VersionId = questionnaire.Current!.Id, Question = question, Words = w }));
        return Task.CompletedTask;
    });
}
