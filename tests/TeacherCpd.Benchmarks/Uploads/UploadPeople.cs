using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Audit;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Infrastructure.Demo;
using TeacherCpd.Infrastructure.Persistence;
using TeacherCpd.Testing;

namespace TeacherCpd.Benchmarks.Uploads;

/// <summary>Teachers in a group of the demo data from whom a report is due, with the password of the demo data.</summary>
internal static class UploadPeople
{
    public static async Task AddAsync(IServiceProvider services, int count, ConcurrentQueue<(string Iin, Guid EnrolmentId)> people)
    {
        var db = services.GetRequiredService<AppDbContext>();
        var accounts = services.GetRequiredService<IAccounts>();
        var studying = await db.Groups.OrderBy(g => g.Code).FirstAsync(g => g.Status == GroupStatus.Studying);
        var place = await db.Enrolments.OrderBy(e => e.ListenerCode).FirstAsync(e => e.GroupId == studying.Id);
        for (var i = 0; i < count; i++)
        {
            var person = new Person
            {
                Iin = TestData.NewIin(i),
                FamilyName = "Сабырова",
                GivenName = $"Әсем{i}",
                SortKey = Domain.Common.SortKey.Of($"Сабырова Әсем{i}"),
                Email = $"upload{i}@mektep.example",
                Language = Language.Kk,
            };
            person.WorksAt(place.SchoolId!.Value, Position.Teacher, new DateOnly(2015, 9, 1));
            person.Receives(Role.Teacher, place.SchoolId!.Value);
            db.Persons.Add(person);
            accounts.Open(person.Id, person.Iin, DemoAccounts.Password);
            var enrolment = new Enrolment
            {
                GroupId = studying.Id,
                PersonId = person.Id,
                ListenerCode = string.Create(CultureInfo.InvariantCulture, $"U{i:0000}"),
                AppliedAt = place.AppliedAt,
                SchoolId = place.SchoolId,
                RegionId = place.RegionId,
            };
            enrolment.Accept(place.AppliedAt);
            db.Enrolments.Add(enrolment);
            people.Enqueue((person.Iin, enrolment.Id));
        }

        await services.GetRequiredService<AuditTrail>().SaveAsync(nameof(UploadsBenchmark), CancellationToken.None);
    }
}
