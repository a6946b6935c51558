using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Development;

namespace TeacherCpd.Web.Pages.Development;

public sealed class AddModel : ActivityPage
{
    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => ReceiveAsync(() => SubmitAsync(new RecordActivityCommand(FormId, Input, Kept), _ =>
    {
        Notice = T["development.add.done"];
        return Redirect("/my/record");
    }));

    // nothing but the form: asked all the same, so that only those who may record see it
    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetActivityFormQuery(), _ => { });
}
