using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TeacherCpd.Domain.Reports;
using TeacherCpd.Infrastructure.Persistence;

namespace TeacherCpd.Infrastructure.Demo;

/// <summary>A table that somebody sent, with a sum that does not fit its rows: what reports of regions look like.</summary>
internal sealed class DemoTables(AppDbContext db, DemoWorld world)
{
    private const string Root = "kz/";
    private const int ReceivedDaysAgo = 3;

    private static readonly string[][] Cells =
    [
        ["Облыс", "total", "Санаты бар", "Санаты бар %"],
        ["Костанайская область", "9 120", "5 472", "60,0"],
        ["Түркістан обл.", "31 400", "18 212", "58,0"],
        ["г. Шымкент", "14 050", "8 992", "64,0"],
        ["total", "54 570", "32 766", "60,0"],
    ];

    /// <summary>Adds it.</summary>
    public void Add() => db.StatedTables.Add(new StatedTable
    {
        OrganisationId = world.Places[Root].Id,
        FileName = string.Create(CultureInfo.InvariantCulture, $"sanattar-{world.Today.Year - 1}.csv"),
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Cells.Select(r => string.Join(';', r)))))),
        Cells = JsonSerializer.Serialize(Cells),
        KeptById = world.Of(DemoAccounts.MinistryOfficer).Id,
        KeptAt = world.Ago(ReceivedDaysAgo),
    });
}
