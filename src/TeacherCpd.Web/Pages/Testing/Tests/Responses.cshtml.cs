using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Testing.Tests;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Testing.Tests;

/// <summary>Who chose what in a test, for programs of item analysis.</summary>
public sealed class ResponsesModel : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override async Task<IActionResult> LoadAsync()
    {
        byte[]? table = null;
        var answer = await ShowAsync(new GetResponsesQuery(Id, T.Language), t => table = t);
        return table is null ? answer : File(table, "text/csv; charset=utf-8", $"responses-{Id:N}.csv");
    }
}
