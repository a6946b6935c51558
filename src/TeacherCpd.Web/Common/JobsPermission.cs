using Hangfire.Dashboard;
using TeacherCpd.Application.Access;

namespace TeacherCpd.Web.Common;

/// <summary>The job dashboard is for whoever holds <see cref="Permission.SeeJobs"/>.</summary>
internal sealed class JobsPermission : IDashboardAuthorizationFilter
{
    public bool Authorize(DashboardContext context) =>
        context.GetHttpContext().RequestServices.GetRequiredService<CurrentUser>().Can(Permission.SeeJobs);
}
