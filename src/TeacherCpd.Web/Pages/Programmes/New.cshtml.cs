using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Programmes;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Programmes;

public sealed class NewModel : AppPage
{
    public ProgrammeForm Form { get; private set; } = null!;

    [BindProperty]
    public Fields Input { get; set; } = new();

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(
        new WriteProgrammeCommand(
            FormId,
            Input.CentreId,
            Input.Code?.Trim() ?? "",
            Input.TitleKk ?? "",
            Input.TitleRu ?? "",
            Input.TitleEn,
            Input.Aliases,
            Input.Direction ?? "",
            Flags.Together(Input.Audiences),
            Input.Level,
            Input.RubricId,
            Input.FamilyKk,
            Input.FamilyRu,
            Input.SubjectKk,
            Input.SubjectRu),
        code =>
        {
            Notice = T["programmes.new.done"];
            return Redirect($"/programmes/{Uri.EscapeDataString(code)}/versions/1/edit");
        });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetProgrammeFormQuery(), form => Form = form);

    public sealed class Fields
    {
        public Guid? CentreId { get; set; }

        public string? Code { get; set; }

        public string? TitleKk { get; set; }

        public string? TitleRu { get; set; }

        public string? TitleEn { get; set; }

        public string? Aliases { get; set; }

        public string? Direction { get; set; }

        public EducationLevel Level { get; set; } = EducationLevel.Secondary;

        public List<AudienceTypes> Audiences { get; set; } = [];

        public Guid? RubricId { get; set; }

        public string? FamilyKk { get; set; }

        public string? FamilyRu { get; set; }

        public string? SubjectKk { get; set; }

        public string? SubjectRu { get; set; }
    }
}
