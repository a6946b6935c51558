using MediatR;
using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Library.Materials;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Development;
using TeacherCpd.Domain.Library;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Library;

/// <summary>A new material, or the draft of one.</summary>
public sealed class WriteModel : FilePage
{
    /// <summary>Material; null for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public LibraryForm Form { get; private set; } = null!;

    /// <summary>The file that the form holds; null for none.</summary>
    public EvidenceFile? Kept => Unsealed(Input.Kept);

    public async Task<IActionResult> OnGetAsync()
    {
        var answer = await LoadAsync();
        if (Form?.Draft is { } draft)
        {
            Input = Fields.Of(draft, Form.SectionId!.Value, draft.File is { } file ? Sealed(file) : null);
        }
        else if (Form is not null)
        {
            Input.Year = Form.ThisYear;
        }

        return answer;
    }

    public Task<IActionResult> OnPostAsync() => ReceiveAsync(Input.File, Keep, () => SubmitAsync(new WriteLibraryMaterialCommand(Id ?? FormId, Input.SectionId, Input.Written(Kept)), _ =>
    {
        Notice = T["library.saved"];
        return Redirect($"/library/{Id ?? FormId}");
    }));

    protected override IRequest<Result<EvidenceFile>> Receiving(Stream content, string name) => new ReceiveLibraryFileQuery(content, name);

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetLibraryFormQuery(Id), form => Form = form);

    private void Keep(EvidenceFile file)
    {
        Input.Kept = Sealed(file);
        ModelState.Remove($"{nameof(Input)}.{nameof(Input.Kept)}");
    }

    public sealed class Fields
    {
        public Guid SectionId { get; set; }

        public LibraryType Type { get; set; }

        public string? TitleKk { get; set; }

        public string? TitleRu { get; set; }

        public string? TitleEn { get; set; }

        public string? SummaryKk { get; set; }

        public string? SummaryRu { get; set; }

        public string? SummaryEn { get; set; }

        /// <summary>Languages that the material is in.</summary>
        public List<Domain.Common.Language> Languages { get; set; } = [];

        public string? Subject { get; set; }

        public int GradeFrom { get; set; } = 1;

        public int GradeTo { get; set; } = 11;

        public int Year { get; set; }

        public string? Authors { get; set; }

        public string? Organisation { get; set; }

        public string? Event { get; set; }

        public string? Link { get; set; }

        /// <summary>File chosen now.</summary>
        public IFormFile? File { get; set; }

        /// <summary>File received before, sealed.</summary>
        public string? Kept { get; set; }

        /// <summary>What was written.</summary>
        public LibraryWriting Written(EvidenceFile? file) => new(
            Type,
            new LocalizedText(Trim(TitleKk), Trim(TitleRu), Trim(TitleEn)),
            new LocalizedText(Trim(SummaryKk), Trim(SummaryRu), Trim(SummaryEn)),
            Languages.Contains(Domain.Common.Language.Kk),
            Languages.Contains(Domain.Common.Language.Ru),
            Languages.Contains(Domain.Common.Language.En),
            Trim(Subject), GradeFrom, GradeTo, Year, Trim(Authors), Trim(Organisation), Trim(Event), Trim(Link), file);

        /// <summary>The form with what stands in the draft.</summary>
        public static Fields Of(LibraryWriting writing, Guid sectionId, string? kept) => new()
        {
            SectionId = sectionId,
            Type = writing.Type,
            TitleKk = writing.Title.Kk,
            TitleRu = writing.Title.Ru,
            TitleEn = writing.Title.En,
            SummaryKk = writing.Summary.Kk,
            SummaryRu = writing.Summary.Ru,
            SummaryEn = writing.Summary.En,
            Languages = [.. writing.Languages],
            Subject = writing.Subject,
            GradeFrom = writing.GradeFrom,
            GradeTo = writing.GradeTo,
            Year = writing.Year,
            Authors = writing.Authors,
            Organisation = writing.Organisation,
            Event = writing.Event,
            Link = writing.Link,
            Kept = kept,
        };

        private static string Trim(string? text) => text?.ReplaceLineEndings("\n").Trim() ?? "";
    }
}
