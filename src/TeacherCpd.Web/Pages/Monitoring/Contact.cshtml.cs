using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Monitoring;

public sealed class ContactModel : AppPage
{
    public ContactView View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Outcome { get; set; }

    [BindProperty]
    public DateOnly? BeforeOn { get; set; }

    [BindProperty]
    public DateOnly? AfterOn { get; set; }

    [BindProperty]
    public List<ClassRow> Classes { get; set; } = [];

    [BindProperty]
    public DateOnly? DueOn { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync()
    {
        // rows that were left empty are none
        Classes = [.. Classes.Where(c => !c.IsEmpty)];
        var results = Classes.Count == 0 ? null : new LearnerResults(BeforeOn, AfterOn, [.. Classes.Select(c => c.Figures)]);
        return SubmitAsync(new CompleteContactCommand(Id, Outcome ?? "", results), _ =>
        {
            Notice = T["support.recorded"];
            return Redirect("/support");
        });
    }

    public Task<IActionResult> OnPostMoveAsync() => SubmitAsync(new MoveContactCommand(Id, DueOn ?? default, Reason ?? ""), _ =>
    {
        Notice = T["contact.moved"];
        return Redirect($"/support/{Id}");
    });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetContactQuery(Id), view =>
    {
        View = view;
        while (Classes.Count < ClassResults.Most)
        {
            Classes.Add(new ClassRow());
        }
    });

    /// <summary>A class as it is typed.</summary>
    public sealed class ClassRow
    {
        public string? Class { get; set; }

        public string? Subject { get; set; }

        public int? Before { get; set; }

        public int? GoodBefore { get; set; }

        public int? After { get; set; }

        public int? GoodAfter { get; set; }

        internal bool IsEmpty => string.IsNullOrWhiteSpace(Class) && string.IsNullOrWhiteSpace(Subject) && (Before ?? GoodBefore ?? After ?? GoodAfter) is null;

        internal ClassFigures Figures => new(Class, Subject, Before, GoodBefore, After, GoodAfter);
    }
}
