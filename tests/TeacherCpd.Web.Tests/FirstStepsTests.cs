using System.Net;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Organisations;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Testing;

namespace TeacherCpd.Web.Tests;

/// <summary>What docs/operators.md promises: from an empty installation to a running office with nothing but the pages.</summary>
public sealed class FirstStepsTests : IAsyncLifetime
{
    private const string OwnPassword = "menin-qupiyasozim";

    private Site site = null!;
    private int number;

    public async ValueTask InitializeAsync() => site = await Site.StartAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task An_empty_installation_comes_to_a_school_a_commission_and_a_group()
    {
        await site.App.SendAsSystem(new SeedReferenceDataCommand());
        await site.App.SendAsSystem(new CreateAdministratorCommand(TestData.NewIin(900), "Оспанов", "Нұржан", OwnPassword));
        var administrator = await SignInAsync(TestData.NewIin(900), OwnPassword);
        var region = await IdAsync("kz/39/");
        var centre = await site.App.LookAsync(db => db.Organisations.Where(o => o.Kind == OrganisationKind.Centre).Select(o => o.Id).SingleAsync());

        // the administrator over the ministry: a regional one, and a branch with its people
        var regional = await AddAsync(administrator, region, "Administrator");
        var branch = await OrganisationAsync(administrator, centre, "Branch", "B39");
        var coordinator = await AddAsync(administrator, branch, "Coordinator");
        var trainer = TestData.NewIin(910 + number);
        await AddAsync(administrator, branch, "Trainer");
        var methodologist = await AddAsync(administrator, centre, "ProgrammeDeveloper");

        // the regional one: district, school, commission
        var district = await OrganisationAsync(regional, region, "District", "3999");
        var school = await OrganisationAsync(regional, district, "School", "S14");
        var secretary = await AddAsync(regional, district, "CommissionSecretary");
        for (var i = 0; i < 7; i++)
        {
            await AddAsync(regional, district, "CommissionMember");
        }

        await FormCommissionAsync(regional, district);
        Assert.Equal(HttpStatusCode.OK, (await secretary.GetAsync("/attestation/cases")).StatusCode);

        // the trainer is entered into the pool and certified, the coordinator opens a group, and a teacher registers
        var version = await site.App.LookAsync(db => db.ProgrammeVersions.Where(v => v.Status == ProgrammeVersionStatus.Listed).FirstAsync());
        await CertifyAsync(coordinator, methodologist, trainer, branch, version.ProgrammeId);
        await OpenGroupAsync(coordinator, version.Id);
        var teacher = site.Visitor();
        await teacher.GetAsync($"/register?district={district}");
        var answer = await teacher.SubmitAsync(new()
        {
            ["Input.SchoolId"] = school.ToString(),
            ["Input.WorksSince"] = "2015-09-01",
            ["Input.Iin"] = TestData.NewIin(901),
            ["Input.FamilyName"] = "Әлімова",
            ["Input.GivenName"] = "Айгүл",
            ["Input.Password"] = OwnPassword,
        });
        await teacher.FollowAsync(answer);

        Assert.Single(teacher.Page.QuerySelectorAll("tbody tr"));
    }

    private async Task<Browser> SignInAsync(string iin, string password)
    {
        var browser = site.Visitor();
        await browser.GetAsync("/sign-in");
        var answer = await browser.SubmitAsync(new() { ["Input.Iin"] = iin, ["Input.Password"] = password });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return browser;
    }

    private async Task<Browser> AddAsync(Browser administrator, Guid organisation, string role)
    {
        var iin = TestData.NewIin(910 + number++);
        await administrator.GetAsync($"/people/add?organisation={organisation}");
        await administrator.SubmitAsync(new()
        {
            ["Input.Iin"] = iin,
            ["Input.FamilyName"] = "Қасымова",
            ["Input.GivenName"] = "Шолпан",
            ["Input.WorksSince"] = "2020-09-01",
            ["Input.Role"] = role,
        });
        var password = administrator.Page.QuerySelector("#password")!.TextContent;
        var browser = await SignInAsync(iin, password);
        await browser.GetAsync("/my/password");
        await browser.SubmitAsync(new() { ["Input.Current"] = password, ["Input.Chosen"] = OwnPassword });
        return browser;
    }

    private static async Task<Guid> OrganisationAsync(Browser administrator, Guid above, string kind, string code)
    {
        await administrator.GetAsync($"/organisations/{above}/add");
        var answer = await administrator.SubmitAsync(new()
        {
            ["Input.Kind"] = kind,
            ["Input.Code"] = code,
            ["Input.NameKk"] = $"{code} ұйымы",
            ["Input.NameRu"] = $"Организация {code}",
        });
        return Guid.Parse(answer.Headers.Location!.OriginalString.Split('/')[^1]);
    }

    private static async Task FormCommissionAsync(Browser administrator, Guid district)
    {
        var address = $"/commissions/form?organisation={district}";
        await administrator.GetAsync(address);
        var page = administrator.Page;
        var members = page.QuerySelectorAll("input[name='Input.Members']").Select(i => i.GetAttribute("value")!).ToList();
        var answer = await administrator.PostAsync(address, new FormUrlEncodedContent(
        [
            .. page.QuerySelectorAll("main form input[type=hidden]").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value")!)),
            new("Input.NameKk", "Аудандық комиссия"),
            new("Input.NameRu", "Районная комиссия"),
            new("Input.OrderNumber", "214"),
            new("Input.OrderedOn", "2026-02-09"),
            new("Input.ValidFrom", "2026-02-10"),
            new("Input.SecretaryId", page.QuerySelector("#Input_SecretaryId option:last-child")!.GetAttribute("value")!),
            .. members.Select(m => KeyValuePair.Create("Input.Members", m)),
        ]));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private static async Task CertifyAsync(Browser coordinator, Browser methodologist, string trainer, Guid branch, Guid programme)
    {
        await coordinator.GetAsync("/trainers/new");
        var entered = await coordinator.SubmitAsync(new()
        {
            ["Input.Iin"] = trainer,
            ["Input.BranchId"] = branch.ToString(),
            ["Input.Languages"] = "Kk",
        });
        var address = entered.Headers.Location!.OriginalString;
        await methodologist.GetAsync(address);
        await methodologist.SubmitAsync(
            new() { ["Input.ProgrammeId"] = programme.ToString(), ["Input.On"] = "2025-10-01", ["Input.Basis"] = "№ 3" }, "form[action*='Train']");
        await methodologist.GetAsync(address);
        var certified = await methodologist.SubmitAsync(
            new() { ["Input.ValidFrom"] = "2026-01-01", ["Input.ValidUntil"] = "2026-12-31", ["Input.Basis"] = "№ 4" }, "form[action*='Certify']");
        Assert.Equal(HttpStatusCode.Redirect, certified.StatusCode);
    }

    private static async Task OpenGroupAsync(Browser coordinator, Guid version)
    {
        await coordinator.GetAsync("/groups/manage/open");
        var answer = await coordinator.SubmitAsync(new()
        {
            ["Input.ProgrammeVersionId"] = version.ToString(),
            ["Input.StartsOn"] = "2026-03-02",
            ["Input.EndsOn"] = "2026-03-20",
            ["Input.TrainerId"] = coordinator.Page.QuerySelector("#Input_TrainerId option:last-child")!.GetAttribute("value")!,
        });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private Task<Guid> IdAsync(string path) =>
        site.App.LookAsync(db => db.Organisations.Where(o => o.Path == path).Select(o => o.Id).SingleAsync());
}
