using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Networks.Lists;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Networks;

public sealed class NetworkModel : AppPage
{
    public NetworkView View { get; private set; } = null!;

    /// <summary>Entry of the leading school.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Words of the name of a school.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>School that joins or leaves.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? School { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostJoinAsync() => SubmitAsync(new AddPartnerSchoolCommand(Id, School), _ => Go("networks.partner.added"));

    public Task<IActionResult> OnPostLeaveAsync() => SubmitAsync(new DropPartnerSchoolCommand(Id, School ?? Guid.Empty), _ => Go("networks.partner.dropped"));

    public async Task<IActionResult> OnPostDropAsync()
    {
        // the entry is gone afterwards, so the list is asked for before
        var list = Guid.Empty;
        var answer = await ShowAsync(new GetNetworkQuery(Id, null), view => list = view.ListId);
        return list == Guid.Empty ? answer : await SubmitAsync(new DropLeadingSchoolCommand(Id), _ =>
        {
            Notice = T["networks.lead.dropped"];
            return Redirect($"/networks/lists/{list}");
        });
    }

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetNetworkQuery(Id, Q), view => View = view);

    private RedirectResult Go(string notice)
    {
        Notice = T[notice];
        return Redirect($"/networks/{Id}");
    }
}
