using System.Net;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Collaboration;
using TeacherCpd.Testing;

namespace TeacherCpd.Web.Tests.Collaboration;

/// <summary>Pairs, teams and Lesson Study on the pages, as school, mentor, young teacher, members and officers see them.</summary>
public sealed class CollaborationPagesTests : IAsyncLifetime
{
    private Site site = null!;
    private Person coordinator = null!;
    private Person teacher = null!;
    private Person colleague = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        coordinator = await site.Data.PersonAsync(Role.SchoolCoordinator);
        teacher = await site.Data.PersonAsync(Role.Teacher);
        colleague = await site.Data.PersonAsync(Role.Teacher);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task The_school_proposes_a_pair_and_the_two_work_through_it()
    {
        var young = await site.Data.BeginnerAsync();
        var school = await site.AsAsync(coordinator);
        await school.GetAsync("/collaboration");
        Assert.Single(school.Page.QuerySelectorAll("main ul.rows li"));
        await school.GetAsync("/mentoring/new");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await school.SubmitAsync(new() { ["Input.Goals"] = "Мақсат <b>бір</b>", ["Input.MentorId"] = teacher.Id.ToString() })).StatusCode);
        Assert.Equal("Мақсат <b>бір</b>", school.Page.QuerySelector("#Input_Goals")!.TextContent.Trim());
        await school.FollowAsync(await school.SubmitAsync(new() { ["Input.YoungTeacherId"] = young.Id.ToString() }));
        var address = school.Path;

        var mentor = await site.AsAsync(teacher);
        await mentor.GetAsync(address);
        await mentor.FollowAsync(await mentor.SubmitAsync(form: "main form[action*=Accept]"));
        var mentee = await site.AsAsync(young);
        await mentee.GetAsync("/my/collaboration");
        await mentee.GetAsync(mentee.Page.QuerySelector("main tbody a")!.GetAttribute("href")!);
        await mentee.FollowAsync(await mentee.SubmitAsync(form: "main form[action*=Accept]"));
        await mentor.GetAsync(address);
        await mentor.FollowAsync(await mentor.SubmitAsync(form: "main form[action*=Begin]"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await mentor.SubmitAsync(new() { ["Topic"] = "Сабақ", ["DueOn"] = "2020-01-01" }, "main form[action*=Step]")).StatusCode);
        Assert.NotNull(mentor.Page.QuerySelector("details[open] #Topic[value='Сабақ']"));
        Assert.NotNull(mentor.Page.QuerySelector(".field.wrong #DueOn"));
        await mentor.FollowAsync(await mentor.SubmitAsync(new() { ["DueOn"] = "2026-03-01" }, "main form[action*=Step]"));
        await mentor.FollowAsync(await mentor.SubmitAsync(new() { ["HeldOn"] = "2026-02-10", ["Words"] = "Бірінші жол\r\nекінші жол" }, "main form[action*='handler=Meeting']"));

        await mentee.GetAsync(address);
        await mentee.GetAsync(mentee.Page.QuerySelector("main a[href*='meeting=']")!.GetAttribute("href")!.Split('#')[0]);
        await mentee.FollowAsync(await mentee.SubmitAsync(new() { ["Reply"] = "Рақмет" }, "main form[action*=Answer]"));
        Assert.Contains("Рақмет", mentee.Page.QuerySelector("main blockquote")!.TextContent, StringComparison.Ordinal);
        await school.GetAsync(address);
        Assert.Null(school.Page.QuerySelector("main blockquote"));
        Assert.DoesNotContain("екінші жол", school.Page.Body!.TextContent, StringComparison.Ordinal);
        foreach (var (browser, words) in new[] { (mentor, "Топтық жұмысты өзі жүргізеді."), (mentee, "Мақсатты анық жазуды үйрендім.") })
        {
            await browser.GetAsync(address);
            await browser.FollowAsync(await browser.SubmitAsync(new() { ["Outcome"] = words }, "main form[action*=Outcome]"));
        }

        await mentor.GetAsync(address);
        await mentor.FollowAsync(await mentor.SubmitAsync(new() { ["Hours"] = "18" }, "main form[action*=Take]"));
        Assert.NotNull(mentor.Page.QuerySelector("main a[href='/my/record']"));
        Assert.Equal(1, await site.App.LookAsync(db => db.DevelopmentActivities.CountAsync(a => a.PersonId == teacher.Id)));

        var officer = await site.AsAsync(await site.Data.PersonAsync(Role.EducationOfficer));
        await officer.GetAsync("/reports/mentoring");
        Assert.Single(officer.Page.QuerySelectorAll("main tbody tr"));
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await mentor.GetAsync("/collaboration")).StatusCode);
    }

    [Fact]
    public async Task A_team_is_formed_and_its_tasks_are_closed_one_at_a_time()
    {
        var school = await site.AsAsync(coordinator);
        await school.GetAsync("/teams/new");
        var form = new Dictionary<string, string> { ["Input.Title"] = "Оқу <i>командасы</i>", ["Input.Aim"] = "Мақсат" };
        for (var i = 0; i < 2; i++)
        {
            form[$"Input.Members[{i}].Role"] = nameof(TeamRole.Member);
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await school.SubmitAsync(form)).StatusCode);
        Assert.NotNull(school.Page.QuerySelector("#Input_Members .error"));
        Assert.Equal(2, school.Page.QuerySelectorAll("main select option[value=Member][selected]").Length);
        var leads = school.Page.QuerySelectorAll("main input[name$='.PersonId']").Select(p => p.GetAttribute("value")).ToList().IndexOf(teacher.Id.ToString());
        await school.FollowAsync(await school.SubmitAsync(new() { [$"Input.Members[{leads}].Role"] = nameof(TeamRole.Leader) }));
        var address = school.Path;
        Assert.Equal("Оқу <i>командасы</i>", school.Page.QuerySelector("h1")!.TextContent);

        await school.FollowAsync(await school.SubmitAsync(new() { ["TaskTitle"] = "Парақ", ["ResponsibleId"] = colleague.Id.ToString(), ["DueOn"] = "2026-02-20" }, "main form[action*='handler=Task']"));
        await school.FollowAsync(await school.SubmitAsync(new() { ["ReviewOn"] = "2026-02-09" }, "main form[action*='handler=Plan']"));
        var member = await site.AsAsync(colleague);
        await member.GetAsync(address);
        await member.GetAsync(member.Page.QuerySelector("main a[href*='task=']")!.GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await member.SubmitAsync(new() { ["Evidence"] = "Дайын", ["Link"] = "javascript:alert(1)" }, "main form[action*=Finish]")).StatusCode);
        Assert.Equal("Дайын", member.Page.QuerySelector("#Evidence")!.TextContent.Trim());
        await member.FollowAsync(await member.SubmitAsync(new() { ["Link"] = "https://mektep.example/p" }, "main form[action*=Finish]"));
        Assert.NotNull(member.Page.QuerySelector("main a[href='https://mektep.example/p']"));

        var leader = await site.AsAsync(teacher);
        await leader.GetAsync(address);
        await leader.GetAsync(leader.Page.QuerySelector("main a[href*='review=']")!.GetAttribute("href")!);
        await leader.FollowAsync(await leader.SubmitAsync(new() { ["Words"] = "Парақ қолданылады" }, "main form[action*='handler=Review']"));
        await leader.FollowAsync(await leader.SubmitAsync(new() { ["Outcome"] = "Әр мұғалім екі сабаққа қатысады." }, "main form[action*=Complete]"));
        Assert.NotNull(leader.Page.QuerySelector("main .chip.ok"));
        Assert.Null(leader.Page.QuerySelector("main form[action*=Complete]"));
    }

    [Fact]
    public async Task A_group_plans_teaches_watches_discusses_and_shares()
    {
        var observer = await site.Data.PersonAsync(Role.Teacher);
        var browser = await site.AsAsync(teacher);
        await browser.GetAsync("/lesson-study/new");
        Assert.Equal(nameof(StudyRole.Leader), browser.Page.QuerySelector("main option[selected][value=Leader]")?.GetAttribute("value"));
        var form = new Dictionary<string, string> { ["Input.Question"] = "Диалог қалай әсер етеді?", ["Input.Subject"] = "Математика", ["Input.ClassName"] = "7", ["Input.Pupils[0]"] = "Тез шығарады" };
        var people = browser.Page.QuerySelectorAll("main input[name$='.PersonId']").Select(p => p.GetAttribute("value")).ToList();
        form[$"Input.Members[{people.IndexOf(colleague.Id.ToString())}].Role"] = nameof(StudyRole.Teacher);
        form[$"Input.Members[{people.IndexOf(observer.Id.ToString())}].Role"] = nameof(StudyRole.Observer);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SubmitAsync(form)).StatusCode);
        Assert.Equal("Тез шығарады", browser.Page.QuerySelector("#Input_Pupils_0_")!.TextContent);
        await browser.FollowAsync(await browser.SubmitAsync(new() { ["Input.Pupils[1]"] = "Тыңдайды", ["Input.Pupils[2]"] = "Тоқтап қалады" }));
        var address = browser.Path;
        await browser.FollowAsync(await browser.SubmitAsync(
            new() { ["TeacherId"] = colleague.Id.ToString(), ["PlannedOn"] = "2026-02-10", ["Topic"] = "Пропорция", ["Plan"] = "Жұптық диалог" }, "main form[action*='handler=Lesson']"));
        await browser.FollowAsync(await browser.SubmitAsync(form: "main form[action*=Begin]"));
        var lesson = browser.Page.QuerySelector("main a[href*='/lessons/']")!.GetAttribute("href")!;

        var teaches = await site.AsAsync(colleague);
        await teaches.GetAsync(lesson);
        await teaches.FollowAsync(await teaches.SubmitAsync(new() { ["TaughtOn"] = "2026-02-10" }));
        Assert.Null(teaches.Page.QuerySelector("main form"));
        var watches = await site.AsAsync(observer);
        await watches.GetAsync(lesson);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await watches.SubmitAsync(new() { ["Notes[0]"] = " " })).StatusCode);
        await watches.FollowAsync(await watches.SubmitAsync(new() { ["Notes[1]"] = "Үш сұрақ қойды" }));
        Assert.Equal("Үш сұрақ қойды", watches.Page.QuerySelector("#Notes_1_")!.TextContent);

        await browser.GetAsync(lesson);
        Assert.DoesNotContain("Үш сұрақ қойды", browser.Page.Body!.TextContent, StringComparison.Ordinal);
        await browser.FollowAsync(await browser.SubmitAsync(new() { ["Discussion"] = "Карточка керек" }, "main form[action*=Discuss]"));
        Assert.Contains("Үш сұрақ қойды", browser.Page.Body!.TextContent, StringComparison.Ordinal);
        await browser.GetAsync(address);
        await browser.FollowAsync(await browser.SubmitAsync(new() { ["Conclusions"] = "Диалог дәлелдеу әдетін күшейтті." }, "main form[action*=Conclude]"));
        var report = $"{address}/report";
        var school = await site.AsAsync(coordinator);
        Assert.Equal(HttpStatusCode.NotFound, (await school.GetAsync(report)).StatusCode);
        foreach (var member in new[] { browser, teaches, watches })
        {
            await member.GetAsync(address);
            await member.FollowAsync(await member.SubmitAsync(form: "main form[action*=Share]"));
        }

        Assert.Equal(HttpStatusCode.OK, (await school.GetAsync(report)).StatusCode);
        Assert.Contains("Үш сұрақ қойды", school.Page.Body!.TextContent, StringComparison.Ordinal);
        await school.GetAsync("/lesson-study");
        Assert.NotNull(school.Page.QuerySelector($"main a[href='{report}']"));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"{address}/lessons/{Guid.CreateVersion7()}")).StatusCode);
    }
}
