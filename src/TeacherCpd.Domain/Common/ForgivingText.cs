using System.Text;

namespace TeacherCpd.Domain.Common;

/// <summary>
/// Texts as a search compares them: people type Kazakh letters on a Russian keyboard, and lists are full of Latin letters
/// among Cyrillic ones.
/// </summary>
public static class ForgivingText
{
    // each letter and the one that it is taken for, pair by pair
    private const string Alike = "әағгқкңнөоүуұуһхіийиёеaаәаəаbвcсeеhнiиkкmмoоpрtтxхyу";

    private static readonly Dictionary<char, char> Letters = Alike.Chunk(2).DistinctBy(pair => pair[0]).ToDictionary(pair => pair[0], pair => pair[1]);

    /// <summary>The text in small letters, those that look or sound alike made the same.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Normalize(NormalizationForm.FormC).ToLowerInvariant());
        for (var i = 0; i < folded.Length; i++)
        {
            folded[i] = Letters.GetValueOrDefault(folded[i], folded[i]);
        }

        return folded.ToString();
    }
}
