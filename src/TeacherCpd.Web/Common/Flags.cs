namespace TeacherCpd.Web.Common;

/// <summary>Values that hold several: as boxes to tick and as words.</summary>
public static class Flags
{
    /// <summary>The single values to choose from.</summary>
    public static IEnumerable<T> Of<T>()
        where T : struct, Enum => Enum.GetValues<T>().Where(v => Convert.ToInt32(v, null) != 0);

    /// <summary>The single values that one holds.</summary>
    public static List<T> In<T>(T value)
        where T : struct, Enum => [.. Of<T>().Where(v => value.HasFlag(v))];

    /// <summary>One value that holds all of them.</summary>
    public static T Together<T>(IEnumerable<T> values)
        where T : struct, Enum => (T)Enum.ToObject(typeof(T), values.Aggregate(0, (sum, v) => sum | Convert.ToInt32(v, null)));

    /// <summary>The words for what a value holds.</summary>
    public static string Words<T>(this PageTexts texts, T value)
        where T : struct, Enum => string.Join(", ", In(value).Select(v => texts[v]));
}
