using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Groups.Lists;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Infrastructure.Persistence;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Groups.Lists;

/// <summary>The longest list, in a register of a whole region.</summary>
public sealed class ListSpeedTests
{
    private const int People = 50_000;
    private const int Schools = 500;
    private const int Rows = 5_000;

    [Fact]
    public async Task Five_thousand_rows_are_shown_within_five_seconds_against_fifty_thousand_people()
    {
        await using var app = await TestApp.StartAsync();
        var world = await app.Data.WorldAsync();
        var schools = Enumerable.Range(100, Schools)
            .Select(n => world.District.Under(OrganisationKind.School, $"S{n}", new LocalizedText($"№{n} мектеп", $"Школа № {n}", $"School No {n}")))
            .ToList();
        await app.Data.SaveAsync(schools);
        await app.LookAsync(db => FillAsync(db, schools));
        var coordinator = await app.Data.PersonAsync(Role.Coordinator);
        var group = await app.Data.OpenGroupAsync(capacity: 200);

        // nine of ten are known, the others have to be found by school
        var text = new StringBuilder("ИИН;ФИО;Область;Район;Школа;Дата приказа\r\n");
        for (var i = 0; i < Rows; i++)
        {
            var number = i % 10 == 0 ? People + i : i * 9;
            text.Append(CultureInfo.InvariantCulture, $"{IinOf(number)};Омаров Ерлан;Костанайская область;Сарыкөл ауданы;КГУ Школа № {100 + (i % Schools)};12 января 2026 г.\r\n");
        }

        var watch = Stopwatch.StartNew();
        var read = (await app.SendAs(coordinator, new ReadListQuery(group.Id, new MemoryStream(Encoding.UTF8.GetBytes(text.ToString())), "тізім.csv"))).Value;
        var list = (await app.SendAs(coordinator, new KeepListCommand(Guid.CreateVersion7(), group.Id, read))).Value;
        var sent = watch.Elapsed;
        var view = (await app.SendAs(coordinator, new GetListQuery(group.Id, list))).Value.List!;
        var shown = watch.Elapsed;
        var worked = Environment.CpuUsage.TotalTime;
        var outcome = (await app.SendAs(coordinator, new ImportListCommand(group.Id, list, "7", new DateOnly(2026, 2, 1)))).Value;
        var imported = watch.Elapsed;
        worked = Environment.CpuUsage.TotalTime - worked;

        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"read and kept in {sent.TotalSeconds:0.00} s, shown in {(shown - sent).TotalSeconds:0.00} s, imported in {(imported - shown).TotalSeconds:0.00} s, of which the cores worked {worked.TotalSeconds:0.00} s"));
        Assert.Equal((200, Rows - 200, 0), (view.Counts.Enrolled, view.Counts.Waiting, view.Counts.Failed));
        Assert.Equal(new Domain.Groups.Lists.ListOutcome(200, Rows - 200, 0), outcome);
        Assert.InRange(shown, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    private static async Task<int> FillAsync(AppDbContext db, List<Organisation> schools)
    {
        await db.Database.OpenConnectionAsync();
        await using var transaction = await db.Database.GetDbConnection().BeginTransactionAsync();
        await using var person = Command(
            transaction, "INSERT INTO \"Persons\" (\"Id\", \"Iin\", \"FamilyName\", \"GivenName\", \"SortKey\", \"Language\", \"Revision\") VALUES (@a, @b, 'Омаров', 'Ерлан', '10', 'Kk', 0)", "@a", "@b");
        await using var work = Command(
            transaction,
            "INSERT INTO \"Employments\" (\"Id\", \"PersonId\", \"OrganisationId\", \"Position\", \"From\") VALUES (@a, @b, @c, 'Teacher', @d)", "@a", "@b", "@c", "@d");
        for (var i = 0; i < People; i++)
        {
            var id = Guid.CreateVersion7();
            await RunAsync(person, id, IinOf(i));
            await RunAsync(work, Guid.CreateVersion7(), id, schools[i % schools.Count].Id, new DateOnly(2015, 9, 1));
        }

        await transaction.CommitAsync();
        return People;
    }

    private static DbCommand Command(DbTransaction transaction, string text, params string[] names)
    {
        var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // written here
        command.CommandText = text;
#pragma warning restore CA2100
        foreach (var name in names)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static Task<int> RunAsync(DbCommand command, params object[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }

        return command.ExecuteNonQueryAsync();
    }

    // every day of forty years, and on it as many as are needed
    private static string IinOf(int number)
    {
        var day = new DateOnly(1955, 1, 1).AddDays(number % 14_000);
        for (var serial = number / 14_000; ; serial += 100)
        {
            var eleven = string.Create(CultureInfo.InvariantCulture, $"{day:yyMMdd}3{serial % 10_000:0000}");
            if (Iin.CheckDigit(eleven) is { } digit)
            {
                return eleven + digit.ToString(CultureInfo.InvariantCulture);
            }
        }
    }
}
