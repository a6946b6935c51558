using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TeacherCpd.Application.Testing.Items;
using TeacherCpd.Domain.Testing;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Testing.Items;

/// <summary>A new item, or the draft of one.</summary>
public sealed class WriteModel : AppPage
{
    /// <summary>Item; null for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public Fields Input { get; set; } = new();

    private ItemView? View { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var answer = await LoadAsync();
        if (View is { } view)
        {
            if (!view.MayEdit)
            {
                return Redirect($"/items/{Id}");
            }

            Input = Fields.Of(view.Versions[0].Writing);
        }

        return answer;
    }

    public Task<IActionResult> OnPostAsync() => SubmitAsync(new WriteItemCommand(Id ?? FormId, Input.Written), _ =>
    {
        Notice = T["items.saved"];
        return Redirect($"/items/{Id ?? FormId}");
    });

    protected override async Task<IActionResult> LoadAsync()
    {
        if (Id is { } id)
        {
            return await ShowAsync(new GetItemQuery(id), view => View = view);
        }

        var mayWrite = false;
        var page = await ShowAsync(new GetItemsQuery(null, null, 1), list => mayWrite = list.MayWrite);
        return page is PageResult && !mayWrite ? StatusCode(StatusCodes.Status403Forbidden) : page;
    }

    public sealed class Fields
    {
        public TestSection Section { get; set; } = TestSection.PedagogyAndPsychology;

        public string? Subject { get; set; }

        public ItemLevel Level { get; set; }

        public string? Source { get; set; }

        public ItemKind Kind { get; set; }

        public string? TextKk { get; set; }

        public string? TextRu { get; set; }

        public List<OptionFields> Options { get; set; } = [.. Enumerable.Range(0, ItemContent.MostOptions).Select(_ => new OptionFields())];

        /// <summary>What was written; options of which nothing was typed are left out.</summary>
        public ItemWriting Written => new(
            Section,
            Subject?.Trim() ?? "",
            Level,
            Source?.Trim() ?? "",
            new ItemContent(
                Kind,
                TextKk?.ReplaceLineEndings("\n").Trim() ?? "",
                TextRu?.ReplaceLineEndings("\n").Trim() ?? "",
                [.. Options.Select(o => new ItemOption(o.Kk?.Trim() ?? "", o.Ru?.Trim() ?? "", o.IsRight)).Where(o => o.Kk.Length > 0 || o.Ru.Length > 0 || o.IsRight)]));

        /// <summary>The form with what stands in the draft.</summary>
        public static Fields Of(ItemWriting writing) => new()
        {
            Section = writing.Section,
            Subject = writing.Subject,
            Level = writing.Level,
            Source = writing.Source,
            Kind = writing.Content.Kind,
            TextKk = writing.Content.TextKk,
            TextRu = writing.Content.TextRu,
            Options =
            [
                .. writing.Content.Options.Select(o => new OptionFields { Kk = o.Kk, Ru = o.Ru, IsRight = o.IsRight }),
                .. Enumerable.Range(0, ItemContent.MostOptions - writing.Content.Options.Count).Select(_ => new OptionFields()),
            ],
        };
    }

    public sealed class OptionFields
    {
        public string? Kk { get; set; }

        public string? Ru { get; set; }

        public bool IsRight { get; set; }
    }
}
