using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace TeacherCpd.Web.Tests.Common;

/// <summary>A page that was shown.</summary>
/// <param name="Page">Its file, as the framework names it.</param>
/// <param name="Commands">The SQL of the request, in order.</param>
public sealed record Visit(string Page, string Path, IReadOnlyList<string> Commands);

/// <summary>
/// Remembers which pages a site answered with 200 and what each asked of the database, everything between the first
/// and the last middleware: who is signed in is asked there too.
/// </summary>
public sealed class VisitLog : DbCommandInterceptor, IStartupFilter
{
    private readonly AsyncLocal<List<string>?> commands = new();

    /// <summary>Pages shown, in order.</summary>
    public List<Visit> Visits { get; } = [];

    /// <summary>Lets a site write into this log.</summary>
    public void Watch(IServiceCollection services)
    {
        services.AddSingleton<IInterceptor>(this);
        services.AddSingleton<IStartupFilter>(this);
    }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(WatchAsync);
        next(app);
    };

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Keep(command);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Keep(command);
        return ValueTask.FromResult(result);
    }

    public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result)
    {
        Keep(command);
        return result;
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        Keep(command);
        return ValueTask.FromResult(result);
    }

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Keep(command);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Keep(command);
        return ValueTask.FromResult(result);
    }

    private async Task WatchAsync(HttpContext context, RequestDelegate next)
    {
        var mine = commands.Value = [];
        var path = context.Request.Path.Value!;
        await next(context);
        if (context.Response.StatusCode == StatusCodes.Status200OK
            && context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
        {
            Visits.Add(new Visit(page.ViewEnginePath, path, mine));
        }
    }

    // outside of a request (demo data, signing in by a test) nobody counts
    private void Keep(DbCommand command) => commands.Value?.Add(command.CommandText);
}
