namespace TeacherCpd.Domain.Common;

/// <summary>The languages of the product; Kazakh is the first.</summary>
public enum Language
{
    /// <summary>Kazakh (kk).</summary>
    Kk,

    /// <summary>Russian (ru).</summary>
    Ru,

    /// <summary>English (en).</summary>
    En,
}

/// <summary>The same text in the three languages of the product.</summary>
/// <param name="Kk">Kazakh.</param>
/// <param name="Ru">Russian.</param>
/// <param name="En">English.</param>
public sealed record LocalizedText(string Kk, string Ru, string En)
{
    /// <summary>The text in a language; where that language has none, Kazakh, and where Kazakh has none, the first there is.</summary>
    public string In(Language language) => language switch
    {
        Language.Ru when Ru.Length > 0 => Ru,
        Language.En when En.Length > 0 => En,
        _ => Kk.Length > 0 ? Kk : Ru.Length > 0 ? Ru : En,
    };
}
