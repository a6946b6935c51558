using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Originality;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Originality.Index;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Originality;

public sealed class RunOriginalityCheckTests : IAsyncLifetime
{
    private TestApp app = null!;
    private StudyGroup group = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        group = await app.Data.GroupAsync(status: GroupStatus.Studying);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Copied_sentences_are_found_where_they_stand_in_both_texts()
    {
        var (_, source) = await HandInAsync($"{SampleTexts.Reading}\n{SampleTexts.Lesson}");
        await RunAsync(source);
        Later();
        var text = $"{SampleTexts.Assessment}\n{SampleTexts.Lesson}\n{SampleTexts.Russian}";
        var (enrolment, check) = await HandInAsync(text);

        await RunAsync(check);

        var done = await LoadAsync(check);
        Assert.Equal(CheckStatus.Done, done.Status);
        Assert.InRange(done.SimilarityPermille!.Value, 250, 400);
        var found = Assert.Single(done.Sources);
        Assert.Equal(source.MaterialId, found.SourceMaterialId);
        var passage = Assert.Single(done.Passages);
        var place = text.IndexOf(SampleTexts.Lesson, StringComparison.Ordinal);
        Assert.InRange(passage.Start, place - 2, place + 2);
        Assert.InRange(passage.Length, SampleTexts.Lesson.Length - 4, SampleTexts.Lesson.Length + 4);
        Assert.InRange(passage.SourceStart, SampleTexts.Reading.Length - 1, SampleTexts.Reading.Length + 3);
        Assert.Equal(PortfolioStatus.AwaitingFeedback, await StatusAsync(enrolment));
    }

    [Fact]
    public async Task A_text_of_its_own_has_no_match_and_is_in_the_index_for_those_who_come_later()
    {
        var (_, other) = await HandInAsync(SampleTexts.Reading);
        await RunAsync(other);
        Later();
        var (_, check) = await HandInAsync(SampleTexts.Lesson);

        await RunAsync(check);

        var done = await LoadAsync(check);
        Assert.Equal(0, done.SimilarityPermille);
        Assert.Empty(done.Sources);
        Assert.True(done.Words > 30);
        Assert.True(await app.LookAsync(db => db.IndexedDocuments.AnyAsync(d => d.DocumentId == check.MaterialId)));
    }

    [Fact]
    public async Task The_own_earlier_version_does_not_count_and_the_stages_are_stored_apart()
    {
        var (teacher, enrolment) = await app.Data.ParticipantAsync(group);
        var first = await app.Data.HandInAsync(teacher, enrolment, SampleTexts.Lesson);
        await RunAsync(first);
        await app.Data.MoveAsync(enrolment, PortfolioStatus.FeedbackGiven);
        Later();

        var second = await app.Data.HandInAsync(teacher, enrolment, $"{SampleTexts.Lesson}\n{SampleTexts.Reading}");
        await RunAsync(second);

        Assert.NotEqual(first.Stage, second.Stage);
        Assert.Equal(0, (await LoadAsync(first)).SimilarityPermille);
        Assert.Equal(0, (await LoadAsync(second)).SimilarityPermille);
        Assert.Equal(PortfolioStatus.AwaitingAssessment, await StatusAsync(enrolment));
    }

    [Fact]
    public async Task Text_that_another_took_from_the_first_version_is_not_held_against_the_second()
    {
        var (teacher, enrolment) = await app.Data.ParticipantAsync(group);
        var first = await app.Data.HandInAsync(teacher, enrolment, SampleTexts.Lesson);
        await RunAsync(first);
        await app.Data.MoveAsync(enrolment, PortfolioStatus.FeedbackGiven);
        Later();
        var (_, copyist) = await HandInAsync($"{SampleTexts.Lesson}\n{SampleTexts.Assessment}");
        await RunAsync(copyist);
        Later();

        var second = await app.Data.HandInAsync(teacher, enrolment, $"{SampleTexts.Lesson}\n{SampleTexts.Reading}");
        await RunAsync(second);

        Assert.True((await LoadAsync(copyist)).SimilarityPermille > 300);
        Assert.Equal(0, (await LoadAsync(second)).SimilarityPermille);
    }

    [Fact]
    public async Task Text_that_the_second_version_took_from_a_copyist_of_the_first_still_counts()
    {
        var (teacher, enrolment) = await app.Data.ParticipantAsync(group);
        var first = await app.Data.HandInAsync(teacher, enrolment, SampleTexts.Lesson);
        await RunAsync(first);
        await app.Data.MoveAsync(enrolment, PortfolioStatus.FeedbackGiven);
        Later();
        var (_, copyist) = await HandInAsync($"{SampleTexts.Lesson}\n{SampleTexts.Assessment}");
        await RunAsync(copyist);
        Later();

        var second = await app.Data.HandInAsync(teacher, enrolment, $"{SampleTexts.Lesson}\n{SampleTexts.Assessment}");
        await RunAsync(second);

        var done = await LoadAsync(second);
        Assert.InRange(done.SimilarityPermille!.Value, 350, 650);
        Assert.True(Assert.Single(done.Passages).Start >= SampleTexts.Lesson.Length);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_two_copies_handed_in_together_the_later_one_reports_the_earlier_whichever_check_runs_first(bool laterRunsFirst)
    {
        var (_, earlier) = await HandInAsync(SampleTexts.Lesson);
        app.Time.Advance(TimeSpan.FromMilliseconds(5));
        var (_, later) = await HandInAsync(SampleTexts.Lesson);

        foreach (var check in laterRunsFirst ? new[] { later, earlier } : [earlier, later])
        {
            await RunAsync(check);
        }

        Assert.Equal(0, (await LoadAsync(earlier)).SimilarityPermille);
        Assert.Equal(earlier.MaterialId, Assert.Single((await LoadAsync(later)).Sources).SourceMaterialId);
    }

    [Fact]
    public async Task Of_two_copies_received_in_the_same_millisecond_exactly_one_reports_the_other()
    {
        var (_, one) = await HandInAsync(SampleTexts.Lesson);
        var (_, other) = await HandInAsync(SampleTexts.Lesson);

        await Task.WhenAll(RunAsync(one), RunAsync(other));

        int?[] permille = [(await LoadAsync(one)).SimilarityPermille, (await LoadAsync(other)).SimilarityPermille];
        Assert.Single(permille, 0);
        Assert.Single(permille, 1000);
    }

    [Fact]
    public async Task A_check_run_often_and_at_the_same_time_is_stored_once()
    {
        var (_, source) = await HandInAsync(SampleTexts.Lesson);
        await RunAsync(source);
        Later();
        var (enrolment, check) = await HandInAsync(SampleTexts.Lesson);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RunAsync(check)));
        await RunAsync(check);

        var done = await LoadAsync(check);
        Assert.Equal(1, done.Attempts);
        Assert.Single(done.Sources);
        Assert.Single(done.Passages);
        Assert.Equal(PortfolioStatus.AwaitingFeedback, await StatusAsync(enrolment));
    }

    [Fact]
    public async Task A_text_without_words_to_compare_is_not_checked_rather_than_zero()
    {
        var (enrolment, check) = await HandInAsync("***");

        await RunAsync(check);

        var done = await LoadAsync(check);
        Assert.Equal(CheckStatus.Done, done.Status);
        Assert.Null(done.SimilarityPermille);
        Assert.Equal(PortfolioStatus.AwaitingFeedback, await StatusAsync(enrolment));
    }

    [Fact]
    public async Task What_everybody_shares_is_found_in_the_earliest()
    {
        var (_, first) = await HandInAsync(SampleTexts.Lesson);
        for (var i = 0; i < 66; i++)
        {
            await HandInAsync(SampleTexts.Lesson);
        }

        var (_, last) = await HandInAsync(SampleTexts.Lesson);
        await RunAsync(last);

        var done = await LoadAsync(last);
        Assert.Equal(1000, done.SimilarityPermille);
        Assert.Equal(first.MaterialId, done.Passages.Select(p => p.SourceMaterialId).Distinct().Single());
    }

    [Fact]
    public async Task A_registered_handout_does_not_count_and_is_shown()
    {
        var programme = await app.LookAsync(db => db.ProgrammeVersions.Where(v => v.Id == group.ProgrammeVersionId).Select(v => v.ProgrammeId).SingleAsync());
        var handout = await HandoutAsync(programme, SampleTexts.Lesson);
        await HandoutAsync((await app.Data.ProgrammeAsync()).ProgrammeId, SampleTexts.Russian);
        var retired = await HandoutAsync(null, SampleTexts.Reading);
        await app.Data.ChangeAsync(async db => (await db.Handouts.SingleAsync(h => h.Id == retired)).Retire(app.Time.UtcNow()));
        await HandInAsync($"{SampleTexts.Lesson}\n{SampleTexts.Russian}\n{SampleTexts.Reading}");
        var (_, check) = await HandInAsync($"{SampleTexts.Lesson}\n{SampleTexts.Russian}\n{SampleTexts.Reading}");

        await RunAsync(check);

        var done = await LoadAsync(check);
        var exclusion = Assert.Single(done.Exclusions);
        Assert.Equal((OriginalityExclusionReason.Handout, handout), (exclusion.Reason, exclusion.HandoutId));
        Assert.Equal(1000, done.SimilarityPermille);
        Assert.Equal(exclusion.Words, done.ExcludedWords);
    }

    [Fact]
    public async Task An_index_of_another_version_is_made_anew_and_checks_wait_for_it()
    {
        var (_, source) = await HandInAsync(SampleTexts.Lesson);
        var (_, check) = await HandInAsync(SampleTexts.Lesson);
        await app.UseAsync(services => services.GetRequiredService<FingerprintIndex>().MergeAsync(1));
        await app.LookAsync(db => db.IndexedDocuments.Where(d => d.DocumentId == source.MaterialId).ExecuteUpdateAsync(d => d.SetProperty(x => x.FormatVersion, 1)));

        Assert.IsType<IndexIsOutdated>((await app.SendAsSystem(new RunOriginalityCheckCommand(check.Id))).Error);
        Assert.Equal((CheckStatus.Queued, 0), ((await LoadAsync(check)).Status, (await LoadAsync(check)).Attempts));

        await app.SendAsSystem(new TendIndexCommand());
        await RunAsync(check);

        Assert.Equal(source.MaterialId, Assert.Single((await LoadAsync(check)).Sources).SourceMaterialId);
    }

    [Fact]
    public async Task After_the_last_try_a_check_has_failed_and_can_be_started_again_by_the_coordinator()
    {
        var (enrolment, check) = await HandInAsync(SampleTexts.Lesson);
        for (var i = 1; i < RunOriginalityCheckCommand.MostAttempts; i++)
        {
            await app.SendAsSystem(new RecordFailedCheckCommand(check.Id, app.Time.UtcNow()));
        }

        Assert.Equal(CheckStatus.Queued, (await LoadAsync(check)).Status);
        await app.SendAsSystem(new RecordFailedCheckCommand(check.Id, app.Time.UtcNow()));
        Assert.Equal(CheckStatus.Failed, (await LoadAsync(check)).Status);
        Assert.Null((await LoadAsync(check)).SimilarityPermille);
        Assert.Equal(PortfolioStatus.FormativeCheck, await StatusAsync(enrolment));
        app.Jobs.Take();

        var retried = await app.SendAs(await app.Data.PersonAsync(Role.Coordinator), new RetryCheckCommand(check.Id));

        Assert.Null(retried.Error);
        Assert.Equal(("CheckOriginality", check.Id), Assert.Single(app.Jobs.Take()));
        await RunAsync(check);
        Assert.Equal(0, (await LoadAsync(check)).SimilarityPermille);
    }

    [Fact]
    public async Task A_failure_after_the_check_is_done_changes_nothing()
    {
        var (_, check) = await HandInAsync(SampleTexts.Lesson);
        await RunAsync(check);

        await app.SendAsSystem(new RecordFailedCheckCommand(check.Id, app.Time.UtcNow()));

        var done = await LoadAsync(check);
        Assert.Equal((CheckStatus.Done, 1), (done.Status, done.Attempts));
        Assert.IsType<StepNotAllowed>((await app.SendAs(await app.Data.PersonAsync(Role.Coordinator), new RetryCheckCommand(check.Id))).Error);
    }

    [Fact]
    public async Task A_coordinator_of_another_branch_does_not_see_the_check()
    {
        var (_, check) = await HandInAsync(SampleTexts.Lesson);
        var stranger = await app.Data.PersonAsync(Role.Coordinator, w => w.OtherBranch);

        Assert.IsType<NotFound>((await app.SendAs(stranger, new RetryCheckCommand(check.Id))).Error);
        Assert.IsType<NotFound>((await app.SendAs(stranger, new GetOriginalityReportQuery(check.Id))).Error);
    }

    [Fact]
    public async Task A_lost_job_is_handed_over_again_and_a_fresh_or_finished_one_is_not()
    {
        var (_, lost) = await HandInAsync(SampleTexts.Lesson);
        var (_, done) = await HandInAsync(SampleTexts.Reading);
        await RunAsync(done);
        app.Time.Advance(TimeSpan.FromMinutes(3));
        await HandInAsync(SampleTexts.Assessment);
        app.Jobs.Take();

        await app.SendAsSystem(new QueueLostChecksCommand());

        Assert.Equal(("CheckOriginality", lost.Id), Assert.Single(app.Jobs.Take()));
    }

    [Theory]
    [InlineData(Role.Teacher)]
    [InlineData(Role.Coordinator)]
    [InlineData(Role.Trainer)]
    [InlineData(Role.Assessor)]
    [InlineData(Role.CommissionSecretary)]
    [InlineData(Role.CommissionMember)]
    [InlineData(Role.Administrator)]
    public async Task Only_the_system_runs_checks(Role role)
    {
        var person = await app.Data.PersonAsync(role);

        Assert.IsType<Forbidden>((await app.SendAs(person, new RunOriginalityCheckCommand(Guid.CreateVersion7()))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(person, new RecordFailedCheckCommand(Guid.CreateVersion7(), app.Time.UtcNow()))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(person, new QueueLostChecksCommand())).Error);
    }

    private void Later() => app.Time.Advance(TimeSpan.FromMinutes(1));

    private async Task<(Enrolment Enrolment, OriginalityCheck Check)> HandInAsync(string text)
    {
        var (teacher, enrolment) = await app.Data.ParticipantAsync(group);
        return (enrolment, await app.Data.HandInAsync(teacher, enrolment, text));
    }

    private async Task RunAsync(OriginalityCheck check) =>
        Assert.Null((await app.SendAsSystem(new RunOriginalityCheckCommand(check.Id))).Error);

    private Task<OriginalityCheck> LoadAsync(OriginalityCheck check) =>
        app.LookAsync(db => db.OriginalityChecks.Include(c => c.Sources).Include(c => c.Passages).Include(c => c.Exclusions).SingleAsync(c => c.Id == check.Id));

    private async Task<Guid> HandoutAsync(Guid? programme, string text)
    {
        var handout = new Handout
        {
            Title = "Үлестірме",
            ProgrammeId = programme,
            Sha256 = new string('0', 64),
            RegisteredAt = app.Time.UtcNow(),
            RegisteredBy = Guid.CreateVersion7(),
        };
        await app.Data.SaveAsync(handout);
        await app.Data.SaveAsync(new HandoutText { HandoutId = handout.Id, Text = text });
        return handout.Id;
    }

    private Task<PortfolioStatus> StatusAsync(Enrolment enrolment) =>
        app.LookAsync(db => db.Portfolios.Where(p => p.EnrolmentId == enrolment.Id).Select(p => p.Status).SingleAsync());
}
