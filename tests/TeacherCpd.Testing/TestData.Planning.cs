using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Planning;

namespace TeacherCpd.Testing;

/// <summary>Plans and their items.</summary>
public sealed partial class TestData
{
    /// <summary>A plan of the school for the calendar year of today.</summary>
    public async Task<WorkPlan> PlanAsync(Person madeBy, int? year = null)
    {
        var plan = new WorkPlan
        {
            OrganisationId = (await WorldAsync()).School.Id,
            Title = "Жылдық жоспар",
            YearKind = PlanYearKind.Calendar,
            YearStart = year ?? Today.Year,
            MadeById = madeBy.Id,
            MadeAt = Now,
        };
        await SaveAsync(plan);
        return plan;
    }

    /// <summary>An item of a plan.</summary>
    public async Task<PlanItem> PlanItemAsync(WorkPlan plan, string deadline, Person? responsible = null, string title = "Семинар өткізу", string number = "")
    {
        var item = PlanItem.Write(Guid.CreateVersion7(), plan, ++counter, new PlanItemFacts(
            number, "", title, deadline, "Бұйрық", [responsible is null ? new ResponsibleParty("Әдістемелік бөлім") : new ResponsibleParty(responsible.FamilyName, responsible.Id)]));
        await SaveAsync(item);
        return item;
    }
}
