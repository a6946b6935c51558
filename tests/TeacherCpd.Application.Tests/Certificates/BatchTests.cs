using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Certificates;
using TeacherCpd.Application.Certificates.Batches;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Certificates;

public sealed class BatchTests : IAsyncLifetime
{
    private const int People = 25;

    private TestApp app = null!;
    private StudyGroup group = null!;
    private Person coordinator = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        coordinator = await app.Data.PersonAsync(Role.Coordinator);
        group = await app.Data.GroupAsync(status: GroupStatus.Closed, capacity: 100);
        for (var i = 0; i < People; i++)
        {
            await app.Data.EnrolmentAsync(group, status: EnrolmentStatus.NotRecommended);
        }

        await app.Data.EnrolmentAsync(group, status: EnrolmentStatus.Recommended);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_batch_that_was_stopped_goes_on_where_it_was_without_a_number_twice_or_missing()
    {
        var batch = await AskAsync();
        Assert.Equal([("IssueBatch", batch)], app.Jobs.Take());
        Assert.Equal(10, (await app.SendAsSystem(new IssueBatchRowsCommand(batch))).Value.Issued.Count);
        Assert.True((await app.SendAs(coordinator, new StopBatchCommand(batch))).IsOk);
        Assert.True((await app.SendAsSystem(new RunBatchCommand(batch))).IsOk);
        Assert.Equal((BatchStatus.Stopped, 10), await StateAsync(batch));

        Assert.True((await app.SendAs(coordinator, new ResumeBatchCommand(batch))).IsOk);
        Assert.Equal([("IssueBatch", batch)], app.Jobs.Take());
        Assert.True((await app.SendAsSystem(new RunBatchCommand(batch))).IsOk);
        Assert.True((await app.SendAsSystem(new RunBatchCommand(batch))).IsOk);

        Assert.Equal((BatchStatus.Finished, People), await StateAsync(batch));
        var serials = await app.LookAsync(db => db.Certificates.OrderBy(c => c.Serial).Select(c => c.Serial).ToListAsync());
        Assert.Equal(Enumerable.Range(1, People).Select(n => $"KZ-A-2026-{n:000000}"), serials);
        Assert.Equal(People, await app.LookAsync(db => db.Certificates.Select(c => c.EnrolmentId).Distinct().CountAsync()));
        Assert.IsType<StepNotAllowed>((await app.SendAs(coordinator, new StopBatchCommand(batch))).Error);
    }

    [Fact]
    public async Task Two_jobs_of_one_batch_at_once_issue_each_row_once()
    {
        var batch = await AskAsync();

        var runs = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => app.SendAsSystem(new RunBatchCommand(batch))));

        Assert.All(runs, r => Assert.True(r.IsOk));
        Assert.Equal(People, await app.LookAsync(db => db.Certificates.CountAsync()));
        Assert.Equal((BatchStatus.Finished, People), await StateAsync(batch));
    }

    [Fact]
    public async Task What_is_due_no_more_is_passed_over_and_nobody_gets_a_second_one()
    {
        var batch = await AskAsync();
        await app.Data.ChangeAsync(async db =>
        {
            foreach (var enrolment in await db.Enrolments.Where(e => e.GroupId == group.Id && e.Status == EnrolmentStatus.NotRecommended).Take(3).ToListAsync())
            {
                enrolment.Finish(EnrolmentStatus.Recommended);
            }
        });
        await app.SendAsSystem(new RunBatchCommand(batch));

        Assert.Equal(People - 3, await app.LookAsync(db => db.Certificates.CountAsync()));
        Assert.Equal(3, (await app.SendAs(coordinator, new GetBatchesQuery())).Value.Batches.Single().PassedOver);
        Assert.IsType<NothingDue>((await app.SendAs(coordinator, new AskForBatchCommand(Guid.CreateVersion7(), group.Id, CertificateKind.Attendance))).Error);
    }

    [Fact]
    public async Task A_batch_that_breaks_off_is_tried_again_and_given_up_in_the_end()
    {
        var batch = await AskAsync();
        await app.SendAsSystem(new IssueBatchRowsCommand(batch));
        for (var i = 0; i < CertificateBatch.MostAttempts; i++)
        {
            Assert.Equal(BatchStatus.Running, (await StateAsync(batch)).Status);
            await app.SendAsSystem(new RecordBrokenBatchCommand(batch));
        }

        Assert.Equal((BatchStatus.Failed, 10), await StateAsync(batch));
        await app.SendAs(coordinator, new ResumeBatchCommand(batch));
        await app.SendAsSystem(new RunBatchCommand(batch));
        Assert.Equal((BatchStatus.Finished, People), await StateAsync(batch));
    }

    [Fact]
    public async Task A_batch_whose_job_was_lost_is_handed_over_again()
    {
        var batch = await AskAsync();
        app.Jobs.Take();
        await app.SendAsSystem(new QueueLostBatchesCommand());
        Assert.Empty(app.Jobs.Take());

        app.Time.Advance(TimeSpan.FromMinutes(6));
        await app.SendAsSystem(new QueueLostBatchesCommand());

        Assert.Equal([("IssueBatch", batch)], app.Jobs.Take());
    }

    [Fact]
    public async Task Nobody_asks_twice_at_a_time_or_for_groups_of_others()
    {
        var batch = await AskAsync();

        Assert.Equal(batch, (await app.SendAs(coordinator, new AskForBatchCommand(batch, group.Id, CertificateKind.Attendance))).Value);
        Assert.IsType<BatchThere>((await app.SendAs(coordinator, new AskForBatchCommand(Guid.CreateVersion7(), group.Id, CertificateKind.Attendance))).Error);
        Assert.IsType<InvalidInput>((await app.SendAs(coordinator, new AskForBatchCommand(Guid.CreateVersion7(), group.Id, CertificateKind.Trainer))).Error);
        Assert.IsType<NothingDue>((await app.SendAs(coordinator, new AskForBatchCommand(Guid.CreateVersion7(), group.Id, CertificateKind.PostCourse))).Error);
        var stranger = await app.Data.PersonAsync(Role.Coordinator, w => w.OtherBranch);
        Assert.IsType<NotFound>((await app.SendAs(stranger, new AskForBatchCommand(Guid.CreateVersion7(), group.Id, CertificateKind.Attendance))).Error);
        Assert.IsType<NotFound>((await app.SendAs(stranger, new StopBatchCommand(batch))).Error);
    }

    [Fact]
    public async Task Certificates_that_came_by_any_command_are_sealed_by_the_next_sweep()
    {
        var certificate = await app.Data.CertificateAsync();
        app.Jobs.Take();

        await app.SendAsSystem(new QueueUnsealedCommand());
        Assert.Equal([("SealCertificates", Guid.Empty)], app.Jobs.Take());
        await app.SendAsSystem(new SealWaitingCommand());

        Assert.NotNull(await app.LookAsync(db => db.Certificates.Where(c => c.Id == certificate.Id).Select(c => c.SealedAt).SingleAsync()));
        await app.SendAsSystem(new QueueUnsealedCommand());
        Assert.Empty(app.Jobs.Take());
    }

    private async Task<Guid> AskAsync() => (await app.SendAs(coordinator, new AskForBatchCommand(Guid.CreateVersion7(), group.Id, CertificateKind.Attendance))).Value;

    private Task<(BatchStatus Status, int Done)> StateAsync(Guid id) =>
        app.LookAsync(async db => await db.CertificateBatches.Where(b => b.Id == id).Select(b => new ValueTuple<BatchStatus, int>(b.Status, b.Done)).SingleAsync());
}
