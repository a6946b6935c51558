using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Originality;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Originality;

/// <summary>Passages confirmed and dismissed by people, and who may read how much of a source.</summary>
public sealed class ReviewPassageTests : IAsyncLifetime
{
    private TestApp app = null!;
    private Person trainer = null!;
    private Work work = null!;
    private Work source = null!;
    private OriginalityCheck check = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        trainer = await app.Data.PersonAsync(Role.Trainer);
        work = await app.Data.WorkAsync(PortfolioStatus.AwaitingFeedback, trainer);
        source = await app.Data.WorkAsync(PortfolioStatus.AwaitingFeedback);
        check = await app.Data.CheckAsync(work, source.Version.Materials.First(), 1000, 3);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_figure_after_review_stands_beside_the_machines_and_history_is_kept()
    {
        var first = check.Passages.First();
        Assert.Null((await ReviewAsync(trainer, first, PassageJudgement.Dismissed)).Error);
        Assert.Equal((300, 200), await FiguresAsync(check));
        Assert.Null((await ReviewAsync(await app.Data.PersonAsync(Role.Coordinator), check.Passages.Last(), PassageJudgement.Dismissed)).Error);
        Assert.Equal((300, 100), await FiguresAsync(check));
        app.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Null((await ReviewAsync(trainer, first, PassageJudgement.Confirmed)).Error);
        Assert.Equal((300, 200), await FiguresAsync(check));

        Assert.Equal(3, await app.LookAsync(db => db.PassageReviews.CountAsync()));
        Assert.True(await app.LookAsync(db => db.AuditProcesses.AnyAsync(p => p.Name == nameof(ReviewPassageCommand))));
        var view = (await app.SendAs(trainer, new GetOriginalityReportQuery(check.Id))).Value;
        Assert.Equal((300, 200), (view.Permille, view.ReviewedPermille));
        Assert.Equal([MatchReview.Confirmed, MatchReview.Open, MatchReview.Dismissed], view.Matches.Select(m => m.Review));
    }

    [Fact]
    public async Task A_later_round_that_finds_the_same_passage_keeps_what_was_said_of_it()
    {
        await ReviewAsync(trainer, check.Passages.First(), PassageJudgement.Dismissed);
        var later = await app.Data.CheckAsync(work, source.Version.Materials.First(), 1000, 3, CheckRound.Deadline);

        Assert.Equal(MatchReview.Dismissed, (await app.SendAs(trainer, new GetOriginalityReportQuery(later.Id))).Value.Matches[0].Review);
        await ReviewAsync(trainer, check.Passages.Last(), PassageJudgement.Dismissed);
        Assert.Equal((300, 100), await FiguresAsync(later));
    }

    [Fact]
    public async Task Only_the_trainer_of_the_group_and_coordinators_in_scope_review()
    {
        Person[] others =
        [
            work.Teacher, source.Teacher, await app.Data.PersonAsync(Role.Trainer), await app.Data.PersonAsync(Role.Assessor),
            await app.Data.PersonAsync(Role.Coordinator, w => w.OtherBranch),
        ];
        foreach (var person in others)
        {
            Assert.IsType<NotFound>((await ReviewAsync(person, check.Passages.First(), PassageJudgement.Dismissed)).Error);
        }

        var foreign = await app.Data.CheckAsync(source, work.Version.Materials.First(), 1000, 1);
        Assert.IsType<NotFound>((await app.SendAs(trainer, new ReviewPassageCommand(check.Id, foreign.Passages.Single().Id, PassageJudgement.Dismissed, "Себебі"))).Error);
        Assert.IsType<InvalidInput>((await app.SendAs(trainer, new ReviewPassageCommand(check.Id, check.Passages.First().Id, null, "Себебі"))).Error);
        Assert.IsType<InvalidInput>((await app.SendAs(trainer, new ReviewPassageCommand(check.Id, check.Passages.First().Id, PassageJudgement.Confirmed, "  "))).Error);
    }

    [Fact]
    public async Task Filters_leave_out_matches_and_no_text()
    {
        await ReviewAsync(trainer, check.Passages.First(), PassageJudgement.Dismissed);

        Assert.Equal([1, 3], (await FilterAsync(new MatchFilter(Kind: MatchKind.Verbatim))).Matches.Select(m => m.Number));
        Assert.Equal([2], (await FilterAsync(new MatchFilter(Kind: MatchKind.Edited))).Matches.Select(m => m.Number));
        Assert.Equal([1], (await FilterAsync(new MatchFilter(Review: MatchReview.Dismissed))).Matches.Select(m => m.Number));
        Assert.Empty((await FilterAsync(new MatchFilter(Source: 2))).Matches);
        var filtered = await FilterAsync(new MatchFilter(Kind: MatchKind.Edited));
        Assert.Equal("Сабақта оқушылар топпен жұмыс істеді.", string.Concat(filtered.Pieces.Select(p => p.Text)));
        Assert.Equal(3, filtered.AllMatches);
    }

    [Fact]
    public async Task A_source_is_read_whole_by_the_trainer_of_both_groups_and_the_coordinator_of_its_branch_and_names_are_hidden()
    {
        var author = await app.Data.PersonAsync(Role.Teacher, familyName: "Байсейітова");
        var words = string.Join(' ', Enumerable.Range(0, 60).Select(i => $"сөз{i}"));
        var own = await app.Data.WorkAsync(PortfolioStatus.AwaitingFeedback, trainer, teacher: author, text: $"{words} Байсейітова {words}", group: work.Group);
        var both = await app.Data.CheckAsync(work, own.Version.Materials.First(), 1000, 1, CheckRound.Deadline);
        var elsewhere = await app.Data.GroupAsync(status: Domain.Groups.GroupStatus.Studying, inOtherBranch: true);
        var other = await app.Data.WorkAsync(PortfolioStatus.AwaitingFeedback, teacher: author, text: $"{words} Байсейітова {words}", group: elsewhere);
        var far = await app.Data.CheckAsync(work, other.Version.Materials.First(), 1000, 1, CheckRound.WeekLater);
        var coordinator = await app.Data.PersonAsync(Role.Coordinator);

        Assert.True(await IsWholeAsync(trainer, both));
        Assert.True(await IsWholeAsync(coordinator, both));
        Assert.True(await IsWholeAsync(await app.Data.PersonAsync(Role.Coordinator, w => w.Centre), far));
        Assert.False(await IsWholeAsync(work.Teacher, both));
        Assert.False(await IsWholeAsync(trainer, far));
        Assert.False(await IsWholeAsync(coordinator, far));
    }

    private async Task<bool> IsWholeAsync(Person reader, OriginalityCheck of)
    {
        var text = Assert.Single((await app.SendAs(reader, new GetOriginalityReportQuery(of.Id))).Value.Texts);
        var shown = string.Concat(text.Pieces.Select(p => p.Text));
        Assert.DoesNotContain("Байсейітова", shown, StringComparison.Ordinal);
        Assert.StartsWith("сөз0", shown, StringComparison.Ordinal);
        Assert.Equal(text.IsWhole, shown.Contains("сөз59", StringComparison.Ordinal));
        Assert.Equal(text.IsWhole, shown.Contains("▇▇▇", StringComparison.Ordinal));
        return text.IsWhole;
    }

    private async Task<OriginalityReportView> FilterAsync(MatchFilter filter) => (await app.SendAs(trainer, new GetOriginalityReportQuery(check.Id, filter))).Value;

    private Task<Result<Done>> ReviewAsync(Person person, OriginalityPassage passage, PassageJudgement judgement) =>
        app.SendAs(person, new ReviewPassageCommand(check.Id, passage.Id, judgement, "Дәйексөз: сілтемесі бар"));

    private async Task<(int?, int?)> FiguresAsync(OriginalityCheck of) =>
        await app.LookAsync(async db =>
        {
            var found = await db.OriginalityChecks.AsNoTracking().SingleAsync(c => c.Id == of.Id);
            return (found.SimilarityPermille, found.ReviewedPermille);
        });
}
