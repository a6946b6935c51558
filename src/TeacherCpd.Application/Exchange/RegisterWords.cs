using TeacherCpd.Application.Texts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Exchange;

namespace TeacherCpd.Application.Exchange;

/// <summary>What our records say about a difference, in words.</summary>
public static class RegisterWords
{
    /// <summary>The words; empty where there is nothing to say.</summary>
    public static string Ours(Language language, RegisterDifference difference) => difference.Finding switch
    {
        RegisterFinding.OtherPosition or RegisterFinding.OnlyHere or RegisterFinding.PerhapsHere when difference.Ours is { } position => TextCatalogue.Get(language, $"enum.Position.{position}"),
        RegisterFinding.OtherCategory or RegisterFinding.UnfitCategory => difference.Ours is { } category ? TextCatalogue.Get(language, $"category.{category}") : "—",
        RegisterFinding.OtherDescription when difference.Ours is { } word =>
            TextCatalogue.Has($"enum.Settlement.{word}") && word is not "NotStated" ? TextCatalogue.Get(language, $"enum.Settlement.{word}")
            : word is "NotStated" ? "—" : TextCatalogue.Get(language, $"enum.Ownership.{word}"),
        _ => difference.Ours ?? "",
    };
}
