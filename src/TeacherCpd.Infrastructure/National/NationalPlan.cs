namespace TeacherCpd.Infrastructure.National;

/// <summary>A part of the country's teachers.</summary>
/// <param name="Code">Letter of the codes of their organisations.</param>
/// <param name="Teachers">How many.</param>
/// <param name="Rural">Of them in villages.</param>
/// <param name="OfAnOrganisation">How many work at an organisation, about: no source says it.</param>
public sealed record TeachersPart(char Code, string Kk, string Ru, string En, int Teachers, int Rural, int OfAnOrganisation);

/// <summary>A category and how many of a thousand hold it.</summary>
/// <param name="Category">Code; null for none.</param>
/// <param name="Before">Categories held before it, the first one first.</param>
public sealed record CategoryShare(string? Category, int PerMille, IReadOnlyList<string> Before);

/// <summary>How many teachers the country has and how they are divided: pure numbers, with their sources.</summary>
public static class NationalPlan
{
    /// <summary>Concept 2023 to 2029, L353 to L356: school year 2022/2023.</summary>
    public static readonly IReadOnlyList<TeachersPart> Parts =
    [
        new('D', "бөбекжай", "Детский сад", "Kindergarten", 97_408, 41_596, 9),
        new('M', "жалпы білім беретін мектеп", "Общеобразовательная школа", "School", 394_119, 212_708, 55),
        new('Q', "қосымша білім беру ұйымы", "Организация дополнительного образования", "Organisation of supplementary education", 24_397, 9_054, 30),
        new('K', "колледж", "Колледж", "College", 40_972, 4_949, 50),
    ];

    /// <summary>
    /// 2022 report, table 26 (L5647 to L5655): 16.7, 27.4, 24.9 and 31.0 per cent in 17 schools; the first, masters and researchers
    /// together, divided as 39 to 42 practising teachers of table 23 (L4739 to L4773).
    /// </summary>
    public static readonly IReadOnlyList<CategoryShare> Categories =
    [
        new("master", 80, ["moderator", "expert", "researcher"]),
        new("researcher", 87, ["moderator", "expert"]),
        new("expert", 274, ["moderator"]),
        new("moderator", 249, []),
        new(null, 310, []),
    ];

    /// <summary>Women of a thousand, as among the trainees of 2022 (table 12).</summary>
    public const int WomenPerMille = 906;

    /// <summary>All of them.</summary>
    public static int Teachers => Parts.Sum(p => p.Teachers);

    /// <summary>Place of a share on a scale of a thousand that a number falls on: 389 goes round all thousand, so that neighbours differ.</summary>
    /// <param name="number">Number of a teacher.</param>
    public static CategoryShare CategoryOf(int number)
    {
        var place = (int)(number * 389L % 1000);
        foreach (var share in Categories)
        {
            if (place < share.PerMille)
            {
                return share;
            }

            place -= share.PerMille;
        }

        throw new InvalidOperationException("The shares do not make a thousand.");
    }

    /// <summary>Whether a teacher is a woman.</summary>
    /// <param name="number">Number of a teacher.</param>
    public static bool IsWoman(int number) => number * 617L % 1000 < WomenPerMille;
}
