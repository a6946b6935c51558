using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using TeacherCpd.Infrastructure.Settings;
using TeacherCpd.Web.Api;

namespace TeacherCpd.Web.Common;

/// <summary>
/// How often one address may ask the pages that need no account, and one token the interface for programs. Beyond it the answer is 429 for the rest of the minute.
/// </summary>
public static class PublicLimits
{
    /// <summary>Checks of codes, keys and lists of states.</summary>
    public const string Checks = "checks";

    /// <summary>Comparisons of files.</summary>
    public const string Files = "files";

    /// <summary>Answers to surveys by their open address.</summary>
    public const string Answers = "answers";

    /// <summary>Questions to the help desk; reading its page is not limited.</summary>
    public const string Asks = "asks";

    /// <summary>Requests of programs: by token, those without one that works by address.</summary>
    public const string Programs = "programs";

    /// <summary>Adds them.</summary>
    internal static void Add(RateLimiterOptions options, IConfiguration configuration)
    {
        var settings = SettingsRegistration.Get<VerificationSettings>(configuration);
        var studies = SettingsRegistration.Get<StudySettings>(configuration);
        var helpDesk = SettingsRegistration.Get<HelpDeskSettings>(configuration);
        var exchange = SettingsRegistration.Get<ExchangeSettings>(configuration);
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (context, _) =>
        {
            context.HttpContext.Response.Headers.RetryAfter = "60";
            return ApiCaller.IsOne(context.HttpContext)
                ? new ValueTask(ApiProblem.OfStatus(context.HttpContext, StatusCodes.Status429TooManyRequests).ExecuteAsync(context.HttpContext))
                : ValueTask.CompletedTask;
        };
        options.AddPolicy(Checks, context => ByAddress(context, settings.PerMinute));
        options.AddPolicy(Files, context => ByAddress(context, settings.FilesPerMinute));
        options.AddPolicy(Answers, context => ByAddress(context, studies.AnswersPerMinute));
        options.AddPolicy(Asks, context => HttpMethods.IsPost(context.Request.Method) ? ByAddress(context, helpDesk.AsksPerMinute) : RateLimitPartition.GetNoLimiter(""));
        options.AddPolicy(Programs, context => ApiCaller.HolderOf(context) is { } holder
            ? By($"token {holder.TokenId}", exchange.RequestsPerMinute)
            : ByAddress(context, exchange.StrangersPerMinute));
    }

    private static RateLimitPartition<string> ByAddress(HttpContext context, int perMinute) => By(context.Connection.RemoteIpAddress?.ToString() ?? "", perMinute);

    private static RateLimitPartition<string> By(string who, int perMinute) =>
        RateLimitPartition.GetFixedWindowLimiter(
            who,
            _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) });
}
