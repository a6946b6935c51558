using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Application.Attestation.Essays;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Originality;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Attestation;

public sealed class EssayTests : IAsyncLifetime
{
    private const string Topic = "Менің үздік сабағым";

    private static readonly string[] Syllables = ["ба", "ке", "мо", "ту", "ны", "лә", "ры", "сі", "жа", "де", "қо"];

    private TestApp app = null!;
    private Person teacher = null!;
    private AttestationCase own = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        teacher = await app.Data.PersonAsync(Role.Teacher);
        await app.Data.CategoryAsync(teacher);
        own = await app.Data.CaseAsync(AttestationCaseStatus.Submitted, teacher);
        var year = Clock.DayOf(own.OpenedAt).Year;
        await app.Data.SaveAsync(new YearlyTerms
        {
            Year = year,
            Session = 1,
            ApplyFrom = new DateOnly(year, 1, 10),
            ApplyTo = new DateOnly(year, 2, 20),
            EssayTopics = $"{Topic}\nОқушының зерттеу дағдысы",
            Source = "№ 12 бұйрық",
        });
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_draft_is_kept_and_an_essay_of_the_right_length_is_checked_in_the_background()
    {
        await OkAsync(new KeepEssayCommand(own.Id, Topic, "Бірінші ой", HandsIn: false));
        Assert.Equal(2, (await ViewAsync()).Essay!.Words);
        Assert.IsType<EssayLength>((await app.SendAs(teacher, new KeepEssayCommand(own.Id, Topic, "Тым қысқа", HandsIn: true))).Error);
        Assert.Equal("Бірінші ой", (await ViewAsync()).Essay!.Text);

        var handIn = new KeepEssayCommand(own.Id, Topic, Text(1, 260), HandsIn: true);
        await OkAsync(handIn);
        await OkAsync(handIn);
        var essay = await app.LookAsync(db => db.CaseEssays.SingleAsync());
        Assert.Equal((1, CheckStatus.Queued), (essay.Version, essay.CheckStatus));

        Assert.Null((await app.SendAsSystem(new RunEssayCheckCommand(essay.Id))).Error);
        Assert.Null((await app.SendAsSystem(new RunEssayCheckCommand(essay.Id))).Error);

        var done = (await ViewAsync()).Essay!;
        Assert.Equal((CheckStatus.Done, 0, 0), (done.Check, done.SimilarityPermille, done.Sources));
    }

    [Fact]
    public async Task What_another_candidate_wrote_is_found_and_reaches_the_secretary()
    {
        var commission = await app.Data.CommissionAsync();
        var other = await app.Data.PersonAsync(Role.Teacher);
        await app.Data.CategoryAsync(other);
        var others = await app.Data.CaseAsync(AttestationCaseStatus.Submitted, other);
        Assert.Null((await app.SendAs(other, new KeepEssayCommand(others.Id, Topic, Text(7, 255), HandsIn: true))).Error);
        await OkAsync(new KeepEssayCommand(own.Id, Topic, Text(7, 255), HandsIn: true));

        await app.SendAsSystem(new RunEssayCheckCommand(await app.LookAsync(db => db.CaseEssays.Where(e => e.CaseId == own.Id).Select(e => e.Id).SingleAsync())));

        var essay = (await app.SendAs(commission.Secretary, new GetCaseQuery(own.Id))).Value.Sheet.Essay!;
        Assert.True(essay.SimilarityPermille > 900);
        Assert.Equal(1, essay.Sources);
    }

    [Fact]
    public async Task Only_topics_of_the_year_are_taken_and_without_topics_the_page_has_none()
    {
        Assert.Equal([Topic, "Оқушының зерттеу дағдысы"], (await ViewAsync()).Topics);
        Assert.IsType<EssayTopicUnknown>((await app.SendAs(teacher, new KeepEssayCommand(own.Id, "Өз тақырыбым", "Мәтін", HandsIn: false))).Error);

        await app.LookAsync(db => db.YearlyTerms.ExecuteUpdateAsync(t => t.SetProperty(x => x.EssayTopics, (string?)null)));

        Assert.Empty((await ViewAsync()).Topics);
        Assert.IsType<EssayTopicUnknown>((await app.SendAs(teacher, new KeepEssayCommand(own.Id, Topic, "Мәтін", HandsIn: false))).Error);
    }

    [Fact]
    public async Task An_essay_does_not_change_once_the_review_began_and_is_nobody_elses()
    {
        var commission = await app.Data.CommissionAsync();
        var stranger = await app.Data.PersonAsync(Role.Teacher);
        Assert.IsType<NotFound>((await app.SendAs(stranger, new KeepEssayCommand(own.Id, Topic, "Мәтін", HandsIn: false))).Error);
        Assert.IsType<NotFound>((await app.SendAs(stranger, new GetMyEssayQuery(own.Id))).Error);
        await app.SendAs(commission.Secretary, new AcceptCaseCommand(own.Id, commission.Commission.Id));

        Assert.IsType<EvidenceFrozen>((await app.SendAs(teacher, new KeepEssayCommand(own.Id, Topic, "Мәтін", HandsIn: false))).Error);
    }

    [Fact]
    public async Task A_check_that_failed_is_queued_again_by_the_secretary_and_a_lost_one_by_the_sweep()
    {
        var commission = await app.Data.CommissionAsync();
        await OkAsync(new KeepEssayCommand(own.Id, Topic, Text(3, 250), HandsIn: true));
        var id = await app.LookAsync(db => db.CaseEssays.Select(e => e.Id).SingleAsync());
        for (var i = 0; i < RunOriginalityCheckCommand.MostAttempts; i++)
        {
            await app.SendAsSystem(new RecordFailedEssayCheckCommand(id));
        }

        Assert.Equal(CheckStatus.Failed, (await ViewAsync()).Essay!.Check);
        Assert.Null((await app.SendAs(commission.Secretary, new RetryEssayCheckCommand(own.Id))).Error);
        Assert.Equal(CheckStatus.Queued, (await ViewAsync()).Essay!.Check);
        app.Time.Advance(TimeSpan.FromMinutes(3));
        Assert.Null((await app.SendAsSystem(new QueueLostEssayChecksCommand())).Error);
        Assert.Null((await app.SendAsSystem(new RunEssayCheckCommand(id))).Error);
        Assert.Equal(CheckStatus.Done, (await ViewAsync()).Essay!.Check);
    }

    // words in an order that differs from one start to another
    private static string Text(int start, int words) => string.Join(' ', Enumerable.Range(0, words).Select(i =>
        Syllables[(i + start) % Syllables.Length] + Syllables[(i / Syllables.Length * start) % Syllables.Length] + Syllables[i * start * 5 % Syllables.Length]));

    private async Task<MyEssay> ViewAsync() => (await app.SendAs(teacher, new GetMyEssayQuery(own.Id))).Value;

    private async Task OkAsync<T>(MediatR.IRequest<Result<T>> request) => Assert.Null((await app.SendAs(teacher, request)).Error);
}
