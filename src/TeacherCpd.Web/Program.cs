using TeacherCpd.Infrastructure;
using TeacherCpd.Infrastructure.Jobs;
using TeacherCpd.Infrastructure.Persistence;
using TeacherCpd.Infrastructure.Schedules;
using TeacherCpd.Infrastructure.Settings;
using TeacherCpd.Web.Common;

WebApplicationBuilder builder;
try
{
    var home = Home.Of(Directory.GetCurrentDirectory());
    builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, WebRootPath = Path.Combine(home, "wwwroot") });
    Home.AddLocalSettings(builder.Configuration, home);
    builder.Logging
        .AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning)
        .AddFilter("Hangfire", LogLevel.Warning).AddFilter("Quartz", LogLevel.Warning);
    builder.Services.AddTeacherCpd(builder.Configuration);
    if (SettingsRegistration.Get<JobSettings>(builder.Configuration).RunHere)
    {
        builder.Services.AddJobServer();
        builder.Services.AddSchedules();
    }

    builder.Services.AddWeb(builder.Environment, builder.Configuration);
}
catch (SettingsException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 2;
}

var app = builder.Build();
app.UseWeb();
if (app.Environment.IsDevelopment())
{
    await app.PrepareDevelopmentAsync();
}

await app.RunAsync();
return 0;

/// <summary>For tests that host the site.</summary>
public partial class Program;
