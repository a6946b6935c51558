using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Domain.Assessment;

/// <summary>What an assessor is given: languages, directions and how much at once. Whoever has no profile is given everything.</summary>
public sealed class AssessorProfile : Aggregate
{
    /// <summary>Open sheets of an assessor for whom nothing else was set.</summary>
    public const int UsualMostOpen = 10;

    /// <summary>Assessor.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Languages of portfolios that the assessor reads; none: all.</summary>
    public TeachingLanguages Languages { get; private set; }

    /// <summary>Codes of the directions, one a line; empty: all.</summary>
    public string Directions { get; private set; } = "";

    /// <summary>Most sheets that are open at once, 1 to 100.</summary>
    public int MostOpen { get; private set; } = UsualMostOpen;

    /// <summary>Sets it all.</summary>
    public void Set(TeachingLanguages languages, IEnumerable<string> directions, int mostOpen)
    {
        Languages = languages;
        Directions = string.Join('\n', directions);
        MostOpen = mostOpen;
    }
}
