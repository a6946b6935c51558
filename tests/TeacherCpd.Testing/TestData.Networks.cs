using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Networks;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Domain.Trainers;

namespace TeacherCpd.Testing;

/// <summary>Networks of schools, coaches and visits.</summary>
public sealed partial class TestData
{
    /// <summary>Another school of the district.</summary>
    public async Task<Organisation> SchoolAsync(string code, string name, bool inOtherRegion = false)
    {
        var world = await WorldAsync();
        var school = (inOtherRegion ? world.OtherRegion : world.District).Under(OrganisationKind.School, code, Text(name));
        await SaveAsync(school);
        return school;
    }

    /// <summary>A list of the region with one network, approved for the school year of today unless said otherwise.</summary>
    public async Task<NetworkList> NetworkAsync(Organisation leader, int? yearStart = null, bool isDraft = false, params Organisation[] partners)
    {
        var list = new NetworkList { RegionId = (await WorldAsync()).Region.Id, YearStart = yearStart ?? 2025, MadeById = (await PersonAsync(Role.EducationOfficer)).Id, MadeAt = Now };
        var entry = Guid.CreateVersion7();
        Good(list.Lead(entry, leader.Id));
        foreach (var partner in partners)
        {
            Good(list.Join(entry, partner.Id));
        }

        if (!isDraft)
        {
            Good(list.Approve("11-4/874", Today, Now));
        }

        await SaveAsync(list);
        return list;
    }

    /// <summary>A school coach.</summary>
    public async Task<Person> CoachAsync(Func<World, Organisation>? at = null)
    {
        var person = await PersonAsync(Role.Teacher, at);
        await SaveAsync(new SchoolCoach { PersonId = person.Id, SchoolId = person.Employments.Single().OrganisationId, Direction = CoachDirection.Methods, TrainedOn = Today });
        return person;
    }

    /// <summary>A template of the branch.</summary>
    public async Task<VisitTemplate> VisitTemplateAsync()
    {
        var template = VisitTemplate.Write(
            Guid.CreateVersion7(), (await WorldAsync()).Branch.Id, "Мониторинг", [.. VisitStages.All.Select(k => new VisitStagePlan(k, 10 * ((int)k + 1), "Жұмыс"))], Now).Value;
        await SaveAsync(template);
        return template;
    }

    /// <summary>A visit of the branch to a school, with all stages closed, and its report sent if asked for.</summary>
    public async Task<SchoolVisit> VisitAsync(Organisation school, Person by, IReadOnlyDictionary<VisitCountKind, int> numbers, bool isSent = true, DateOnly? on = null)
    {
        var visit = SchoolVisit.Plan(Guid.CreateVersion7(), await VisitTemplateAsync(), school.Id, on ?? Today.AddDays(-9), by.Id).Value;
        foreach (var kind in VisitStages.All)
        {
            Good(visit.Close(kind, kind.Counts().Where(numbers.ContainsKey).ToDictionary(k => k, k => numbers[k]), "Жасалды", by.Id, Now));
        }

        if (isSent)
        {
            Good(visit.Send(Now));
        }

        await SaveAsync(visit);
        return visit;
    }
}
