using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TeacherCpd.Web.Common;

/// <summary>
/// A labelled field with its hint and its error where a screen reader finds them:
/// <c>&lt;field for="Input.Iin" label="accounts.iin" hint="accounts.iin.hint"&gt;&lt;input asp-for="Input.Iin"&gt;&lt;/field&gt;</c>.
/// The element inside gets <c>aria-describedby</c> and <c>aria-invalid</c> from <c>described</c>.
/// </summary>
[HtmlTargetElement("field")]
public sealed class FieldTagHelper(PageTexts texts, HtmlEncoder encoder) : TagHelper
{
    private static readonly string[] Controls = ["<input", "<select", "<textarea"];

    /// <summary>The bound property.</summary>
    public required ModelExpression For { get; set; }

    /// <summary>Key of the label's text.</summary>
    public required string Label { get; set; }

    /// <summary>Key of the hint's text.</summary>
    public string? Hint { get; set; }

    /// <summary>The page.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var id = TagBuilder.CreateSanitizedId(For.Name, "_");
        var error = ViewContext.ModelState.TryGetValue(For.Name, out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;
        var inner = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Attributes.SetAttribute("class", error is null ? "field" : "field wrong");
        output.PreContent.AppendHtml($"<label for=\"{id}\">").Append(texts[Label]).AppendHtml("</label>");
        if (Hint is not null)
        {
            output.PreContent.AppendHtml($"<p class=\"hint\" id=\"{id}_hint\">").Append(texts[Hint]).AppendHtml("</p>");
        }

        if (error is not null)
        {
            output.PreContent.AppendHtml($"<p class=\"error\" id=\"{id}_error\">").Append(error).AppendHtml("</p>");
        }

        output.Content.SetHtmlContent(new HtmlString(Describe(inner.GetContent(encoder), id, error is not null)));
    }

    // the first control of the field says which hint and error belong to it
    private string Describe(string html, string id, bool wrong)
    {
        var at = Controls.Select(tag => (Index: html.IndexOf(tag, StringComparison.Ordinal), tag.Length)).Where(t => t.Index >= 0).OrderBy(t => t.Index).FirstOrDefault();
        var described = string.Join(' ', new[] { Hint is null ? null : $"{id}_hint", wrong ? $"{id}_error" : null }.Where(x => x is not null));
        return at.Length == 0 || described.Length == 0
            ? html
            : html.Insert(at.Index + at.Length, $" aria-describedby=\"{described}\"{(wrong ? " aria-invalid=\"true\"" : "")}");
    }
}
