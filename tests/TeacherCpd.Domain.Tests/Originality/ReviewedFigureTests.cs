using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Originality;

namespace TeacherCpd.Domain.Tests.Originality;

/// <summary>What holds for every figure after review.</summary>
[Properties(Replay = "20261127,4203")]
public sealed class ReviewedFigureTests
{
    private static readonly DateTime Now = new(2026, 2, 10, 9, 0, 0, DateTimeKind.Utc);

    [Property]
    public Property DismissingNothing_IsTheFigureOfTheMachine() => Prop.ForAll(Checks(), check =>
        ReviewedFigure.Permille(check, []) == check.SimilarityPermille
        && ReviewedFigure.Permille(check, check.Passages.Select(p => Review(check, p, PassageJudgement.Confirmed))) == check.SimilarityPermille);

    [Property]
    public Property DismissingAll_IsNothing() => Prop.ForAll(Checks(), check =>
        ReviewedFigure.Permille(check, check.Passages.Select(p => Review(check, p, PassageJudgement.Dismissed))) == 0);

    [Property]
    public Property TheOrderOfReviews_DoesNotMatter() => Prop.ForAll(Checks(), Gen.Choose(0, int.MaxValue).ToArbitrary(), (check, seed) =>
    {
        var random = new System.Random(seed);

        // some passages twice: the later word counts, wherever it stands in the list
        var reviews = check.Passages
            .SelectMany(p => Enumerable.Range(0, random.Next(3)).Select(i => Review(check, p, (PassageJudgement)random.Next(2), i)))
            .ToList();
        var shuffled = reviews.OrderBy(_ => random.Next()).ToList();
        return ReviewedFigure.Permille(check, reviews) == ReviewedFigure.Permille(check, shuffled);
    });

    [Property]
    public Property DismissingMore_NeverRaisesTheFigure() => Prop.ForAll(Checks(), check =>
    {
        var reviews = new List<PassageReview>();
        var before = ReviewedFigure.Permille(check, reviews);
        foreach (var passage in check.Passages)
        {
            reviews.Add(Review(check, passage, PassageJudgement.Dismissed));
            var after = ReviewedFigure.Permille(check, reviews);
            if (after > before)
            {
                return false;
            }

            before = after;
        }

        return true;
    });

    [Fact]
    public void TheLastWordOnAPassage_Counts()
    {
        var check = Of(1000, 0, [100, 50]);
        var first = check.Passages.First();

        Assert.Equal(50, ReviewedFigure.Permille(check, [Review(check, first, PassageJudgement.Dismissed)]));
        Assert.Equal(150, ReviewedFigure.Permille(check, [Review(check, first, PassageJudgement.Confirmed, 1), Review(check, first, PassageJudgement.Dismissed)]));
    }

    [Fact]
    public void AWordOnAnotherPlaceOrSource_ChangesNothing()
    {
        var check = Of(1000, 0, [100]);
        var passage = check.Passages.Single();
        var other = new OriginalityPassage { SourceMaterialId = Guid.CreateVersion7(), Start = passage.Start, Length = passage.Length, Words = 100 };
        var moved = new OriginalityPassage { SourceMaterialId = passage.SourceMaterialId, Start = passage.Start + 1, Length = passage.Length, Words = 100 };

        Assert.Equal(100, ReviewedFigure.Permille(check, [Review(check, other, PassageJudgement.Dismissed), Review(check, moved, PassageJudgement.Dismissed)]));
    }

    [Fact]
    public void ATextThatWasNotChecked_HasNoFigureAfterReviewEither()
    {
        var check = Of(0, 0, []);

        Assert.Null(check.SimilarityPermille);
        Assert.Null(ReviewedFigure.Permille(check, []));
    }

    private static Arbitrary<OriginalityCheck> Checks() => (
        from words in ArbMap.Default.GeneratorFor<PositiveInt>().Select(n => (n.Get % 400) + 1).NonEmptyListOf()
        from more in Gen.Choose(0, 5000)
        from excluded in Gen.Choose(0, 500)
        select Of(words.Sum() + more + excluded, excluded, [.. words])).ToArbitrary();

    // the figure is made as the engine makes it
    private static OriginalityCheck Of(int words, int excluded, int[] passages)
    {
        var check = new OriginalityCheck
        {
            VersionId = Guid.CreateVersion7(),
            MaterialId = Guid.CreateVersion7(),
            Stage = AssessmentStage.Formative,
            QueuedAt = Now,
        };
        var whole = words - excluded;
        int? permille = whole == 0 ? null : (int)(((passages.Sum() * 1000L) + (whole / 2)) / whole);
        check.Finish(
            new CheckFindings(permille, permille, 0, words, excluded, [], [.. passages.Select((n, i) => new OriginalityPassage
            {
                SourceMaterialId = Guid.CreateVersion7(),
                Start = i * 1000,
                Length = 900,
                Words = n,
            })], []),
            Now,
            Now);
        return check;
    }

    private static PassageReview Review(OriginalityCheck check, OriginalityPassage passage, PassageJudgement judgement, int minute = 0) => new()
    {
        MaterialId = check.MaterialId,
        SourceMaterialId = passage.SourceMaterialId,
        Start = passage.Start,
        Length = passage.Length,
        Judgement = judgement,
        Reason = "Дәйексөз",
        At = Now.AddMinutes(minute),
        By = Guid.CreateVersion7(),
    };
}
