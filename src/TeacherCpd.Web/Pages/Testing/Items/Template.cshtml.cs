using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Testing.Items;
using TeacherCpd.Domain.Testing;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Testing.Items;

/// <summary>A table with the columns of an import and one row that shows how they are filled.</summary>
public sealed class TemplateModel : AppPage
{
    public async Task<IActionResult> OnGetAsync() => await LoadAsync() is PageResult
        ? File(Csv.Of([ItemTable.Columns, Example()]), "text/csv; charset=utf-8", "items.csv")
        : StatusCode(StatusCodes.Status403Forbidden);

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetItemsQuery(null, null, 1), _ => { });

    private string[] Example()
    {
        string[] filled =
        [
            T[TestSection.AttestationRules], "", T[ItemLevel.Knowledge], "Order 83, paragraph 53", "ПББ нәтижесі қанша уақыт жарамды?", "Сколько действителен результат ОЗП?", "2",
            "алты ай", "шесть месяцев", "бір жыл", "один год", "үш жыл", "три года",
        ];
        return [.. filled, .. Enumerable.Repeat("", ItemTable.Columns.Count - filled.Length)];
    }
}
