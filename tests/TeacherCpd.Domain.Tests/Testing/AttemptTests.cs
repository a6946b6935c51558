using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Testing;

namespace TeacherCpd.Domain.Tests.Testing;

/// <summary>An attempt: its order, its one way forward, its end and its points.</summary>
public sealed class AttemptTests
{
    private static readonly DateTime At = new(2026, 2, 10, 4, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Ends = At.AddMinutes(20);
    private static readonly List<Guid> Bank = [.. Enumerable.Range(0, 6).Select(_ => Guid.CreateVersion7())];
    private static readonly Dictionary<Guid, ScoredItem> Items = Bank.ToDictionary(id => id, _ => new ScoredItem(ItemTests.Content(ItemKind.OneRight, 3, [0]), false));

    [Fact]
    public void The_order_follows_from_the_seed_for_ever()
    {
        // the numbers are kept here on purpose: a generator that changes would change what people were asked
        Assert.Equal(Shuffle.Of(6, 42, 1), Shuffle.Of(6, 42, 1));
        Assert.Equal([0, 1, 2, 3, 4, 5], Shuffle.Of(6, 42, 1).Order());
        Assert.Equal(Start(42).Answers.Select(a => a.VersionId), Start(42).Answers.Select(a => a.VersionId));
        Assert.True(Enumerable.Range(0, 50).Select(seed => string.Join(',', Shuffle.Of(6, seed, 1))).Distinct().Count() > 30);
        Assert.True(Enumerable.Range(1, 50).Select(stream => string.Join(',', Shuffle.Of(6, 42, stream))).Distinct().Count() > 30);
    }

    [Fact]
    public void Each_place_has_each_number_about_as_often()
    {
        var first = Enumerable.Range(0, 6000).Select(seed => Shuffle.Of(6, seed, 1)[0]).CountBy(n => n).ToDictionary();
        Assert.All(Enumerable.Range(0, 6), n => Assert.InRange(first[n], 850, 1150));
    }

    [Fact]
    public void Questions_come_one_after_the_other_without_a_way_back()
    {
        var attempt = Start(7);
        Assert.Equal([1, 2, 3, 4], attempt.Answers.Select(a => a.Position));
        Assert.Equal(4, attempt.Answers.Select(a => a.VersionId).Distinct().Count());
        Assert.Equal(1, attempt.Present!.Position);
        Assert.Null(attempt.Give([0], At));
        Assert.Equal(2, attempt.Present!.Position);
        Assert.Null(attempt.Give([], At));
        Assert.Equal(3, attempt.Present!.Position);
        Assert.Equal([AnswerOutcome.Answered, AnswerOutcome.Skipped, AnswerOutcome.Waiting, AnswerOutcome.Waiting], attempt.Answers.Select(a => a.Outcome));
    }

    [Fact]
    public void What_comes_before_the_end_counts_and_what_comes_with_it_does_not()
    {
        var attempt = Start(7);
        Assert.Null(attempt.Give([0], Ends.AddMilliseconds(-1)));
        Assert.IsType<AttemptOver>(attempt.Give([0], Ends));
        attempt.End(Ends.AddHours(3), Items);
        Assert.Equal(Ends, attempt.EndedAt);
        Assert.Null(attempt.Present);
        Assert.IsType<AttemptOver>(attempt.Give([0], Ends));
        attempt.End(Ends.AddHours(4), Items);
        Assert.Equal((1, 1, 4), (attempt.Scores.Count, attempt.Score!.Points, attempt.Score.Total));
    }

    [Fact]
    public void The_question_at_the_end_was_seen_and_those_behind_it_were_not()
    {
        var attempt = Start(7);
        attempt.Give([0], At);
        attempt.Give([1], At);
        attempt.End(At.AddMinutes(1), Items);
        Assert.Equal([true, true, true, false], attempt.Answers.Select(a => a.IsSeen));
        Assert.Equal([true, false, false, false], attempt.Answers.Select(a => a.IsRight));

        // the rest of the first has no right one of three, that of the others one of three
        Assert.Equal([0, 333, 333, 333], attempt.Answers.Select(a => a.Rest));
        Assert.Equal(At.AddMinutes(1), attempt.EndedAt);
    }

    [Fact]
    public void An_item_struck_out_gives_its_point_to_who_was_asked_it_once_and_never_takes_one()
    {
        var (right, wrong, unseen) = (Start(7), Start(7), Start(7));
        foreach (var _ in right.Answers)
        {
            right.Give([0], At);
            wrong.Give([1], At);
        }

        right.End(At, Items);
        wrong.End(At, Items);
        unseen.End(At, Items);
        var last = right.Answers.Last().VersionId;
        var struck = new Dictionary<Guid, ScoredItem>(Items) { [last] = Items[last] with { IsFaulty = true } };
        var appeal = Guid.CreateVersion7();

        Assert.False(right.Rescore(appeal, struck, At));
        Assert.True(wrong.Rescore(appeal, struck, At));
        Assert.False(wrong.Rescore(appeal, struck, At));
        Assert.False(unseen.Rescore(appeal, struck, At));
        Assert.Equal((4, 1, 0), (right.Score!.Points, wrong.Score!.Points, unseen.Score!.Points));
        Assert.Equal([0, 1], wrong.Scores.OrderBy(s => s.Number).Select(s => s.Points));

        // the statistics go on to say how people answered
        Assert.False(wrong.Answers.Last().IsRight);
        Assert.True(wrong.Answers.Last().IsCredited);

        var running = Start(7);
        Assert.False(running.Rescore(appeal, struck, At));
        foreach (var _ in running.Answers)
        {
            running.Give([1], At);
        }

        running.End(At, struck);
        Assert.Equal(1, running.Score!.Points);
    }

    private static TestAttempt Start(int seed) => TestAttempt.Start(
        Guid.CreateVersion7(), Guid.CreateVersion7(), Language.Kk, seed, At, Ends,
        [(new TrialTestSection { Place = 1, Section = TestSection.AttestationRules, Subject = "", Count = 4 }, Bank)]);
}
