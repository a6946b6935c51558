using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Organisations;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Providers;

public sealed class IndexModel : AppPage
{
    public IReadOnlyList<ProviderRow> Providers { get; private set; } = [];

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetProvidersQuery(), providers => Providers = providers);
}
