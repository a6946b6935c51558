using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Infrastructure.Settings;
using TeacherCpd.Testing;

namespace TeacherCpd.Providers.Tests;

/// <summary>
/// Reminders through a real mail server, from sites that are processes of their own: they are killed, the server is away, refuses, and
/// breaks off. None is lost, none goes out twice.
/// </summary>
public sealed class ReminderFaultTests
{
    private const int Kills = 2;

    // four senders of a site have at most one mail each in hand when it is killed
    private const int MostInHand = 4;

    private static readonly Dictionary<string, string?> AtAnyHour = new()
    {
        ["Monitoring:SendFrom"] = "00:00",
        ["Monitoring:SendUntil"] = "23:59:59.9999999",
        ["Monitoring:SendOnDaysOfRest"] = "true",
    };

    private static DateOnly Today => TimeProvider.System.Today();

    [Theory]
    [ClassData(typeof(Databases))]
    public async Task However_often_it_is_killed_each_reminder_goes_out_once_or_is_left_to_a_person(DatabaseProvider provider)
    {
        await using var app = await Start.OnAsync(provider);
        var all = await app.Data.DueRemindersAsync(150, Today);
        await using var server = await MailServer.StartAsync(app.Folder);
        var settings = app.Settings.Concat(server.Settings).Concat(AtAnyHour).ToList();

        // two nodes where the database allows it; each is killed while it sends, and started again
        var nodes = provider == DatabaseProvider.Sqlite ? 1 : 2;
        for (var kill = 0; kill < Kills; kill++)
        {
            var before = server.Taken().Count;
            var sites = await Task.WhenAll(Enumerable.Range(0, nodes).Select(_ => SiteProcess.StartAsync(settings)));
            await UntilAsync(() => server.Taken().Count >= before + 20);
            await Task.WhenAll(sites.Select(s => s.DisposeAsync().AsTask()));
        }

        await using var last = await SiteProcess.StartAsync(settings);
        await UntilAsync(async () => !await app.LookAsync(db => db.Reminders.AnyAsync(r => r.Status == ReminderStatus.Pending)));

        var states = await app.LookAsync(db => db.Reminders.Select(r => new { r.Id, r.Status }).ToListAsync());
        var sent = states.Where(s => s.Status == ReminderStatus.Sent).Select(s => s.Id).ToList();
        var inHand = states.Where(s => s.Status is ReminderStatus.Sending or ReminderStatus.Unconfirmed).Select(s => s.Id).ToList();
        var taken = server.Taken();
        Assert.Equal(taken.Count, taken.DistinctBy(m => m.MessageId).Count());
        Assert.Equal(taken.Count, taken.DistinctBy(m => m.To).Count());
        Assert.Equal(all.Count, sent.Count + inHand.Count);
        Assert.InRange(inHand.Count, 0, Kills * nodes * MostInHand);
        var ids = taken.Select(m => Guid.Parse(m.MessageId.Split('@')[0]["reminder-".Length..])).ToHashSet();
        Assert.All(sent, id => Assert.Contains(id, ids));
    }

    [Fact]
    public async Task A_server_that_comes_late_refuses_and_breaks_off_loses_nothing()
    {
        await using var app = await Start.OnAsync(DatabaseProvider.Sqlite);
        var good = await app.Data.DueRemindersAsync(20, Today);
        var refused = await app.Data.DueRemindersAsync(3, Today, "refused");
        var broken = await app.Data.DueRemindersAsync(3, Today, "broken");
        int port;
        await using (var early = await MailServer.StartAsync(app.Folder))
        {
            port = early.Port;
        }

        await using var site = await SiteProcess.StartAsync(app.Settings.Concat(AtAnyHour).Concat(new Dictionary<string, string?>
        {
            ["Mail:Host"] = "127.0.0.1",
            ["Mail:Port"] = port.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["Mail:RequireTls"] = "false",
        }));

        // nobody is there: nothing is lost, and no try is counted. A few have met the closed door and wait their half hour.
        await UntilAsync(async () => await app.LookAsync(db => db.Reminders.AnyAsync(r => r.Status == ReminderStatus.Pending && r.StatusSince > DateTime.UnixEpoch)));
        await using var server = await MailServer.StartAsync(app.Folder, port);
        await UntilAsync(async () => !await app.LookAsync(db => db.Reminders.AnyAsync(r =>
            r.Status == ReminderStatus.Sending || (r.Status == ReminderStatus.Pending && r.StatusSince == DateTime.MinValue))));

        var states = await app.LookAsync(db => db.Reminders.ToDictionaryAsync(r => r.Id));
        Assert.All(good, id => Assert.True(states[id].Status == ReminderStatus.Sent || states[id] is { Status: ReminderStatus.Pending, Attempts: 0 }));
        Assert.Contains(good, id => states[id].Status == ReminderStatus.Sent);
        Assert.All(refused, id => Assert.True(states[id] is { Status: ReminderStatus.Pending, Attempts: 0 or 1 }));
        Assert.All(broken, id => Assert.True(states[id].Status == ReminderStatus.Unconfirmed || states[id] is { Status: ReminderStatus.Pending, Attempts: 0 }));
        Assert.Equal(server.Taken().Count, server.Taken().Distinct().Count());
    }

    private static Task UntilAsync(Func<bool> isSo) => UntilAsync(() => Task.FromResult(isSo()));

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var waited = 0; !await isSo(); waited++)
        {
            Assert.True(waited < 1_800, "It did not come to that within three minutes.");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }
}
