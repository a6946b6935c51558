using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Infrastructure.Settings;
using TeacherCpd.Testing;

namespace TeacherCpd.Benchmarks.Reminders;

/// <summary>
/// The year after a course at the size of a country: how long closing a group takes, how long the morning's look through all contacts, and
/// how long 40,000 reminders through a real mail server, from sites that are killed on the way.
/// </summary>
internal static class RemindersBenchmark
{
    private const int Contacts = 344_000;
    private const int Mails = 40_000;
    private const int Kills = 5;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(40);

    private static readonly Dictionary<string, string?> AtAnyHour = new()
    {
        ["Monitoring:SendFrom"] = "00:00",
        ["Monitoring:SendUntil"] = "23:59:59.9999999",
        ["Monitoring:SendOnDaysOfRest"] = "true",
    };

    /// <summary>Runs it.</summary>
    /// <param name="mails">How many reminders are sent; 0 for 40,000.</param>
    public static async Task RunAsync(int mails)
    {
        mails = mails == 0 ? Mails : mails;
        Console.WriteLine($"{Environment.ProcessorCount} cores, {Environment.OSVersion}, .NET {Environment.Version}, {TimeProvider.System.GetUtcNow():yyyy-MM-dd}.");
        foreach (var provider in new[] { DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql }.Where(TestDatabase.IsThere))
        {
            Console.WriteLine();
            Console.WriteLine($"| {provider} | measured |");
            Console.WriteLine("|---|---|");
            await CloseAsync(provider);
            await ScanAsync(provider);
            await SendAsync(provider, mails);
        }
    }

    private static async Task CloseAsync(DatabaseProvider provider)
    {
        await using var app = await TestApp.StartAsync(provider: provider);
        var coordinator = await app.Data.PersonAsync(Role.Coordinator);
        var eight = new SupportPlan([.. Enumerable.Range(1, 8).Select(month => new PlannedContact(ContactKind.Consultation, month))], 7, 3);
        var programme = await app.Data.ProgrammeAsync();
        await app.Data.SaveAsync([.. eight.Contacts.Select(c => new Domain.Programmes.ProgrammeContact { VersionId = programme.Id, Kind = c.Kind, Month = c.Month })]);
        List<string> times = [];
        for (var i = 0; i < 4; i++)
        {
            var group = await app.Data.GroupAsync(programme, status: GroupStatus.Studying, capacity: 30);
            for (var person = 0; person < 30; person++)
            {
                await app.Data.EnrolmentAsync(group, status: EnrolmentStatus.Recommended);
            }

            await app.Data.MatrixAsync(group, eight);
            var watch = Stopwatch.StartNew();
            var closed = await app.SendAs(coordinator, new CloseGroupCommand(group.Id));
            times.Add(closed.Error?.Code ?? $"{watch.ElapsedMilliseconds}");
        }

        Row("close a group of 30: 240 contacts, 1,440 reminders, their audit; the first of a program, then others", $"{string.Join(", ", times)} ms");
    }

    // the rows of a country's year; the days are spread over it, and what is past is done but for one of a hundred
    private static async Task ScanAsync(DatabaseProvider provider)
    {
        await using var app = await TestApp.StartAsync(provider: provider);
        await app.Data.PersonAsync(Role.Coordinator);
        var one = await app.Data.ContactAsync(app.Time.Today().AddDays(200));
        var today = app.Time.Today();
        var group = await app.Data.GroupAsync(status: GroupStatus.Closed, capacity: 200);
        List<Guid> enrolments = [];
        for (var i = 0; i <= Contacts / (365 * 7); i++)
        {
            enrolments.Add((await app.Data.EnrolmentAsync(group, status: EnrolmentStatus.Recommended)).Id);
        }

        for (var first = 0; first < Contacts; first += 5_000)
        {
            List<object> records = [];
            for (var i = first; i < Math.Min(Contacts, first + 5_000); i++)
            {
                var day = today.AddDays((i % 365) - 180);
                var contact = new SupportContact { EnrolmentId = enrolments[i / (365 * 7)], PersonId = one.PersonId, TrainerId = one.TrainerId, Kind = (ContactKind)(i / 365 % 7), DueOn = day };
                if (day < today && i % 100 != 0)
                {
                    _ = contact.Complete("Кеңес өтті", day, default);
                }

                records.Add(contact);
            }

            await app.Data.SaveAsync([.. records]);
        }

        var watch = Stopwatch.StartNew();
        var told = 0;
        for (var more = 1; more > 0; told += more)
        {
            more = (await app.SendAsSystem(new EscalateOverdueCommand())).Value;
        }

        Row($"look through {Contacts:N0} contacts in the morning, {told:N0} of them overdue and written down", $"{watch.Elapsed.TotalSeconds:0.0} s");
        watch.Restart();
        await app.SendAsSystem(new EscalateOverdueCommand());
        Row("the same when nothing new is overdue", $"{watch.ElapsedMilliseconds} ms");
        watch.Restart();
        await app.SendAsSystem(new QueueDueRemindersCommand());
        Row("the sweep of a minute", $"{watch.ElapsedMilliseconds} ms");
    }

    private static async Task SendAsync(DatabaseProvider provider, int mails)
    {
        await using var app = await TestApp.StartAsync(provider: provider);
        await app.Data.DueRemindersAsync(mails, TimeProvider.System.Today());
        await using var server = await MailServer.StartAsync(app.Folder);
        var settings = app.Settings.Concat(server.Settings).Concat(AtAnyHour).ToList();
        var nodes = provider == DatabaseProvider.Sqlite ? 1 : 2;
        var watch = Stopwatch.StartNew();
        for (var kill = 0; kill < Kills; kill++)
        {
            var goal = (int)((long)mails * (kill + 1) / (Kills + 1));
            var sites = await Task.WhenAll(Enumerable.Range(0, nodes).Select(_ => SiteProcess.StartAsync(settings)));
            while (server.Taken().Count < goal && watch.Elapsed < Longest)
            {
                await Task.Delay(200);
            }

            await Task.WhenAll(sites.Select(s => s.DisposeAsync().AsTask()));
        }

        var last = await Task.WhenAll(Enumerable.Range(0, nodes).Select(_ => SiteProcess.StartAsync(settings)));
        while (await app.LookAsync(db => db.Reminders.AnyAsync(r => r.Status == ReminderStatus.Pending)) && watch.Elapsed < Longest)
        {
            await Task.Delay(500);
        }

        var seconds = watch.Elapsed.TotalSeconds;
        await Task.Delay(2_000);
        var states = await app.LookAsync(db => db.Reminders.GroupBy(r => r.Status).Select(g => new { g.Key, Count = g.Count() }).ToListAsync());
        var taken = server.Taken();
        Row(
            $"{mails:N0} reminders through a mail server, {nodes} node{(nodes > 1 ? "s" : "")} killed {Kills} times",
            $"{seconds / 60:0.0} min, {mails / seconds:0} a second; taken {taken.Count:N0}, twice {taken.Count - taken.DistinctBy(m => m.MessageId).Count()}; {string.Join(", ", states.OrderBy(s => s.Key).Select(s => $"{s.Key} {s.Count:N0}"))}; memory {last.Max(s => s.Megabytes)} MB");
        await Task.WhenAll(last.Select(s => s.DisposeAsync().AsTask()));
    }

    private static void Row(string work, string measured) => Console.WriteLine($"| {work} | {measured} |");
}
