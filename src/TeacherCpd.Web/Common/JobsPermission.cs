using Hangfire.Dashboard;
using TeacherCpd.Application.Access;

namespace TeacherCpd.Web.Common;

/// <summary>The job dashboard, which shows the jobs of the whole country, is for whoever holds <see cref="Permission.SeeJobs"/> over all of it.</summary>
internal sealed class JobsPermission : IDashboardAuthorizationFilter
{
    public bool Authorize(DashboardContext context) =>
        context.GetHttpContext().RequestServices.GetRequiredService<CurrentUser>().CanEverywhere(Permission.SeeJobs);
}
