using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Reports;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Reports;

/// <summary>A page that is asked for a report: the question stands in its address.</summary>
public abstract class ReportPage(TimeProvider time) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public string Name { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? PlaceId { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Programme { get; set; }

    [BindProperty(SupportsGet = true, Name = "language")]
    public Domain.Common.Language? CourseLanguage { get; set; }

    [BindProperty(SupportsGet = true)]
    public Settlement? Settlement { get; set; }

    [BindProperty(SupportsGet = true)]
    public Ownership? Ownership { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? Day { get; set; }

    /// <summary>The question.</summary>
    protected ReportFilter Filter => new(Year ?? time.Today().Year)
    {
        PlaceId = PlaceId,
        Programme = Programme,
        Language = CourseLanguage,
        Settlement = Settlement,
        Ownership = Ownership,
        Day = Day,
    };

    /// <summary>The address of a report that is asked the same.</summary>
    /// <param name="filter">The question.</param>
    /// <param name="path">Address without a question.</param>
    /// <param name="more">What is asked beside it.</param>
    public static string Address(string path, ReportFilter filter, params IEnumerable<KeyValuePair<string, string?>> more) =>
        path + QueryString.Create(
            new KeyValuePair<string, string?>[]
            {
                new("year", filter.Year.ToString(CultureInfo.InvariantCulture)),
                new("placeId", filter.PlaceId?.ToString()),
                new("programme", filter.Programme),
                new("language", filter.Language?.ToString()),
                new("settlement", filter.Settlement?.ToString()),
                new("ownership", filter.Ownership?.ToString()),
                new("day", filter.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            }.Concat(more).Where(p => p.Value is not null));
}
