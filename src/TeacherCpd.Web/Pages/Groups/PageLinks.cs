namespace TeacherCpd.Web.Pages.Groups;

/// <summary>The links under a list that has several pages.</summary>
/// <param name="Number">Page shown, from 1.</param>
/// <param name="Pages">Number of pages.</param>
/// <param name="Filter">What the list is filtered by: name and value as they stand in the address.</param>
public sealed record PageLinks(int Number, int Pages, params IReadOnlyList<(string Name, string? Value)> Filter)
{
    /// <summary>Address of a page of the list.</summary>
    public string To(int number) =>
        QueryString.Create([.. Filter.Where(f => !string.IsNullOrEmpty(f.Value)).Select(f => KeyValuePair.Create(f.Name, f.Value)), KeyValuePair.Create("p", (string?)$"{number}")]).ToString();
}
