using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Networks.Lists;
using TeacherCpd.Web.Common;
using TeacherCpd.Web.Pages.Collaboration;
using TeacherCpd.Web.Pages.Groups;

namespace TeacherCpd.Web.Pages.Networks;

public sealed class ListModel : AppPage
{
    public NetworkListView View { get; private set; } = null!;

    public PageLinks Links => new(View.Networks.Number, View.Networks.Pages);

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Words of the name of a school.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    /// <summary>School that is to lead.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? School { get; set; }

    [BindProperty]
    public string? OrderNumber { get; set; }

    [BindProperty]
    public DateOnly? OrderedOn { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    /// <summary>Whether the form of a handler was just sent: it stays open with its errors.</summary>
    public bool IsOpen(string handler) => HttpMethods.IsPost(Request.Method) && string.Equals(Request.Query["handler"], handler, StringComparison.Ordinal);

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostLeadAsync() => SubmitAsync(new AddLeadingSchoolCommand(FormId, Id, School), _ => Go("networks.lead.added"));

    public Task<IActionResult> OnPostApproveAsync() => SubmitAsync(new ApproveNetworkListCommand(Id, OrderNumber, OrderedOn), _ => Go("networks.approved"));

    public Task<IActionResult> OnPostWithdrawAsync() => SubmitAsync(new WithdrawNetworkListCommand(Id, Typed.Lines(Why)), _ => Go("networks.withdrawn"));

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetNetworkListQuery(Id, Q, P), view => View = view);

    private RedirectResult Go(string notice)
    {
        Notice = T[notice];
        return Redirect($"/networks/lists/{Id}");
    }
}
