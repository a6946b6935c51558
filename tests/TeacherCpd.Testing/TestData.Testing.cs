using System.Globalization;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Testing;

namespace TeacherCpd.Testing;

/// <summary>Items of the bank, trial tests and attempts.</summary>
public sealed partial class TestData
{
    private int items;

    /// <summary>An item of three options of which those with the places named are right.</summary>
    public static ItemWriting ItemWriting(string text = "Сұрақ", params int[] key)
    {
        var right = key.Length == 0 ? [0] : key;
        return new ItemWriting(
            TestSection.AttestationRules, "", ItemLevel.Knowledge, "83-бұйрық, 53-тармақ",
            new ItemContent(right.Length > 1 ? ItemKind.SeveralRight : ItemKind.OneRight, text, $"{text} (ru)",
                [.. Enumerable.Range(0, 3).Select(i => new ItemOption(string.Create(CultureInfo.InvariantCulture, $"нұсқа {i}"), string.Create(CultureInfo.InvariantCulture, $"вариант {i}"), right.Contains(i)))]));
    }

    /// <summary>An item that an author wrote and two experts approved.</summary>
    public async Task<TestItem> ApprovedItemAsync(Person author, Person first, Person second, ItemWriting? writing = null)
    {
        var number = ++items;
        var item = TestItem.Begin(Guid.CreateVersion7(), 1000 + number, author.Id, writing ?? ItemWriting(string.Create(CultureInfo.InvariantCulture, $"Сұрақ {number}")), Now);
        foreach (var error in new[] { item.Submit(author.Id, Now), item.Review(first.Id, true, "", 2, Now), item.Review(second.Id, true, "", 2, Now) }.OfType<Error>())
        {
            throw new InvalidOperationException(error.Code);
        }

        await SaveAsync(item);
        return item;
    }

    /// <summary>A trial test of twenty minutes, open from the first day of tests for a week, over the approved items of the attestation rules.</summary>
    public async Task<TrialTest> OpenTestAsync(int count, bool answersAtOnce = false)
    {
        var places = await WorldAsync();
        var day = DateOnly.FromDateTime(Now);
        var test = TrialTest.Plan(Guid.CreateVersion7(), places.Centre.Id, new TrialTestPlan(
            Text("Байқау"), day, day.AddDays(7), 20, answersAtOnce, [new SectionPlan(TestSection.AttestationRules, "", count)]));
        if (test.Open(new Dictionary<(TestSection, string), int> { [(TestSection.AttestationRules, "")] = count }) is { } error)
        {
            throw new InvalidOperationException(error.Code);
        }

        await SaveAsync(test);
        return test;
    }

    /// <summary>An attempt of somebody that has ended, with an appeal against its first question; one item, of an author of its own.</summary>
    public async Task<ItemAppeal> ItemAppealAsync(Person teacher)
    {
        var item = await ApprovedItemAsync(await PersonAsync(Role.ProgrammeDeveloper), await PersonAsync(Role.Assessor), await PersonAsync(Role.Assessor));
        var test = await OpenTestAsync(1);
        var attempt = TestAttempt.Start(test.Id, teacher.Id, Language.Kk, 7, Now, Now.AddMinutes(20), [(test.Sections.Single(), [item.Newest.Id])]);
        attempt.End(Now, new Dictionary<Guid, ScoredItem> { [item.Newest.Id] = new(item.Newest.Content, false) });
        var appeal = new ItemAppeal
        {
            AttemptId = attempt.Id,
            Position = 1,
            VersionId = item.Newest.Id,
            PersonId = teacher.Id,
            Ground = AppealGround.NoRightAnswer,
            Reason = "Дұрыс жауап жоқ.",
            FiledAt = Now,
        };
        await SaveAsync(attempt, appeal);
        return appeal;
    }
}
