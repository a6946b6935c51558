using System.Net;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Web.Tests.Common;

/// <summary>The health check turns red when a schedule is two periods late.</summary>
public sealed class ScheduleHealthTests
{
    [Fact]
    public async Task A_sweep_that_is_two_periods_late_turns_it_red()
    {
        await using var site = await Site.StartAsync();
        Assert.Equal((HttpStatusCode.OK, "ok"), await AskAsync(site));

        site.App.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal((HttpStatusCode.OK, "ok"), await AskAsync(site));
        site.App.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "late: SweepJob, TendIndexJob"), await AskAsync(site));

        var now = site.App.Time.GetUtcNow().UtcDateTime;
        await site.App.LookAsync(async db =>
        {
            db.AddRange(new ScheduleRun { Name = "SweepJob", FinishedAt = now }, new ScheduleRun { Name = "TendIndexJob", FinishedAt = now });
            return await db.SaveChangesAsync();
        });
        Assert.Equal((HttpStatusCode.OK, "ok"), await AskAsync(site));
        site.App.Time.Advance(TimeSpan.FromSeconds(121));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await AskAsync(site)).Status);
    }

    private static async Task<(HttpStatusCode Status, string Text)> AskAsync(Site site)
    {
        var answer = await site.Visitor().GetAsync("/healthz/schedules");
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
