using System.Net.Mime;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Exchange;
using TeacherCpd.Domain.Common;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Exchange;

/// <summary>A long table, sent as it is unpacked.</summary>
public abstract class TablePage : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Name under which it is saved.</summary>
    protected abstract string FileName { get; }

    /// <summary>What gives it.</summary>
    protected abstract IRequest<Result<RegisterReport>> Query { get; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override async Task<IActionResult> LoadAsync()
    {
        RegisterReport? report = null;
        var answer = await ShowAsync(Query, r => report = r);
        if (report is null)
        {
            return answer;
        }

        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = new ContentDisposition { FileName = FileName }.ToString();
        await foreach (var part in report.Parts.WithCancellation(HttpContext.RequestAborted))
        {
            await Response.Body.WriteAsync(part, HttpContext.RequestAborted);
        }

        return new EmptyResult();
    }
}
