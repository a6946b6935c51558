using System.Globalization;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Texts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Web.Common;

/// <summary>The texts of a page in the language of the request: <c>@T["nav.today"]</c>.</summary>
public sealed class PageTexts(Language language)
{
    /// <summary>The language.</summary>
    public Domain.Common.Language Language => language.Current;

    /// <summary>A text with its places filled.</summary>
    public string this[string key, params object?[] args] => TextCatalogue.Get(language.Current, key, args);

    /// <summary>A text that is data.</summary>
    public string this[LocalizedText text] => text.In(language.Current);

    /// <summary>The name of a state or kind.</summary>
    public string this[Enum value] => TextCatalogue.Get(language.Current, $"enum.{value.GetType().Name}.{value}");

    /// <summary>What happened, what was kept, what to do.</summary>
    public string this[Error error] => TextCatalogue.Get(language.Current, $"error.{error.Code}", error.Args);

    /// <summary>Who decides on an application, in their order.</summary>
    public string Steps(ApplicationSteps steps) => steps == ApplicationSteps.None
        ? this[steps]
        : string.Join(" → ", Enum.GetValues<ApplicationSteps>().Where(s => s != ApplicationSteps.None && steps.HasFlag(s)).Select(s => this[s]));

    /// <summary>A day.</summary>
    public string Day(DateOnly day) => day.ToString("d", CultureInfo.CurrentCulture);

    /// <summary>A moment in Kazakhstan's time.</summary>
    public string Moment(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, Clock.Zone).ToString("g", CultureInfo.CurrentCulture);

    /// <summary>The time of a moment, in Kazakhstan.</summary>
    public string Time(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, Clock.Zone).ToString("t", CultureInfo.CurrentCulture);

    /// <summary>A count, its thousands apart.</summary>
    public string Count(int count) => count.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>Permille as percent with one decimal, for example <c>6,2 %</c>.</summary>
    public string Percent(int permille) => (permille / 10m).ToString("0.0", CultureInfo.CurrentCulture) + "\u00a0%";
}
