using System.Text.Json;
using System.Text.Json.Serialization;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Infrastructure.Replay;

/// <summary>
/// The tables of the 2022 report that the replay drives at, as they are printed, misprints too: 7 and 8 (L2645 to L2705), 9 to 12
/// (L2731 to L2877), 14 and 16 (L2956 to L3085), 17 (L3092 to L3126), 18 (L2714 to L2726).
/// </summary>
/// <param name="Trainees">Table 10, with the codes under which the register has the programmes.</param>
/// <param name="Levels">Table 9.</param>
/// <param name="Funding">Table 11.</param>
/// <param name="FemalePerMille">Table 12: women of a thousand.</param>
/// <param name="Rural">Table 12: people from villages.</param>
/// <param name="LanguagesPerMille">Table 12: languages of a thousand.</param>
/// <param name="Assessed">Rows of tables 14, 16 and 17, which name the same programmes differently.</param>
/// <param name="TrainersOfYear">Table 7.</param>
/// <param name="TrainersBefore">Table 8, the years before.</param>
/// <param name="StaffTrainers">Certified trainers of the staff (L2618 to L2621).</param>
/// <param name="Programmes">Programmes that are taught in the year and that the reference data have no version of.</param>
public sealed record Year2022(
    int Year,
    IReadOnlyList<TraineeRow> Trainees,
    IReadOnlyDictionary<EducationLevel, int> Levels,
    PrintedFunding Funding,
    int FemalePerMille,
    int Rural,
    PrintedLanguages LanguagesPerMille,
    IReadOnlyList<AssessedRow> Assessed,
    PrintedAssessed AssessedTotals,
    PrintedOriginality OriginalityTotals,
    IReadOnlyList<TrainersRow> TrainersOfYear,
    IReadOnlyList<TrainersYear> TrainersBefore,
    int StaffTrainers,
    PrintedRecertified Recertified,
    IReadOnlyList<TaughtProgramme> Programmes)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Reads the tables.</summary>
    public static Year2022 Read()
    {
        using var stream = typeof(Year2022).Assembly.GetManifestResourceStream("year-2022.json")
            ?? throw new InvalidOperationException("The resource year-2022.json is not embedded.");
        return JsonSerializer.Deserialize<Year2022>(stream, Options)!;
    }
}

/// <summary>A row of table 10.</summary>
/// <param name="Codes">Codes of the programmes that the row sums up.</param>
/// <param name="FirstDay">First day on which a group may begin: after the council agreed.</param>
public sealed record TraineeRow(EducationLevel Level, IReadOnlyList<string> Codes, int Trainees, DateOnly FirstDay);

/// <summary>Table 11.</summary>
public sealed record PrintedFunding(int RepublicanBudget, int OwnFunds);

/// <summary>Languages of table 12, of a thousand.</summary>
public sealed record PrintedLanguages(int Kk, int Ru, int En);

/// <summary>A row of tables 14, 16 and 17.</summary>
/// <param name="Satisfactory">As printed; what remains of the assessed counts.</param>
/// <param name="Reports">Reports that were checked; 0 for programmes that the check did not take in.</param>
/// <param name="Formative">Flagged at the formative stage.</param>
/// <param name="Summative">Flagged at the summative stage.</param>
public sealed record AssessedRow(
    string Title,
    IReadOnlyList<string> Codes,
    int Assessed,
    int Recommended,
    int Good,
    int Satisfactory,
    int Unsatisfactory,
    int Reports,
    int Formative,
    int Summative)
{
    /// <summary>What remains of the assessed: 23,399 where 23,339 is printed, in the other rows what is printed.</summary>
    public int SatisfactoryByRest => Assessed - Good - Unsatisfactory;
}

/// <summary>Totals as printed under tables 14 (the first two) and 16.</summary>
public sealed record PrintedAssessed(int Assessed, int Recommended, int Good, int Satisfactory, int Unsatisfactory, int GradesOf);

/// <summary>Totals as printed under table 17.</summary>
public sealed record PrintedOriginality(int Reports, int Formative, int Summative);

/// <summary>A row of table 7.</summary>
public sealed record TrainersRow(string Title, IReadOnlyList<string> Codes, int Staff, int IntellectualSchools, int GeneralSchools);

/// <summary>A row of table 8.</summary>
/// <param name="Codes">Programmes for which the replay has them trained; the table names none.</param>
public sealed record TrainersYear(int Year, int Trained, int Attracted, IReadOnlyList<string> Codes);

/// <summary>Table 18.</summary>
public sealed record PrintedRecertified(int Assessed, int Passed);

/// <summary>A programme that the replay adds to the register.</summary>
public sealed record TaughtProgramme(string Code, EducationLevel Level, string Direction, LocalizedText Title, LocalizedText Audience);
