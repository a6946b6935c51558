using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Networks.Lists;
using TeacherCpd.Web.Common;
using TeacherCpd.Web.Pages.Groups;

namespace TeacherCpd.Web.Pages.Networks;

public sealed class IndexModel : AppPage
{
    public NetworksView View { get; private set; } = null!;

    public PageLinks Links => new(View.Lists.Number, View.Lists.Pages, ("year", Year?.ToString(CultureInfo.InvariantCulture)));

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    [BindProperty]
    public NetworkListFields Input { get; set; } = new();

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(
        new BeginNetworkListCommand(FormId, Input.RegionId ?? Guid.Empty, Input.YearStart, Input.TakesOver), _ =>
        {
            Notice = T["networks.begun"];
            return Redirect($"/networks/lists/{FormId}");
        });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetNetworksQuery(Year, P), view =>
    {
        View = view;
        if (HttpMethods.IsGet(Request.Method))
        {
            (Input.YearStart, Input.TakesOver) = (view.ThisYear, true);
        }
    });
}

/// <summary>The form of a new list.</summary>
public sealed class NetworkListFields
{
    public Guid? RegionId { get; set; }

    public int? YearStart { get; set; }

    public bool TakesOver { get; set; }
}
