using MediatR;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Web.Common;

/// <summary>
/// A page only translates: it binds, sends one request, and shows or redirects. A failure becomes the status that fits,
/// or comes back as the same page with what was typed and the errors beside it.
/// </summary>
/// <remarks>The token of the form is looked at here, not by the framework: an expired form comes back with what was typed.</remarks>
[IgnoreAntiforgeryToken]
public abstract class AppPage : PageModel
{
    /// <summary>Id that the form carries, so that sending it twice does its work once.</summary>
    [BindProperty]
    public Guid FormId { get; set; } = Guid.CreateVersion7();

    /// <summary>Words about what the last form did; shown once.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>Texts of the page's language.</summary>
    protected PageTexts T => HttpContext.RequestServices.GetRequiredService<PageTexts>();

    /// <summary>Whether a form of the page has to come from the page itself; not where what it carries is proof enough.</summary>
    protected virtual bool NeedsFormToken => true;

    private IMediator Mediator => HttpContext.RequestServices.GetRequiredService<IMediator>();

    /// <summary>Shows the page with what a query gives.</summary>
    protected async Task<IActionResult> ShowAsync<TView>(IRequest<Result<TView>> query, Action<TView> keep)
    {
        var result = await Mediator.Send(query, HttpContext.RequestAborted);
        if (result.Error is not null)
        {
            return Refusal(result.Error) ?? StatusCode(StatusCodes.Status409Conflict);
        }

        keep(result.Value);
        return Page();
    }

    /// <summary>Sends a command; afterwards <paramref name="then"/>, or the same page with the errors.</summary>
    protected async Task<IActionResult> SubmitAsync<TValue>(IRequest<Result<TValue>> command, Func<TValue, IActionResult> then)
    {
        if (!ModelState.IsValid)
        {
            return await AgainAsync(StatusCodes.Status422UnprocessableEntity);
        }

        var result = await Mediator.Send(command, HttpContext.RequestAborted);
        if (result.Error is null)
        {
            return then(result.Value);
        }

        if (Refusal(result.Error) is { } refusal)
        {
            return refusal;
        }

        if (result.Error is InvalidInput input)
        {
            foreach (var fault in input.Faults)
            {
                ModelState.AddModelError(KeyOf(fault.Field), T[$"error.{fault.Code}", [.. fault.Args]]);
            }
        }
        else
        {
            ModelState.AddModelError(result.Error.Field is { } field ? KeyOf(field) : "", T[result.Error]);
        }

        return await AgainAsync(result.Error.Kind == ErrorKind.Invalid ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict);
    }

    /// <summary>Loads what the page shows around its form; the same as its GET.</summary>
    protected abstract Task<IActionResult> LoadAsync();

    /// <summary>The same page again, what was typed kept, with a status.</summary>
    protected async Task<IActionResult> AgainAsync(int status)
    {
        Response.StatusCode = status;
        var page = await LoadAsync();
        if (page is PageResult shown)
        {
            shown.StatusCode = status;
        }

        return page;
    }

    /// <inheritdoc/>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (NeedsFormToken && !HttpMethods.IsGet(Request.Method) && !HttpMethods.IsHead(Request.Method)
            && !await HttpContext.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(HttpContext))
        {
            ModelState.Clear();
            ModelState.AddModelError("", T["error.form_expired"]);
            context.Result = await AgainAsync(StatusCodes.Status400BadRequest);
            return;
        }

        await next();
    }

    private IActionResult? Refusal(Error error) => error.Kind switch
    {
        ErrorKind.NotFound => NotFound(),
        ErrorKind.Forbidden => StatusCode(StatusCodes.Status403Forbidden),
        ErrorKind.SignInNeeded => Challenge(),
        _ => null,
    };

    // inputs stand in a property Input, or directly on the page
    private string KeyOf(string field) =>
        GetType().GetProperty("Input") is { } input && input.PropertyType.GetProperty(field.Split('[')[0]) is not null ? $"Input.{field}" : field;
}
