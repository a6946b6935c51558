using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TeacherCpd.Application.Trainers;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Domain.Trainers;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Trainers;

public sealed class TrainerModel : AppPage
{
    public TrainerView View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Which of the forms was sent: the one that is open again with its errors.</summary>
    public string? About { get; private set; }

    [BindProperty]
    public Guid ProgrammeId { get; set; }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync()
    {
        var page = await LoadAsync();
        if (page is PageResult)
        {
            (Input.Source, Input.BranchId, Input.Languages) = (View.File.Source, View.File.BranchId, Flags.In(View.File.Languages));
        }

        return page;
    }

    public Task<IActionResult> OnPostTrainAsync() =>
        SendAsync("train", new TrainTrainerCommand(Id, Input.ProgrammeId ?? Guid.Empty, Input.On, Input.Basis ?? ""), "trainers.train.done");

    public Task<IActionResult> OnPostCertifyAsync() =>
        SendAsync("certify", new CertifyTrainerCommand(Id, ProgrammeId, Input.ValidFrom, Input.ValidUntil, Input.Basis ?? ""), "trainers.certify.done");

    public Task<IActionResult> OnPostSuspendAsync() => SendAsync("suspend", new SuspendTrainerCommand(Id, ProgrammeId, Input.Basis ?? ""), "trainers.suspend.done");

    public Task<IActionResult> OnPostLiftAsync() => SendAsync("lift", new LiftSuspensionCommand(Id, ProgrammeId, Input.Basis ?? ""), "trainers.lift.done");

    public Task<IActionResult> OnPostContractAsync() => SendAsync(
        "contract",
        new AddTrainerContractCommand(FormId, Id, Input.Number ?? "", Input.ContractKind, Input.ValidFrom, Input.ValidUntil),
        "trainers.contract.done");

    public Task<IActionResult> OnPostNoteAsync() =>
        SendAsync("note", new AddTrainerNoteCommand(FormId, Id, Input.NoteKind, Input.NoteOn, Input.Words ?? ""), "trainers.note.done");

    public Task<IActionResult> OnPostChangeAsync() =>
        SendAsync("change", new ChangeTrainerCommand(Id, Input.Source, Input.BranchId ?? Guid.Empty, Flags.Together(Input.Languages)), "trainers.change.done");

    /// <summary>A field that several forms have.</summary>
    /// <param name="form">Form.</param>
    /// <param name="name">Name in <see cref="Fields"/>: a day or a text.</param>
    /// <param name="label">Key of its label.</param>
    public LineField Line(string form, string name, string label)
    {
        var key = $"{nameof(Input)}.{name}";
        var isSent = About == form;
        var (type, value) = name switch
        {
            nameof(Fields.ValidFrom) => ("date", Day(Input.ValidFrom)),
            nameof(Fields.ValidUntil) => ("date", Day(Input.ValidUntil)),
            _ => ("text", Input.Basis),
        };
        return new LineField(
            isSent ? $"{nameof(Input)}_{name}" : $"{form}-{name}",
            name,
            label,
            type,
            isSent ? value : null,
            isSent && ModelState[key] is { Errors: [var first, ..] } ? first.ErrorMessage : null);

        static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Whether a form came back with errors.</summary>
    public bool Open(string form) => About == form && !ModelState.IsValid;

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetTrainerQuery(Id), view => View = view);

    private Task<IActionResult> SendAsync(string? form, IRequest<Result<Done>> command, string notice)
    {
        About = form;
        return SubmitAsync(command, _ =>
        {
            Notice = T[notice];
            return Redirect($"/trainers/{Id}");
        });
    }

    /// <summary>A field as the page shows it.</summary>
    public sealed record LineField(string Id, string Name, string Label, string Type, string? Value, string? Error);

    public sealed class Fields
    {
        public Guid? ProgrammeId { get; set; }

        public DateOnly? On { get; set; }

        public string? Basis { get; set; }

        public string? Number { get; set; }

        public ContractKind ContractKind { get; set; }

        public DateOnly? ValidFrom { get; set; }

        public DateOnly? ValidUntil { get; set; }

        public TrainerNoteKind NoteKind { get; set; }

        public DateOnly? NoteOn { get; set; }

        public string? Words { get; set; }

        public TrainerSource Source { get; set; }

        public Guid? BranchId { get; set; }

        public List<TeachingLanguages> Languages { get; set; } = [];
    }
}
