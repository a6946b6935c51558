using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Planning;

namespace TeacherCpd.Domain.Tests.Planning;

public sealed class PlanItemTests
{
    private static readonly DateTime At = new(2024, 3, 1, 8, 0, 0, DateTimeKind.Utc);

    private readonly WorkPlan plan = new() { OrganisationId = Guid.CreateVersion7(), Title = "Жоспар", YearKind = PlanYearKind.Calendar, YearStart = 2024, MadeById = Guid.CreateVersion7(), MadeAt = At };

    [Fact]
    public void AnActivityThatComesAgain_IsDoneOnceEachTimeIsClosed()
    {
        var item = Item("жартыжылдық сайын");
        foreach (var window in item.Windows.ToList())
        {
            Assert.NotEqual(PlanItemStatus.Done, item.Status);
            Assert.Null(item.Finish(window.Id, Proof(item)));
        }

        Assert.Equal(PlanItemStatus.Done, item.Status);
    }

    [Fact]
    public void TheDocumentForTheWhole_ClosesAllTimes()
    {
        var item = Item("ай сайын");
        Assert.Null(item.Finish(null, Proof(item)));
        Assert.Equal((PlanItemStatus.Done, 12), (item.Status, item.Windows.Count(w => w.DoneAt == At)));
        Assert.IsType<StepNotAllowed>(item.Drop("Керек емес", At));
    }

    [Fact]
    public void TheSameDocumentTwice_ChangesNothing()
    {
        var item = Item("ай сайын");
        var (first, proof) = (item.Windows.First(), Proof(item));
        Assert.Null(item.Finish(first.Id, proof));
        Assert.Null(item.Finish(null, proof));
        Assert.Equal((PlanItemStatus.Planned, 1), (item.Status, item.Proofs.Count));
        Assert.IsType<NotFound>(item.Finish(Guid.CreateVersion7(), Proof(item)));
    }

    [Fact]
    public void AMovedItem_KeepsTheWordsOfThePlanAndWhatWasClosed()
    {
        var item = Item("тоқсан сайын");
        Assert.Null(item.Finish(item.Windows.OrderBy(w => w.From).First().Id, Proof(item)));
        Assert.IsType<DeadlineNotUnderstood>(item.Move("кейінірек", plan.Year, "Себебі"));
        Assert.Null(item.Move("қазан", plan.Year, "Себебі"));
        Assert.Null(item.Move("қараша", plan.Year, "Тағы"));
        Assert.Equal((PlanItemStatus.Moved, "тоқсан сайын", "қараша", "Тағы"), (item.Status, item.PlannedDeadline, item.Deadline, item.Reason));
        Assert.Equal([new DateOnly(2024, 3, 31), new DateOnly(2024, 11, 30)], item.Windows.Select(w => w.To).Order());
    }

    [Theory]
    [InlineData("2024-03-03", null)]
    [InlineData("2024-03-04", PlanNoticeKind.Before)]
    [InlineData("2024-03-10", PlanNoticeKind.Before)]
    [InlineData("2024-03-11", PlanNoticeKind.OnDay)]
    [InlineData("2024-03-12", null)]
    [InlineData("2024-03-13", null)]
    [InlineData("2024-03-14", PlanNoticeKind.After)]
    public void Reminders_AreDueBeforeOnAndAfterTheLastDay(string today, PlanNoticeKind? due) =>
        Assert.Equal(due, new PlanningRules(7, 3).Due(new DateOnly(2024, 3, 11), DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void TwoOfOnePersonOnOneDay_Clash_AndRangesDoNot()
    {
        PlanLook council = Look(1, "тоқсанның соңғы сәрсенбісі", "А"), meeting = Look(2, "27 наурыз", "А", "Б"), month = Look(3, "наурыз", "А");
        var clash = Assert.Single(PlanCheck.Clashes([council, meeting, month]));
        Assert.Equal(("А", new DateOnly(2024, 3, 27), 1, 2), (clash.Person, clash.Day, clash.First.Row, clash.Second.Row));
    }

    [Fact]
    public void TheSameActivityInTheSameTime_IsADuplicate_WhateverItsSpelling()
    {
        PlanLook[] items =
        [
            Look(1, "наурыз") with { Title = "Қысқы олимпиада" },
            Look(2, "10 наурыз") with { Title = "кыскы  ОЛИМПИАДА" },
            Look(3, "сәуір") with { Title = "Қысқы олимпиада" },
        ];
        var found = Assert.Single(PlanCheck.Duplicates(items));
        Assert.Equal((2, "1"), (found.Row, found.Other));
    }

    [Fact]
    public void Numbers_ThatAreMissingOrComeTwice_AreTold()
    {
        PlanLook[] items = [.. new[] { "17.2-1", "17.2-2", "17.2-4", "17.2-4", "1", "2" }.Select((n, i) => Look(i + 1, "наурыз") with { Number = n })];
        Assert.Equal([(PlanFindingKind.NumberGap, 3), (PlanFindingKind.NumberRepeated, 4)], PlanCheck.Numbers(items).Select(f => (f.Kind, f.Row)));
    }

    [Fact]
    public void ASheet_IsReadByItsHeadings_InAnyOrderAndAgainBelow()
    {
        var sheet = Sheet(
            ["Білім бөлімінің 2024 жылға арналған жоспары"],
            ["№", "Қызмет мазмұны", "Жауаптылар", "Орындау мерзімі"],
            ["Кадр жұмысы"],
            ["1", "Кездесулер", "Бөлім; Әдіскер", "ақпан-наурыз"],
            ["3", "Семинар", "Бөлім", "жақында"],
            ["", "", "", "жалғасы"],
            ["Срок", "№", "Содержание", "Ответственные", "Форма завершения"],
            ["до 25 сентября", "4", "Отчёт", "", "Справка"]);
        Assert.Equal(["Кездесулер", "Семинар", "Отчёт"], sheet.Lines.Select(l => l.Facts.Title));
        Assert.Equal(["Бөлім", "Әдіскер"], sheet.Lines[0].Facts.Responsible.Select(r => r.Words));
        Assert.Equal(("Кадр жұмысы", "Справка", "до 25 сентября"), (sheet.Lines[0].Facts.Section, sheet.Lines[2].Facts.Form, sheet.Lines[2].Facts.Deadline));
        Assert.Equal(
            [(PlanFindingKind.DeadlineUnread, 5), (PlanFindingKind.NumberGap, 5), (PlanFindingKind.RowLeftOut, 6), (PlanFindingKind.NobodyResponsible, 8)],
            sheet.Findings.Select(f => (f.Kind, f.Row)));
    }

    [Fact]
    public void AFileOfAnotherYear_IsTold()
    {
        var sheet = Sheet(["2023 жылға арналған жоспар"], ["Мазмұны", "Мерзімі", "Жауаптылар"], ["Семинар", "2023 жылғы қараша", "Бөлім"]);
        Assert.Equal([(PlanFindingKind.OtherYear, 1), (PlanFindingKind.OtherYear, 3)], sheet.Findings.Select(f => (f.Kind, f.Row)));
    }

    [Fact]
    public void ADayOfASpreadsheet_IsADay() =>
        Assert.Equal("25.09.2024", Assert.Single(Sheet(["Мазмұны", "Мерзімі", "Жауаптылар"], ["Семинар", "45560", "Бөлім"]).Lines).Facts.Deadline);

    [Fact]
    public void WithoutHeadings_NothingIsRead() =>
        Assert.IsType<PlanWithoutHeadings>(PlanSheet.Read([new PlanSheetRow(1, ["Семинар", "наурыз"])], plan.Year).Error);

    private PlanSheet Sheet(params string[][] rows) => PlanSheet.Read(rows.Select((r, i) => new PlanSheetRow(i + 1, r)), plan.Year).Value;

    private PlanLook Look(int row, string deadline, params string[] people) => new(row, "", "", $"Іс {row}", DeadlinePhrase.Read(deadline, plan.Year).Windows, people);

    private PlanItem Item(string deadline) => PlanItem.Write(Guid.CreateVersion7(), plan, 1, new PlanItemFacts("1", "", "Семинар", deadline, "Бұйрық", [new ResponsibleParty("Бөлім")]));

    private static PlanProof Proof(PlanItem item) => new() { Id = Guid.CreateVersion7(), ItemId = item.Id, Words = "№ 1 бұйрық", ById = Guid.CreateVersion7(), At = At };
}
