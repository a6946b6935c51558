using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Originality;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Originality;

public sealed class HandoutsModel : AppPage
{
    public HandoutsView View { get; private set; } = null!;

    [BindProperty]
    public Guid HandoutId { get; set; }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await using var content = Input.File?.OpenReadStream() ?? Stream.Null;
        string? text = null;
        var answer = await SubmitAsync(new ReadHandoutQuery(content, Input.File?.FileName ?? ""), read =>
        {
            text = read;
            return new EmptyResult();
        });
        return text is null ? answer : await SubmitAsync(new RegisterHandoutCommand(FormId, Input.Title ?? "", Input.ProgrammeId, text), _ =>
        {
            Notice = T["handouts.register.done"];
            return Redirect("/handouts");
        });
    }

    public Task<IActionResult> OnPostRetireAsync() => SubmitAsync(new RetireHandoutCommand(HandoutId), _ =>
    {
        Notice = T["handouts.retire.done"];
        return Redirect("/handouts");
    });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetHandoutsQuery(), view => View = view);

    public sealed class Fields
    {
        public string? Title { get; set; }

        public Guid? ProgrammeId { get; set; }

        public IFormFile? File { get; set; }
    }
}
