using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Assessment;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Assessment;

/// <summary>A result as a file in the language of the page; there is nothing to show around it.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ResultModel : AppPage
{
    private ResultFile? file;

    [BindProperty(SupportsGet = true)]
    public Guid EnrolmentId { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid GradingId { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var answer = await LoadAsync();
        return file is null ? answer : File(file.Content, "application/pdf", file.Name);
    }

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new PrintResultQuery(EnrolmentId, GradingId, T.Language), printed => file = printed);
}
