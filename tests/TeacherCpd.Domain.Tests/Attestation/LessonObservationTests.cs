using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Tests.Common;

namespace TeacherCpd.Domain.Tests.Attestation;

public sealed class LessonObservationTests
{
    private static readonly DateTime Now = new(2026, 2, 10, 9, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = new(2026, 2, 10);
    private static readonly ObservationRules Rules = Order83.Rules.Observation!;

    public static TheoryData<ObservationStatus, ObservationStatus, bool> Steps => StateTable.Pairs<ObservationStatus>(
        "Draft -> SignedOff, Discarded",
        "SignedOff -> Acknowledged");

    [Theory]
    [MemberData(nameof(Steps))]
    public void OnlyTheseStepsAreAllowed(ObservationStatus from, ObservationStatus to, bool allowed) =>
        StateTable.Check(ObservationStates.Table, from, to, allowed);

    [Theory]
    [InlineData(ObservationVariant.Lesson)]
    [InlineData(ObservationVariant.Preschool)]
    [InlineData(ObservationVariant.Correction)]
    [InlineData(ObservationVariant.Consultation)]
    public void EverySheet_ReachesThePrintedMaximum(ObservationVariant variant) =>
        Assert.Equal(Rules.Maximum, Rules.Form(variant)!.Count * ObservationLevels.Highest);

    [Theory]
    [InlineData(60, null)]
    [InlineData(61, "moderator")]
    [InlineData(70, "moderator")]
    [InlineData(71, "expert")]
    [InlineData(80, "expert")]
    [InlineData(81, "researcher")]
    [InlineData(90, "researcher")]
    [InlineData(91, "master")]
    [InlineData(102, "master")]
    public void WholePoints_FallInABand(int points, string? band) => Assert.Equal(band, Rules.BandOf(points));

    [Fact]
    public void Levels_AreKeptInTheirOrder_AndWhatIsNoLevelIsNone()
    {
        var levels = ObservationLevels.Of([0, 3, null, 4, -1, 2], 7);

        Assert.Equal("03---2-", levels.ToString());
        Assert.Equal((5, 4), (levels.Points, levels.Missing));
        Assert.Equal([0, 3, null, null, null, 2, null], ObservationLevels.Parse("03---2-").All);
    }

    [Fact]
    public void ASheet_IsSignedWhole_AndThenNothingInItChanges()
    {
        var sheet = Sheet();
        var all = Enumerable.Repeat<int?>(2, 34).ToList();

        Assert.Null(sheet.Fill([.. all.Take(33)], "Рефлексия"));
        Assert.Equal(new LevelsMissing(1), sheet.Sign(Now));
        Assert.Null(sheet.Sha256);
        Assert.Null(sheet.Fill(all, "Рефлексия"));
        Assert.Null(sheet.Sign(Now));
        Assert.Equal((68, 64), (sheet.Points, sheet.Sha256!.Length));
        Assert.IsType<StepNotAllowed>(sheet.Fill(all, "Басқа"));
        Assert.IsType<StepNotAllowed>(sheet.Discard());
        Assert.Null(sheet.Acknowledge("Рахмет", Now));
        Assert.IsType<StepNotAllowed>(sheet.Acknowledge("Тағы", Now));
        Assert.Equal("Рахмет", sheet.Answer);
    }

    [Fact]
    public void TheHash_DependsOnEveryLevel()
    {
        static string Signed(IReadOnlyList<int?> levels, Guid id)
        {
            var sheet = Sheet(id);
            sheet.Fill(levels, "");
            sheet.Sign(Now);
            return sheet.Sha256!;
        }

        var id = Guid.CreateVersion7();
        var twos = Enumerable.Repeat<int?>(2, 34).ToList();
        List<int?> other = [3, 1, .. twos.Skip(2)];
        var teacher = Signed(twos, id);

        // the same points, other levels
        Assert.NotEqual(teacher, Signed(other, id));
    }

    [Fact]
    public void NobodyWatchesThemselves_NorALessonToCome()
    {
        var person = Guid.CreateVersion7();

        Assert.IsType<OwnLesson>(Begin(Guid.CreateVersion7(), person, person, Today).Error);
        Assert.IsType<LessonInFuture>(Begin(Guid.CreateVersion7(), person, Guid.CreateVersion7(), Today.AddDays(1)).Error);
        Assert.Null(Begin(Guid.CreateVersion7(), person, Guid.CreateVersion7(), Today).Error);
    }

    [Fact]
    public void TwoObserversOfOneLesson_AreAveragedFirst()
    {
        var year = ObservationYear.Of(Rules,
        [
            new(Today, 1, ObserverPart.CommissionMember, 60),
            new(Today, 1, ObserverPart.MethodOffice, 80),
            new(Today.AddDays(-1), 1, ObserverPart.Organisation, 90),
        ]);

        // not (60 + 80 + 90) / 3
        Assert.Equal((2, 80m, 80, "expert"), (year.Lessons, year.Mean, year.Points, year.Band));
    }

    [Fact]
    public void AFraction_IsRoundedAsTheEditionSays()
    {
        List<ObservedPoints> sheets = [new(Today, 1, ObserverPart.Organisation, 70), new(Today.AddDays(-1), 1, ObserverPart.Organisation, 71)];

        var down = ObservationYear.Of(Rules, sheets);
        var nearest = ObservationYear.Of(Rules with { Rounding = PointRounding.Nearest }, sheets);

        Assert.Equal((70.5m, 70, "moderator"), (down.Mean, down.Points, down.Band));
        Assert.Equal((70.5m, 71, "expert"), (nearest.Mean, nearest.Points, nearest.Band));
    }

    [Theory]
    [InlineData(5, true, true, true)]
    [InlineData(4, true, true, false)]
    [InlineData(5, false, true, false)]
    [InlineData(5, true, false, false)]
    public void AYear_NeedsFiveDays_AMemberAndTheMethodOffice(int days, bool member, bool office, bool complete)
    {
        var sheets = Enumerable.Range(0, days)
            .Select(i => new ObservedPoints(
                Today.AddDays(-i), 1, i == 0 && member ? ObserverPart.CommissionMember : i == 1 && office ? ObserverPart.MethodOffice : ObserverPart.Organisation, 70))
            .ToList();

        Assert.Equal(complete, ObservationYear.Of(Rules, sheets).IsComplete);
    }

    [Fact]
    public void TwoLessonsOfOneDay_AreOneDay()
    {
        var year = ObservationYear.Of(Rules, [new(Today, 1, ObserverPart.Organisation, 70), new(Today, 2, ObserverPart.Organisation, 80)]);

        Assert.Equal((2, 1, 75m), (year.Lessons, year.Days, year.Mean));
    }

    [Fact]
    public void WithoutSheets_ThereIsNoMean() => Assert.Null(ObservationYear.Of(Rules, []).Mean);

    [Fact]
    public void TextThatIsNotAtHand_IsShownInTheLanguageItStandsIn()
    {
        Assert.Equal(("текст", Language.Ru), new PartialText(null, "текст", null).In(Language.Kk));
        Assert.Equal(("мәтін", Language.Kk), new PartialText("мәтін", "текст", null).In(Language.Kk));
        Assert.Equal(("мәтін", Language.Kk), new PartialText("мәтін", "текст", null).In(Language.En));
    }

    private static LessonObservation Sheet(Guid? id = null) => Begin(id ?? Guid.CreateVersion7(), Guid.Empty, new Guid("0198c0de-0000-7000-8000-000000000001"), Today).Value;

    private static Result<LessonObservation> Begin(Guid id, Guid teacher, Guid observer, DateOnly on) => LessonObservation.Begin(
        id, teacher, observer, ObserverPart.Organisation, Guid.Empty, Guid.Empty, Rules.Form(ObservationVariant.Lesson)!, new ObservedLesson(on, 1, "Математика", "8 А", "Тақырып"), Now, Today);
}
