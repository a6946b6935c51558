using TeacherCpd.Application.ReferenceData;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Programmes;

/// <summary>A competence of the professional standard of teachers.</summary>
public sealed record Competence(string Code, LocalizedText Title);

/// <summary>The competences that a programme may cover.</summary>
public static class Competences
{
    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<Competence> All = [.. ReferenceFiles.Competences().Select(c => new Competence(c.Code, c.Title))];

    /// <summary>Those whose codes stand one a line.</summary>
    internal static IReadOnlyList<Competence> Of(string codes) =>
        [.. codes.Split('\n').Select(code => All.FirstOrDefault(c => c.Code == code)).OfType<Competence>()];
}
