using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Studies;
using TeacherCpd.Application.Studies.Results;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Domain.Studies;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Studies;

/// <summary>Results by numbers of people, as the report of 2022 prints them, without small groups.</summary>
public sealed class ResultsTests : IAsyncLifetime
{
    private TestApp app = null!;
    private Person officer = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        officer = await app.Data.PersonAsync(Role.Coordinator);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    /// <summary>
    /// T24: 199 people, kk 114 and ru 85; 151, 145 and 143 votes where several answers were allowed; of the marks 10, 9 and 8 the shares 60.8, 13.4 and
    /// 12.4 %, which are those of 194 people: five gave no mark.
    /// </summary>
    [Fact]
    public async Task The_survey_of_the_seminar_of_2022_comes_out_as_it_was_printed()
    {
        var (study, questionnaire) = await app.Data.OpenStudyAsync(
        [
            TestData.Question("q1", QuestionKind.Several, options: 4), TestData.Question("q2", QuestionKind.Scale),
        ]);
        var sheets = Enumerable.Range(0, 199).Select(i =>
        {
            var chosen = new[] { i < 151, i >= 199 - 145, i >= 28 && i < 171, i is 0 }.Select((yes, place) => yes ? place : -1).Where(p => p >= 0);
            var mark = i switch { < 118 => ";q2:10", < 144 => ";q2:9", < 168 => ";q2:8", < 194 => ";q2:7", _ => "" };
            return $"q1:{string.Join(',', chosen)}{mark}";
        }).ToList();
        await app.Data.SheetsAsync(questionnaire, sheets.Take(114), Language.Kk);
        await app.Data.SheetsAsync(questionnaire, sheets.Skip(114), Language.Ru, isByLink: false);
        await app.SendAs(officer, new CloseStudyCommand(study.Id));

        var view = (await app.SendAs(officer, new GetStudyResultsQuery(study.Id, By: Breakdown.Language))).Value;

        Assert.Equal((199, 114, 0), (view.Shown.Answers, view.ByLink, view.Invited));
        Assert.Equal([114, 85], view.Groups.Select(g => g.People));
        Assert.Equal((573, 427), (Rounded.PerMille(114, 199), Rounded.PerMille(85, 199)));
        var votes = Assert.Single(view.Questions[0].Rows);
        Assert.Equal(199, votes.Answered);
        Assert.Equal([151, 145, 143, 1], votes.Counts);
        Assert.Equal([759, 729, 719], Enumerable.Range(0, 3).Select(votes.PerMille));
        var marks = Assert.Single(view.Questions[1].Rows);
        Assert.Equal(194, marks.Answered);
        Assert.Equal([608, 134, 124], new[] { 9, 8, 7 }.Select(marks.PerMille));
        Assert.Equal(100, view.Questions[1].Median);
        Assert.Equal(votes.Counts, view.Questions[0].Groups[0].Counts.Zip(view.Questions[0].Groups[1].Counts, (a, b) => a + b));
    }

    /// <summary>T29: of 1,274 teachers 622 at the basic, 600 at the medium and 52 at the high level of ICT.</summary>
    [Fact]
    public async Task The_ict_survey_of_the_base_schools_comes_out_as_it_was_printed()
    {
        var (study, questionnaire) = await app.Data.OpenStudyAsync([TestData.Question("q1", QuestionKind.One, options: 3)]);
        await app.Data.SheetsAsync(questionnaire, Enumerable.Range(0, 1274).Select(i => i < 622 ? "q1:0" : i < 1222 ? "q1:1" : "q1:2"));
        await app.SendAs(officer, new CloseStudyCommand(study.Id));

        var row = Assert.Single((await app.SendAs(officer, new GetStudyResultsQuery(study.Id))).Value.Questions[0].Rows);

        Assert.Equal(1274, row.Answered);
        Assert.Equal([622, 600, 52], row.Counts);
        Assert.Equal([488, 471, 41], Enumerable.Range(0, 3).Select(row.PerMille));
    }

    /// <summary>The trap of section 9: the mean of the per cents of groups is not the share of all people. Both are given, each by its name.</summary>
    [Fact]
    public async Task The_mean_of_shares_stands_beside_the_share_of_all()
    {
        var (study, questionnaire) = await app.Data.OpenStudyAsync([TestData.Question("q1", QuestionKind.One, options: 2, indicator: StudyIndicator.NewKnowledge, positive: 1)]);
        await app.Data.SheetsAsync(questionnaire, Enumerable.Range(0, 10).Select(i => i < 9 ? "q1:0" : "q1:1"), Language.Kk);
        await app.Data.SheetsAsync(questionnaire, Enumerable.Range(0, 90).Select(i => i < 45 ? "q1:0" : "q1:1"), Language.Ru);
        await app.SendAs(officer, new CloseStudyCommand(study.Id));

        var target = (await app.SendAs(officer, new GetStudyResultsQuery(study.Id, By: Breakdown.Language))).Value.Questions[0].Target!;

        Assert.Equal((540, 700, 660, false), (target.Pooled, target.MeanOfShares, target.Asked, target.IsReached));
        Assert.Equal(KirkpatrickLevel.Knowledge, target.Level);
    }

    [Fact]
    public async Task Small_groups_are_hidden_with_what_would_give_them_away_and_so_are_few_words()
    {
        var region = (await app.Data.WorldAsync()).Region;
        var (study, questionnaire) = await app.Data.OpenStudyAsync([TestData.Question("q1", QuestionKind.One, options: 2), TestData.Question("q2", QuestionKind.Open)]);
        await app.Data.SheetsAsync(questionnaire, Enumerable.Repeat("q1:0", 9), region: region);
        await app.Data.SheetsAsync(questionnaire, Enumerable.Repeat("q1:1", 4));
        await app.Data.WordsAsync(questionnaire, "q2", "бір", "екі", "үш", "төрт");
        await app.SendAs(officer, new CloseStudyCommand(study.Id));

        var view = (await app.SendAs(officer, new GetStudyResultsQuery(study.Id, By: Breakdown.Region))).Value;

        Assert.All(view.Groups, g => Assert.Null(g.People));
        Assert.All(view.Questions[0].Groups, g => Assert.Null(g.Answered));
        Assert.Equal(13, view.Questions[0].Answered);
        Assert.Null(view.Questions[1].Answered);
        Assert.Empty(view.Questions[1].Words);

        await app.Data.WordsAsync(questionnaire, "q2", "бес");
        var words = (await app.SendAs(officer, new GetStudyResultsQuery(study.Id))).Value.Questions[1].Words;
        Assert.Equal(5, words.Count);
        Assert.Null((await app.SendAs(officer, new StrikeOpenAnswerCommand(study.Id, words[0].Id))).Error);
        Assert.Equal("", await app.LookAsync(db => db.OpenAnswers.Where(a => a.IsStruck).Select(a => a.Words).SingleAsync()));
        Assert.Equal(officer.Id, await app.LookAsync(db => db.AuditProcesses.OrderByDescending(p => p.Sequence).Select(p => p.ActorId).FirstAsync()));
        var left = (await app.SendAs(officer, new GetStudyResultsQuery(study.Id))).Value.Questions[1];
        Assert.Equal((5, 4, 1), (left.Answered, left.Words.Count, left.Struck));
    }

    [Fact]
    public async Task A_row_of_a_matrix_that_few_answered_is_not_shown()
    {
        var (study, questionnaire) = await app.Data.OpenStudyAsync([TestData.Question("q1", QuestionKind.Matrix, options: 2, rows: 2)]);
        await app.Data.SheetsAsync(questionnaire, [.. Enumerable.Repeat("q1:0,", 6), .. Enumerable.Repeat("q1:1,1", 4)]);
        await app.SendAs(officer, new CloseStudyCommand(study.Id));

        var rows = (await app.SendAs(officer, new GetStudyResultsQuery(study.Id))).Value.Questions[0].Rows;

        Assert.Equal([6, 4], rows[0].Counts);
        Assert.Empty(rows[1].Counts);
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public async Task Of_too_few_answers_nothing_is_shown(int answers, bool isSmall)
    {
        var (study, questionnaire) = await app.Data.OpenStudyAsync([TestData.Question("q1", QuestionKind.Scale)]);
        await app.Data.SheetsAsync(questionnaire, Enumerable.Repeat("q1:7", answers));
        await app.SendAs(officer, new CloseStudyCommand(study.Id));

        var view = (await app.SendAs(officer, new GetStudyResultsQuery(study.Id))).Value;

        Assert.Equal((isSmall, isSmall ? 0 : 1), (view.IsSmall, view.Questions.Count));
    }

    [Fact]
    public async Task Results_are_shown_after_the_end_to_those_who_oversee_and_after_publication_to_all()
    {
        var (study, questionnaire) = await app.Data.OpenStudyAsync([TestData.Question("q1", QuestionKind.Scale)]);
        await app.Data.SheetsAsync(questionnaire, Enumerable.Repeat("q1:7", 9));
        var teacher = await app.Data.PersonAsync(Role.Teacher);
        var ministry = await app.Data.PersonAsync(Role.EducationOfficer);
        var query = new GetStudyResultsQuery(study.Id);

        Assert.IsType<ResultsLater>((await app.SendAs(officer, query)).Error);
        await app.SendAs(officer, new CloseStudyCommand(study.Id));
        Assert.Null((await app.SendAs(ministry, query)).Error);
        Assert.IsType<NotFound>((await app.SendAs(teacher, query)).Error);
        await app.SendAs(officer, new PublishStudyCommand(study.Id));
        var view = (await app.SendAs(teacher, query)).Value;
        Assert.False(view.MayRun);
        Assert.Equal(700, view.Questions[0].Mean);
        Assert.IsType<SignInNeeded>((await app.SendAs(null, query)).Error);
    }
}
