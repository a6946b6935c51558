using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Groups;
using TeacherCpd.Application.Trainers;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Domain.Trainers;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Trainers;

public sealed class NewModel : AppPage
{
    public IReadOnlyList<BranchChoice> Branches { get; private set; } = [];

    [BindProperty]
    public Fields Input { get; set; } = new();

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(
        new RegisterTrainerCommand(FormId, Input.Iin ?? "", Input.Source, Input.BranchId ?? Guid.Empty, Flags.Together(Input.Languages)),
        id =>
        {
            Notice = T["trainers.new.done"];
            return Redirect($"/trainers/{id}");
        });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetTrainerFormQuery(), branches => Branches = branches);

    public sealed class Fields
    {
        public string? Iin { get; set; }

        public TrainerSource Source { get; set; }

        public Guid? BranchId { get; set; }

        public List<TeachingLanguages> Languages { get; set; } = [];
    }
}
