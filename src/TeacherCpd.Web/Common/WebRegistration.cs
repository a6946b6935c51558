using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Hangfire;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.WebEncoders;
using TeacherCpd.Infrastructure.Accounts;
using TeacherCpd.Infrastructure.Schedules;
using TeacherCpd.Infrastructure.Settings;
using TeacherCpd.Web.Api;

namespace TeacherCpd.Web.Common;

/// <summary>What the site adds to the product: pages, signing in, languages, headers.</summary>
public static class WebRegistration
{
    /// <summary>Largest request body: an upload of 50 MB and its form around it.</summary>
    public const long MaxRequestBytes = 51L * 1024 * 1024;

    /// <summary>Registers the site.</summary>
    /// <exception cref="SettingsException">A setting makes no sense.</exception>
    public static void AddWeb(this IServiceCollection services, IWebHostEnvironment environment, IConfiguration configuration)
    {
        services.AddRazorPages();
        services.AddSecurityHeaderPolicies(policies => policies.SetPolicySelector(context =>
            context.HttpContext.Request.Path == "/lti/authorize" ? SecurityHeaders.CarryingPolicy : context.SelectedPolicy));

        // Kazakh and Russian letters as they are: as numbers they would make a page several times as long
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddAntiforgery(options => options.Cookie.Name = "form");
        services.AddHttpContextAccessor();
        services.AddScoped<Language>();
        services.AddScoped<PageTexts>();
        services.AddScoped<SignInManager<Account>>();
        services.AddSingleton<OutsideTokens>();
        var authentication = services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, options =>
        {
            options.LoginPath = "/sign-in";
            options.ReturnUrlParameter = "back";
            options.ExpireTimeSpan = TimeSpan.FromHours(12);
            options.SlidingExpiration = true;
            options.Cookie.Name = "signed-in";
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
            options.Events = new CookieAuthenticationEvents { OnValidatePrincipal = SecurityStampValidator.ValidatePrincipalAsync };
        })
        .AddCookie(IdentityConstants.TwoFactorRememberMeScheme); // never set; the validator signs out of it as well
        authentication.AddOutsideSignIn(SettingsRegistration.Get<SignInSettings>(configuration));
        services.AddScoped<ISecurityStampValidator, SecurityStampValidator<Account>>();

        // by the clock that the cookie is issued by; the interval is how long a browser stays signed in after the password was changed elsewhere
        services.AddOptions<SecurityStampValidatorOptions>().Configure<TimeProvider>((options, time) =>
        {
            options.ValidationInterval = TimeSpan.FromMinutes(1);
            options.TimeProvider = time;
        });
        services.AddAuthorization();
        services.ConfigureHttpJsonOptions(options => ApiJson.Configure(options.SerializerOptions));
        services.AddApiDescription();
        services.AddRateLimiter(options => PublicLimits.Add(options, configuration));
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.Configure<FormOptions>(options => options.MultipartBodyLengthLimit = MaxRequestBytes);
        services.Configure<Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions>(options =>
        {
            options.Limits.MaxRequestBodySize = MaxRequestBytes;
            options.AddServerHeader = false;
        });
    }

    /// <summary>The order in which a request passes.</summary>
    public static void UseWeb(this WebApplication app)
    {
        app.UseSecurityHeaders(SecurityHeaders.Policy);
        app.UseExceptionHandler("/error");
        app.UseWhen(ApiCaller.IsOne, api => api.UseExceptionHandler(failed => failed.Run(context => ApiProblem.OfStatus(context, StatusCodes.Status500InternalServerError).ExecuteAsync(context))));
        app.UseStatusCodePagesWithReExecute("/error", "?code={0}");
        app.UseResponseCompression();
        app.UsePrecompressedFiles();
        app.UseRouting();
        app.UseAuthentication();
        app.UseMiddleware<WhoAndWhichLanguage>();
        app.UseMiddleware<ApiCaller>();
        app.UseRateLimiter();
        app.UseMiddleware<UploadLimit>();
        app.UseAuthorization();
        app.MapRazorPages();
        app.MapTusUploads();
        app.MapCredentials();
        app.MapApi();
        app.MapLti();
        app.MapHangfireDashboard("/jobs", new DashboardOptions
        {
            Authorization = [new JobsPermission()],
            DisplayStorageConnectionString = false,
            AppPath = "/",
        });
        app.MapGet("/healthz", () => Results.Text("ok"));
        app.MapGet("/healthz/schedules", async (ScheduleHealth health, CancellationToken cancellationToken) =>
            await health.LateAsync(cancellationToken) is { Count: > 0 } late
                ? Results.Text($"late: {string.Join(", ", late)}", statusCode: StatusCodes.Status503ServiceUnavailable)
                : Results.Text("ok"));
    }
}
